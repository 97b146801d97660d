import { legacyOperations } from '@azure-openai-v1/knowledge';
import {
  compareTraffic,
  differenceKinds,
  type Exchange,
  mapToV1,
  mayDiffer,
  mustNotDiffer,
  type Sample,
} from '@azure-openai-v1/wire';
import { describe, expect, test } from 'vitest';
import { exchange, trafficOf } from './compare-samples.ts';

const key = ['api-key', 'placeholder-key-1'] as const;

test.each(Object.entries(mayDiffer))('what may differ is accepted: %s', (name, { before, after }) => {
  const refused = name === 'limit' ? { status: 400, error: { code: '', message: '', param: 'max_tokens' } } : {};
  const traffic = [trafficOf(exchangeOf(before, refused)), trafficOf(exchangeOf(after))] as const;
  expect(compareTraffic(...traffic)).toEqual([]);
  // Each example shows a change and not the same request twice.
  expect(before).not.toEqual(after);
});

test('every kind of difference stands in one row of what must not differ', () => {
  const kinds = mustNotDiffer.flatMap((row): readonly string[] => row.kinds);
  expect(kinds.toSorted()).toEqual(Object.keys(differenceKinds).toSorted());
});

describe('the deployment', () => {
  const scoped = legacyOperations.filter(({ scope, v1 }) => scope === 'deployment' && v1 !== 'none');
  const resource = legacyOperations.filter(({ scope, v1 }) => scope === 'resource' && v1 !== 'none');
  const posted = resource.filter(({ path }) => !['models', 'realtime'].includes(path));

  test.each(scoped.map(({ path }) => path))('replaces the model of %s', (path) => {
    const before = exchange(`/openai/deployments/team%20chat/${path}?api-version=2024-10-21&a=1`, {
      body: { model: 'x' },
    });
    expect(mappedText(before)).toBe(`https://contoso.openai.azure.com/openai/v1/${path}?a=1 {"model":"team chat"}`);
  });

  test.each(posted.map(({ path }) => path))('is not asked for by %s', (path) => {
    const before = exchange(`/openai/${path}?api-version=2024-10-21`, { body: { model: 'x' } });
    expect(mappedText(before)).toBe(`https://contoso.openai.azure.com/openai/v1/${path} {"model":"x"}`);
  });

  test('is not made up where the path has none', () => {
    const before = exchange('/openai/chat/completions?api-version=2024-10-21', { body: { model: 'x' } });
    expect(mappedText(before)).toBe('https://contoso.openai.azure.com/openai/v1/chat/completions {"model":"x"}');
  });

  test('does not become the model of batches', () => {
    const before = exchange('/openai/deployments/chat/batches?api-version=2024-10-21', { body: { endpoint: '/x' } });
    expect(mappedText(before)).toBe('https://contoso.openai.azure.com/openai/v1/batches {"endpoint":"/x"}');
  });
});

test.each([
  ...legacyOperations
    .filter(({ v1, scope }) => v1 === 'none' && scope === 'resource')
    .map(({ path }) => [`/openai/${path}`, {}] as const),
  ['/openai/deployments/d/extensions/chat/completions', {}] as const,
  ['/openai/deployments/d/chat/completions', { data_sources: [] }] as const,
  ['/openai/deployments/d/embeddings', { input_type: 'query' }] as const,
  ['/openai/unheard-of', {}] as const,
])('%s %j has no v1 form', (path, body) => {
  const before = exchange(`${path}?api-version=2024-10-21`, { body });
  expect(mapToV1(before.request).kind).toBe('no-v1-form');
  const moved = exchange(path.replace(/openai\/(deployments\/d\/)?/, 'openai/v1/'), { body });
  expect(compareTraffic(trafficOf(before), trafficOf(moved))).toMatchObject([{ kind: 'no-v1-form' }]);
  expect(compareTraffic(trafficOf(before), trafficOf(before))).toEqual([]);
});

test('a request to v1 or to another service has no mapping', () => {
  for (const url of [
    '/openai/v1/models',
    '/api/projects/p/openai/v1/files',
    'https://login.microsoftonline.com/t/token',
  ]) {
    expect(mapToV1(exchange(url).request)).toEqual({ kind: 'not-legacy' });
  }
});

test('a path in front of /openai stays where it is', () => {
  const before = exchange('https://gateway.contoso.net/ai/openai/deployments/d/embeddings?api-version=2024-10-21');
  expect(mappedText(before)).toBe('https://gateway.contoso.net/ai/openai/v1/embeddings ');
});

function mappedText({ request }: Exchange): string {
  const mapping = mapToV1(request);
  if (mapping.kind !== 'mapped') return mapping.kind;
  return `${mapping.request.url} ${Buffer.from(mapping.request.body).toString()}`;
}

function exchangeOf({ line, header, body = '' }: Sample, more: object = {}): Exchange {
  const [method = '', path = ''] = line.split(' ');
  const [name = '', value = ''] = header?.split(': ') ?? [];
  const isCredential = ['api-key', 'authorization'].includes(name.toLowerCase());
  const named = header === undefined ? [] : [[name.toLowerCase(), value] as const];
  return exchange(path, { method, body, headers: isCredential ? named : [key, ...named], ...more });
}
