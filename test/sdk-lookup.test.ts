import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createSdkVersionLookup } from '../packages/codemod/src/project/sdk-version.ts';
import { makeFolder } from './run-cli.ts';

const installed = (version: string, name = 'openai') => JSON.stringify({ name, version });

function versionIn(files: Readonly<Record<string, string>>, path = 'app/src/a.ts') {
  const warnings: string[] = [];
  const folder = makeFolder({ '.git/HEAD': '', ...files });
  const version = createSdkVersionLookup((line) => warnings.push(line))(join(folder, path));
  return { version, warnings: warnings.length };
}

describe('the version of openai that a file is run with', () => {
  test.each([
    ['5.23.2', '5.23.2'],
    ['^5.18.0', '5.18.0'],
    ['>=4 <6', '4.0.0'],
    ['4.x || 5.x', '4.0.0'],
    ['npm:openai@~5.20.1', '5.20.1'],
    ['npm:other@5.20.1', undefined],
    ['*', undefined],
    ['latest', undefined],
    ['workspace:^', undefined],
    ['catalog:', undefined],
    ['github:openai/openai-node', undefined],
  ])('declared as %s: %s', (declared, version) => {
    const json = JSON.stringify({ peerDependencies: { openai: declared } });
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
