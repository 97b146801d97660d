import { describe, expect, test } from 'vitest';
import { findSdk } from './find-sdk.ts';

const installed = (version: string, name = 'openai') => JSON.stringify({ name, version });

const versionIn = (files: Readonly<Record<string, string>>, path = 'app/src/a.ts') => {
  const { version, warnings } = findSdk(files, path);
  return { version, warnings: warnings.length };
};

describe('the version of openai that a file is run with', () => {
  test.each([
    ['5.23.2', '5.23.2'],
    ['^5.18.0', '5.18.0'],
    ['>=4 <6', '4.0.0'],
    ['4.x || 5.x', '4.0.0'],
    ['npm:openai@~5.20.1', '5.20.1'],
    ['npm:^5.20.1', '5.20.1'],
    ['npm:openai', undefined],
    ['npm:other@5.20.1', undefined],
    ['npm:@azure/openai@5.20.1', undefined],
    ['patch:openai@npm%3A5.20.1#~/.yarn/patches/openai.patch', '5.20.1'],
    ['file:../openai', undefined],
    [`>=${'9'.repeat(1000)}`, undefined],
    ['*', undefined],
    ['latest', undefined],
    ['workspace:^', undefined],
    ['catalog:', undefined],
    ['github:openai/openai-node', undefined],
  ])('declared as %s: %s', (declared, version) => {
    const json = JSON.stringify({ dependencies: { openai: declared } });
    expect(versionIn({ 'app/package.json': json })).toEqual({ version, warnings: 0 });
  });

  test('the installed version goes before the declared one, also where it is hoisted', () => {
    const files = {
      'app/package.json': JSON.stringify({ dependencies: { openai: '^5.0.0' } }),
      'node_modules/openai/package.json': installed('5.19.1'),
    };
    expect(versionIn(files).version).toBe('5.19.1');
    expect(versionIn({ ...files, 'app/node_modules/openai/package.json': installed('5.1.0') }).version).toBe('5.1.0');
  });

  test('a peer may be as old as its range admits, whatever is installed', () => {
    const library = { peerDependencies: { openai: '>=4.50.0' }, devDependencies: { openai: '^5.18.0' } };
    const files = {
      'app/package.json': JSON.stringify(library),
      'node_modules/openai/package.json': installed('5.23.2'),
    };
    expect(findSdk(files)).toMatchObject({ version: '4.50.0', from: 'declared', file: 'app/package.json' });
  });

  test('the place where the version was found is part of the answer', () => {
    const declaring = { 'app/package.json': JSON.stringify({ dependencies: { openai: '^5.0.0' } }) };
    expect(findSdk(declaring)).toMatchObject({ from: 'declared', file: 'app/package.json' });
    const hoisted = { ...declaring, 'node_modules/openai/package.json': installed('5.19.1') };
    expect(findSdk(hoisted)).toMatchObject({ from: 'installed', file: 'node_modules/openai/package.json' });
  });

  test('an installed package is found through the links of pnpm', () => {
    const store = 'node_modules/.pnpm/openai@5.20.0/node_modules/openai';
    const files = {
      'app/package.json': JSON.stringify({ dependencies: { openai: '^5.0.0' } }),
      [`${store}/package.json`]: installed('5.20.0'),
    };
    const links = { 'app/node_modules/openai': `../../${store}` };
    expect(findSdk(files, 'app/src/a.ts', links)).toMatchObject({ version: '5.20.0', from: 'installed' });
  });

  test('of a declared and a foreign installed version the lower one counts', () => {
    const declaring = (openai: string) => ({ 'app/package.json': JSON.stringify({ devDependencies: { openai } }) });
    const hoisted = (version: string) => ({ 'node_modules/openai/package.json': installed(version) });
    expect(versionIn({ ...declaring('^4.2.0'), ...hoisted('7.0.0') }).version).toBe('4.2.0');
    expect(versionIn({ ...declaring('^6.0.0'), ...hoisted('4.0.0') }).version).toBe('4.0.0');
  });

  test('the nearest package.json that names openai counts, and none above the repository', () => {
    const root = JSON.stringify({ dependencies: { openai: '5.23.2' } });
    expect(versionIn({ 'app/package.json': '{}', 'package.json': root }).version).toBe('5.23.2');
    expect(versionIn({ 'app/.git/HEAD': '', 'package.json': root }).version).toBeUndefined();
    expect(versionIn({}).version).toBeUndefined();
  });

  test('a broken package.json is unknown, with a warning', () => {
    expect(versionIn({ 'app/package.json': '{ "dependencies": ' })).toEqual({ version: undefined, warnings: 1 });
    expect(versionIn({ 'app/package.json': '[null]' })).toEqual({ version: undefined, warnings: 0 });
  });

  test('another package in the place of openai is not taken for it', () => {
    expect(versionIn({ 'node_modules/openai/package.json': installed('9.0.0', 'look-alike') }).version).toBeUndefined();
  });
});
