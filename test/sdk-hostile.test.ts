import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createFolders } from '../packages/codemod/src/project/packages/folder.ts';
import { createSdkLookup } from '../packages/codemod/src/project/packages/sdk-lookup.ts';
import { findSdk } from './find-sdk.ts';
import { makeFolder } from './run-cli.ts';

const manifest = JSON.stringify({ dependencies: { openai: '^5.10.0' } });
const catalog = JSON.stringify({ dependencies: { openai: 'catalog:' } });

/** Texts that are made to exhaust whoever takes them apart. */
const hostileYaml: Readonly<Record<string, string>> = {
  'brackets without end': `importers: ${'['.repeat(100_000)}`,
  'braces that close': `importers: ${'}'.repeat(1_000_000)}`,
  'keys within keys': `importers: ${'? '.repeat(20_000)}`,
  'explicit keys below each other': `importers:\n${Array.from({ length: 99 }, (_, i) => `${' '.repeat(i + 1)}? `).join('\n')}`,
  'lists within lists': `importers:\n  ${'- '.repeat(100_000)}`,
  'blocks without end': `importers:\n${Array.from({ length: 2000 }, (_, i) => `${' '.repeat(i + 1)}a:`).join('\n')}`,
  'an alias of itself': 'importers: &a\n  .: *a\n',
  'aliases that multiply': `importers:\n${Array.from({ length: 30 }, (_, i) => `  k${String(i)}: &k${String(i)} [${`*k${String(i - 1)}, `.repeat(9)}]`).join('\n')}\n`,
  'aliases without end': `importers:\n  x: &a b\n${Array.from({ length: 20_000 }, (_, i) => `  k${String(i)}: *a\n`).join('')}`,
  'keys that are collections': `importers:\n${'  <<: \r'.repeat(2000)}{<<: *a}: b\n`,
  'anchors and keys on one line': `importers: ${'@&a : '.repeat(5000)}`,
  'ten megabytes': `importers:\n${'  packages/a: {}\n'.repeat(600_000)}`,
  'ten megabytes on one line': `importers: ${'a'.repeat(10_000_000)}`,
  'colons without end': `importers: ${'a: '.repeat(100_000)}`,
  'quotes without end': `importers: "${'\\n'.repeat(1_000_000)}`,
  'bytes of no text': 'importers:\n\0\u0001\u0002',
};

describe.each(Object.entries(hostileYaml))('%s', (_, text) => {
  test('in pnpm-lock.yaml are passed over', () => {
    const files = { 'app/package.json': manifest, 'app/pnpm-lock.yaml': text };
    expect(findSdk(files)).toMatchObject({ version: '5.10.0', from: 'declared' });
  });

  test('in pnpm-workspace.yaml are passed over', () => {
    const files = { 'app/package.json': catalog, 'pnpm-workspace.yaml': text.replace('importers', 'catalog') };
    expect(findSdk(files).version).toBeUndefined();
  });
});

describe.each([
  ['deep nesting', '['.repeat(1_000_000), 1],
  ['deep nesting that ends', '['.repeat(100_000) + ']'.repeat(100_000), 0],
  ['ten megabytes', `{${Array.from({ length: 400_000 }, (_, i) => `"k${String(i)}": ["a@1.0.0"]`).join(',\n')}}`, 0],
  ['no data', 'null', 0],
  ['names of the prototype', '{"packages": {"__proto__": {}, "constructor": 1}, "dependencies": {"__proto__": {}}}', 0],
])('a lockfile of %s', (_, text, warnings) => {
  test('in JSON is passed over', () => {
    const found = findSdk({ 'app/package.json': manifest, 'app/package-lock.json': text });
    expect(found).toMatchObject({ version: '5.10.0', from: 'declared' });
    expect(found.warnings).toHaveLength(warnings);
  });

  test('of Bun is passed over', () => {
    const found = findSdk({ 'app/package.json': manifest, 'app/bun.lock': text });
    expect(found).toMatchObject({ version: '5.10.0', from: 'declared' });
  });

  test('of Yarn is passed over', () => {
    expect(findSdk({ 'app/package.json': manifest, 'app/yarn.lock': text }).version).toBe('5.10.0');
  });
});

test('a yarn.lock of one endless line is passed over', () => {
  const files = { 'app/package.json': manifest, 'app/yarn.lock': `openai@${'^5.10.0, openai@'.repeat(500_000)}:` };
  expect(findSdk(files).version).toBe('5.10.0');
});

test('what is no regular file, too large or no text is named and passed over', () => {
  const root = makeFolder({ '.git/HEAD': '', 'app/package.json': manifest });
  mkdirSync(join(root, 'app/pnpm-lock.yaml'));
  spawnSync('sh', ['-c', 'mkfifo "$0"', join(root, 'app/yarn.lock')]);
  symlinkSync('package-lock.json', join(root, 'app/package-lock.json'));
  symlinkSync('/dev/zero', join(root, 'app/npm-shrinkwrap.json'));
  writeFileSync(join(root, 'app/bun.lock'), Buffer.from('\uFEFF{}', 'utf16le'));
  writeFileSync(join(root, 'app/pnpm-workspace.yaml'), Buffer.alloc(3 * 1024 * 1024, '#'));
  const warnings: string[] = [];
  const sdk = createSdkLookup(createFolders((line) => warnings.push(line.replace(`${root}/app/`, ''))))(
    join(root, 'app/a.ts'),
  );
  expect(sdk.version).toMatchObject({ version: '5.10.0', from: 'declared' });
  expect(warnings.toSorted()).toMatchInlineSnapshot(`
    [
      "bun.lock is not UTF-8: what it says of openai counts as unknown.",
      "npm-shrinkwrap.json is no regular file: what it says of openai counts as unknown.",
      "package-lock.json cannot be read: what it says of openai counts as unknown.",
      "pnpm-lock.yaml is no regular file: what it says of openai counts as unknown.",
      "pnpm-workspace.yaml cannot be read: what it says of openai counts as unknown.",
      "yarn.lock is no regular file: what it says of openai counts as unknown.",
    ]
  `);
});

test('each file is read once, whatever is asked', () => {
  const root = makeFolder({ '.git/HEAD': '', 'package.json': '{', 'a/x.ts': '', 'b/y.ts': '' });
  const warnings: string[] = [];
  const lookup = createSdkLookup(createFolders((line) => warnings.push(line)));
  for (const path of ['a/x.ts', 'a/z.ts', 'b/y.ts']) expect(lookup(join(root, path)).version).toBeUndefined();
  expect(warnings).toHaveLength(1);
});
