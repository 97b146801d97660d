import { describe, expect, test } from 'vitest';
import { findSdk } from './find-sdk.ts';

const json = (value: unknown) => JSON.stringify(value, undefined, 2);
const declaring = (openai: string) => json({ name: 'app', dependencies: { openai } });

describe('catalogs', () => {
  test.each([
    ['pnpm', 'pnpm-workspace.yaml', 'packages:\n  - app\ncatalog:\n  openai: ^5.10.0 # for all\n'],
    ['pnpm, written as a named one', 'pnpm-workspace.yaml', 'catalogs:\n  default:\n    "openai": \'^5.10.0\'\n'],
    ['pnpm, in flow style', 'pnpm-workspace.yaml', 'catalog: { openai: ^5.10.0, zod: 3 }\n'],
    ['pnpm, with an anchor', 'pnpm-workspace.yaml', 'x: &range ^5.10.0\ncatalog:\n  openai: *range\n'],
    ['Yarn', '.yarnrc.yml', 'nodeLinker: node-modules\ncatalog:\n  openai: "npm:^5.10.0"\n'],
    ['Bun', 'package.json', json({ workspaces: { packages: ['app'], catalog: { openai: '^5.10.0' } } })],
    ['Bun, at the top', 'package.json', json({ workspaces: ['app'], catalog: { openai: '^5.10.0' } })],
  ])('of %s', (_, name, text) => {
    expect(findSdk({ 'app/package.json': declaring('catalog:'), [name]: text })).toMatchObject({
      version: '5.10.0',
      from: 'declared',
      file: name,
    });
  });

  test('named ones are told apart', () => {
    const files = {
      'app/package.json': declaring('catalog:old'),
      'pnpm-workspace.yaml': 'catalog:\n  openai: ^6.0.0\ncatalogs:\n  old:\n    openai: ^4.90.0\n',
    };
    expect(findSdk(files).version).toBe('4.90.0');
  });

  test('a file of comments alone is not broken', () => {
    const files = {
      'app/package.json': declaring('^5.10.0'),
      '.yarnrc.yml': '# nothing yet\n',
      'pnpm-workspace.yaml': '',
    };
    expect(findSdk(files)).toMatchObject({ version: '5.10.0', warnings: [] });
  });

  test('one that does not have it says nothing', () => {
    const files = {
      'app/package.json': declaring('catalog:new'),
      'pnpm-workspace.yaml': 'catalog:\n  openai: 6.0.0\n',
    };
    expect(findSdk(files).version).toBeUndefined();
  });
});

describe('overrides', () => {
  test.each([
    ['npm', { overrides: { openai: '5.19.1' } }],
    ['npm, nested', { overrides: { openai: { '.': '5.19.1', undici: '6.0.0' } } }],
    ['npm, for a range', { overrides: { 'openai@^4': '5.19.1' } }],
    ['npm, by reference', { overrides: { openai: '$openai' }, dependencies: { openai: '5.19.1' } }],
    ['pnpm', { pnpm: { overrides: { openai: '5.19.1' } } }],
    ['Yarn', { resolutions: { openai: '5.19.1' } }],
    ['Yarn, for any depth', { resolutions: { '**/openai': '5.19.1' } }],
    ['Yarn, for a range', { resolutions: { 'openai@npm:^4.20.0': '5.19.1' } }],
  ])('of %s count', (_, root) => {
    const files = { 'app/package.json': declaring('^4.20.0'), 'package.json': json({ workspaces: ['app'], ...root }) };
    expect(findSdk(files)).toMatchObject({ version: '5.19.1', from: 'declared', file: 'package.json' });
  });

  test('of pnpm count in the file of the workspace', () => {
    const files = {
      'app/package.json': declaring('^4.20.0'),
      'pnpm-workspace.yaml': 'packages:\n  - app\noverrides:\n  openai: ^5.19.1\n',
    };
    expect(findSdk(files)).toMatchObject({ version: '5.19.1', file: 'pnpm-workspace.yaml' });
  });

  test.each([
    ['another package', { overrides: { openapi: '9.0.0' } }],
    ['another range', { overrides: { 'openai@^3': '9.0.0' } }],
    ['the dependencies of one package', { overrides: { langchain: { openai: '9.0.0' } } }],
    ['the dependencies of one package in pnpm', { pnpm: { overrides: { 'langchain>openai': '9.0.0' } } }],
  ])('that are meant for %s do not count', (_, root) => {
    const files = { 'app/package.json': declaring('^4.20.0'), 'package.json': json({ workspaces: ['app'], ...root }) };
    expect(findSdk(files)).toMatchObject({ version: '4.20.0', from: 'declared', file: 'app/package.json' });
  });

  test('in a package that is no root do not count', () => {
    const files = {
      'app/package.json': json({ dependencies: { openai: '^4.20.0' }, overrides: { openai: '5.19.1' } }),
      'package.json': json({ workspaces: ['app'] }),
    };
    expect(findSdk(files).version).toBe('4.20.0');
  });

  test('an installed version is held against the override', () => {
    const files = {
      'app/package.json': declaring('^4.20.0'),
      'package.json': json({ workspaces: ['app'], overrides: { openai: '^5.19.1' } }),
      'node_modules/openai/package.json': json({ name: 'openai', version: '5.23.2' }),
    };
    expect(findSdk(files)).toMatchObject({ version: '5.23.2', from: 'installed' });
  });
});

test('the packages of a monorepo have the majors of their own', () => {
  const files = {
    'package.json': json({ workspaces: ['apps/*'] }),
    'apps/old/package.json': declaring('^4.104.0'),
    'apps/new/package.json': declaring('^6.1.0'),
    'node_modules/openai/package.json': json({ name: 'openai', version: '6.49.0' }),
    'apps/old/node_modules/openai/package.json': json({ name: 'openai', version: '4.104.0' }),
  };
  expect(findSdk(files, 'apps/old/src/a.ts')).toMatchObject({ version: '4.104.0', from: 'installed' });
  expect(findSdk(files, 'apps/new/src/a.ts')).toMatchObject({ version: '6.49.0', from: 'installed' });
});
