import { classifyHost } from '@azure-openai-v1/knowledge';
import { type Address, placeOf } from './address.ts';
import { pairByName, sameTexts } from './compare-lists.ts';
import { isCredentialName } from './credentials.ts';
import { describeNamed } from './describe-value.ts';
import { changed, type DifferenceKind, type Finding } from './difference.ts';
import { isRandomPair } from './ignored-headers.ts';

/** Compares where two requests go: origin, path and query. */
export function compareAddresses(expected: Address, actual: Address): readonly Finding[] {
  const origin = compareOrigins(expected, actual);
  const sameOperation = placeOf(expected.path).operation === placeOf(actual.path).operation;
  const isLeak = origin.some(({ kind }) => kind === 'leak');
  // The other service has its own paths, about which there is nothing more to say.
  const path = isLeak && sameOperation ? [] : comparePaths(expected.path, actual.path);
  return [...origin, ...path, ...compareQueries(expected, actual)];
}

function compareOrigins(expected: Address, actual: Address): readonly Finding[] {
  if (expected.origin === actual.origin) return [];
  const kind = classifyHost(actual.host) === 'not-azure-openai' ? 'leak' : 'origin';
  return [{ kind, text: `the request went to ${expected.origin} and goes to ${actual.origin}` }];
}

function comparePaths(expected: string, actual: string): readonly Finding[] {
  if (expected === actual) return [];
  const faults: readonly (readonly [DifferenceKind, boolean])[] = [
    ['double-slash', actual.includes('//') && !expected.includes('//')],
    ['doubled-path', isDoubled(actual) && !isDoubled(expected)],
    ['deployment-in-path', /\/openai\/+v1\/+(?:openai\/+)?deployments\//.test(actual)],
  ];
  const kinds = faults.filter(([, applies]) => applies).map(([kind]) => kind);
  const text = `the path should be ${expected} and is ${actual}`;
  return (kinds.length === 0 ? (['path'] as const) : kinds).map((kind) => ({ kind, text }));
}

function isDoubled(path: string): boolean {
  const segments = path.split('/').filter((segment) => segment !== '');
  const count = (name: string) => segments.filter((segment) => segment === name).length;
  return count('openai') > 1 || count('v1') > 1;
}

function compareQueries(expected: Address, actual: Address): readonly Finding[] {
  const before = withoutRefusedVersion(expected, actual);
  return pairByName(before, actual.query)
    .filter((pair) => !isCredentialName(pair.name) && !isRandomPair(pair))
    .flatMap(({ name, before, after }): readonly Finding[] => {
      if (sameTexts(before, after)) return [];
      const words = (values: readonly string[] | undefined) =>
        values === undefined ? 'absent' : values.map((value) => describeNamed(name, value)).join(', ');
      return [changed(kindOf(name, expected, after), name, words(before), words(after), `${name} in the query`)];
    });
}

/** On a v1 path `v1` is the default, and any other value but `preview` is refused, so that both may go. */
function withoutRefusedVersion(expected: Address, actual: Address): Address['query'] {
  const isOnV1 = placeOf(expected.path).kind === 'v1' && placeOf(actual.path).kind === 'v1';
  const isGone = !actual.query.some(([name]) => name === 'api-version');
  if (!isOnV1 || !isGone) return expected.query;
  return expected.query.filter(([name, value]) => name !== 'api-version' || value === 'preview');
}

function kindOf(name: string, expected: Address, after: readonly string[] | undefined): DifferenceKind {
  if (name === 'api-version') return 'api-version';
  const place = placeOf(expected.path);
  if (name !== 'model' || place.kind !== 'v1' || place.operation !== 'realtime') return 'query';
  return (after?.[0] ?? '') === '' ? 'model-missing' : 'model-changed';
}
