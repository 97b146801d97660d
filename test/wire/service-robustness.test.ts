import { v1Operations } from '@azure-openai-v1/knowledge';
import { createService } from '@azure-openai-v1/wire';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { requestFor } from './ask-service.ts';

const segments = fc.constantFrom(
  'openai',
  'v1',
  'deployments',
  'gpt-4o',
  'chat',
  'completions',
  'files',
  '',
  '%',
  '%2F',
  '..',
);
const paths = fc.oneof(
  fc.array(segments, { maxLength: 7 }).map((parts) => `/${parts.join('/')}`),
  fc.constantFrom(...v1Operations.map(({ path }) => `/openai/v1${path}`)),
);
const queries = fc.constantFrom(
  '',
  '?api-version=2024-10-21',
  '?api-version=v1',
  '?api-version',
  '?after=x&after=y',
  '?stream=true',
);
const names = fc.constantFrom(
  'model',
  'messages',
  'input',
  'prompt',
  'tools',
  'n',
  'stream',
  'response_format',
  'text',
  '__proto__',
  'constructor',
);
const bodies = fc.oneof(
  fc.dictionary(names, fc.jsonValue()).map((body) => JSON.stringify(body)),
  fc.string(),
);
const hosts = fc.constantFrom(
  'contoso.openai.azure.com',
  'api.openai.com',
  'login.microsoftonline.com',
  'example.com',
  '127.0.0.1:9',
);
const types = fc.constantFrom(
  'application/json',
  'multipart/form-data',
  'multipart/form-data; boundary=x',
  'text/plain',
);
const methods = fc.constantFrom('GET', 'POST', 'DELETE', 'PUT', 'PATCH', 'OPTIONS');

test('whatever is asked, something is answered, and equal requests have equal answers', async () => {
  const service = createService();
  const property = fc.asyncProperty(
    hosts,
    paths,
    queries,
    methods,
    types,
    bodies,
    async (host, path, query, method, type, body) => {
      const request = requestFor(`https://${host}${path}${query}`, { method, headers: { 'content-type': type }, body });
      const [first, second] = [await service.respond(request), await service.respond(request)];
      expect([200, 400, 401, 404, 429]).toContain(first.status);
      expect(first.status >= 400 && !new URL(request.url).pathname.startsWith('/_wire')).toBe(
        first.error !== undefined,
      );
      if (host !== 'login.microsoftonline.com') expect(second).toEqual(first);
    },
  );
  await fc.assert(property, { numRuns: 1500, seed: 7 });
});

test('whatever is said over a realtime connection, something is answered', () => {
  const service = createService();
  const headers = { upgrade: 'websocket', connection: 'upgrade' };
  const connection = service.connect(requestFor('/openai/v1/realtime?model=voice-prod', { headers }));
  if (connection.kind !== 'open') throw new Error('The connection was refused.');
  for (const message of ['', '[]', '{}', '{"type":1}', '{"type":"constructor"}', '{"type":"__proto__"}']) {
    expect(connection.receive(message).map((event) => (JSON.parse(event) as { type: string }).type)).toEqual(['error']);
  }
});

test('a URL that is none is a bad request', async () => {
  const service = createService();
  const request = { ...requestFor('/openai/v1/models'), url: 'http://a b/openai/v1/models' };
  expect((await service.respond(request)).status).toBe(400);
  expect(service.connect(request)).toMatchObject({ kind: 'refused', answer: { status: 400 } });
});
