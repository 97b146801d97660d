import { createRequire } from 'node:module';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  nodeReleaseNames,
  requestOptions,
  sdkBreakingChanges,
  sdkNodeRequirements,
  type SdkBreakingChange,
  type SdkBreakingChangeKind,
} from '@azure-openai-v1/knowledge';
import { describe, expect, test } from 'vitest';

const load = createRequire(import.meta.url);
const rows: readonly SdkBreakingChange[] = sdkBreakingChanges;
const ofKind = (kind: SdkBreakingChangeKind) => rows.filter((row) => row.kind === kind);
const before = describeSdk('openai-4.104.0');
const after = describeSdk('openai-5.17.0');
const gone = (old: readonly string[], now: readonly string[]) => old.filter((name) => !now.includes(name)).toSorted();

describe('what openai 5 changed', () => {
  test('every method that is gone has a row, and every row is of one', () => {
    // Gone before: openai 4.104.0 does not have it any more.
    const listed = ofKind('method')
      .map(({ name }) => name)
      .filter((name) => name !== 'beta.vectorStores.*');
    expect(listed.toSorted()).toEqual(gone(before.methods, after.methods));
    const now = ofKind('method').map(({ instead = '' }) => instead);
    const isThere = (name: string) => after.methods.some((method) => method === name || method.startsWith(`${name}.`));
    expect(now.filter((name) => !isThere(name))).toEqual([]);
  });

  test('every value that the root does not export any more has a row', () => {
    const values = gone(before.exports, after.exports).filter(
      (name) => !name.endsWith('Page') && name !== 'DEFAULT_TIMEOUT',
    );
    const listed = [...ofKind('root-export'), ...ofKind('export')].map(({ name }) => name);
    expect(values.filter((name) => !listed.includes(name))).toEqual([]);
    expect(
      ofKind('root-export')
        .map(({ name }) => name)
        .filter((name) => !values.includes(name)),
    ).toEqual([]);
  });

  test('the modules with a row are gone', () => {
    const modules = ofKind('module').map(({ name }) => name.replace(/^openai/, ''));
    const isModule = (root: string, name: string) => existsSync(join(root, `${name}.js`));
    const isThere = (root: string, name: string) => isModule(root, name) || existsSync(join(root, name));
    expect(modules.filter((name) => !isThere(before.root, name))).toEqual([]);
    expect(modules.filter((name) => isModule(after.root, name) || isModule(after.root, `${name}/index`))).toEqual([]);
  });

  test('the methods with ids by position took them so, and do not any more', () => {
    // `del` has another name now; `steps` had three ids.
    for (const { name } of ofKind('positions')) {
      const now = name.replace(/\.del$/, '.delete');
      expect(parametersOf(before.client, name).slice(0, 2), name).toEqual([
        expect.stringMatching(/Id$|Checkpoint$/),
        expect.stringMatching(/Id$/),
      ]);
      expect(parametersOf(after.client, now)[1], name).toBe('params');
    }
  });

  test('the methods with optional parameters have as many ids as their rows say', () => {
    for (const { name, ids = 0 } of ofKind('options-first')) {
      const place = parametersOf(before.client, name)[ids];
      expect(place, name).toMatch(/^(?:query|body) = \{\}$/);
    }
  });

  test('the options of a request are those that openai 4 looks for', () => {
    const { isRequestOptions } = load('openai-4.104.0/core') as { isRequestOptions: (value: object) => boolean };
    for (const name of requestOptions.names) expect(isRequestOptions({ [name]: 1 }), name).toBe(true);
    expect(isRequestOptions({ limit: 1 })).toBe(false);
  });
});

describe('Node.js', () => {
  test.each(['openai-4.104.0', 'openai-5.23.2', 'openai-6.49.0', 'openai-7.55.0'])(
    '%s asks for what is known of it',
    (name) => {
      const { version, engines } = JSON.parse(
        readFileSync(join(dirname(load.resolve(name)), 'package.json'), 'utf8'),
      ) as { version: string; engines?: { node: string } };
      const row = sdkNodeRequirements.findLast(({ since }) => majorOf(since) <= majorOf(version));
      expect(engines?.node).toBe(row?.stated === 'engines' ? `>=${row.node}` : undefined);
    },
  );

  test('its releases with a name rise by two', () => {
    expect(Object.values(nodeReleaseNames).map(({ major }) => major)).toEqual([
      4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24,
    ]);
    const { lts = '' } = process.release;
    const known: Readonly<Record<string, { readonly major: number }>> = nodeReleaseNames;
    expect(known[lts.toLowerCase()]?.major ?? majorOf(process.versions.node)).toBe(majorOf(process.versions.node));
  });
});

function describeSdk(name: string) {
  const sdk = load(name) as { readonly OpenAI: new (options: object) => object };
  const client = new sdk.OpenAI({ apiKey: 'placeholder-key-1' });
  const methods = Object.entries(client).flatMap(([key, value]) => methodPaths(value, [key]));
  return { root: dirname(load.resolve(name)), exports: Object.keys(sdk), client, methods };
}

/** The methods below a resource of a client; a resource has a reference to the client. */
function methodPaths(resource: unknown, path: readonly string[]): readonly string[] {
  if (typeof resource !== 'object' || resource === null || !('_client' in resource)) return [];
  const prototype = Object.getPrototypeOf(resource) as object;
  const own = Object.getOwnPropertyNames(prototype).filter((name) => name !== 'constructor' && !name.startsWith('_'));
  const below = Object.entries(resource).filter(([name]) => name !== '_client');
  return [
    ...own.map((name) => [...path, name].join('.')),
    ...below.flatMap(([name, value]) => methodPaths(value, [...path, name])),
  ];
}

function parametersOf(client: object, path: string): readonly string[] {
  const method = path.split('.').reduce<unknown>((owner, name) => (owner as Record<string, unknown>)[name], client);
  return /\(([^)]*)\)/.exec(String(method))?.[1]?.split(', ') ?? [];
}

function majorOf(version: string): number {
  return Number.parseInt(version, 10);
}
