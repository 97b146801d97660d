import { describe, expect, test } from 'vitest';
import { findSdk } from './find-sdk.ts';
import { lockfiles, workspace } from './lockfile-samples.ts';

const json = (value: unknown) => JSON.stringify(value, undefined, 2);

describe.each(Object.entries(lockfiles))('the lockfile of %s', (_, [name, text]) => {
  const files = { ...workspace, [name]: text };

  test.each([
    ['src/a.ts', '4.104.0'],
    ['packages/a/src/a.ts', '5.20.3'],
    ['packages/b/src/a.ts', '4.104.0'],
  ])('gives %s openai %s', (path, version) => {
    expect(findSdk(files, path)).toMatchObject({ version, from: 'lockfile', file: name, warnings: [] });
  });

  test('says the same with the line ends of Windows and a byte order mark', () => {
    const varied = { ...workspace, [name]: `\uFEFF${text.replaceAll('\n', '\r\n')}` };
    expect(findSdk(varied, 'packages/a/src/a.ts')).toMatchObject({ version: '5.20.3', from: 'lockfile' });
  });

  test('gives way to what is installed', () => {
    const installed = { 'node_modules/openai/package.json': json({ name: 'openai', version: '4.90.0' }) };
    expect(findSdk({ ...files, ...installed }, 'src/a.ts')).toMatchObject({ version: '4.90.0', from: 'installed' });
  });

  test('says nothing of a package outside of its workspace', () => {
    const outside = { 'examples/c/package.json': json({ name: 'c', dependencies: { openai: '^6.1.0' } }) };
    expect(findSdk({ ...files, ...outside }, 'examples/c/a.ts')).toMatchObject({ version: '6.1.0', from: 'declared' });
  });
});

describe('a lockfile of one package', () => {
  const app = { 'app/package.json': json({ name: 'app', dependencies: { openai: '^4.20.0' } }) };

  test.each([
    ['package-lock.json', json({ lockfileVersion: 1, dependencies: { openai: { version: '4.61.0' } } })],
    ['package-lock.json', json({ lockfileVersion: 1, dependencies: { openai: { version: 'npm:openai@4.61.0' } } })],
    ['npm-shrinkwrap.json', json({ packages: { '': {}, 'node_modules/openai': { version: '4.61.0' } } })],
    ['pnpm-lock.yaml', 'lockfileVersion: 5.3\n\nspecifiers:\n  openai: ^4.20.0\n\ndependencies:\n  openai: 4.61.0\n'],
    [
      'pnpm-lock.yaml',
      "lockfileVersion: '6.0'\n\ndevDependencies:\n  openai:\n    specifier: ^4.20.0\n    version: 4.61.0(zod@3.25.76)\n",
    ],
  ])('%s', (name, text) => {
    expect(findSdk({ ...app, [`app/${name}`]: text })).toMatchObject({
      version: '4.61.0',
      from: 'lockfile',
      file: `app/${name}`,
    });
  });

  test('of two lockfiles that disagree the lower version is believed', () => {
    const files = {
      ...app,
      'app/package-lock.json': json({ lockfileVersion: 1, dependencies: { openai: { version: '4.61.0' } } }),
      'app/yarn.lock': 'openai@^4.20.0:\n  version "4.50.0"\n',
    };
    expect(findSdk(files)).toMatchObject({ version: '4.50.0', file: 'app/yarn.lock' });
  });

  test('one that fixed a version outside of the declared range is not believed', () => {
    const lock = json({ lockfileVersion: 1, dependencies: { openai: { version: '6.0.0' } } });
    expect(findSdk({ ...app, 'app/package-lock.json': lock })).toMatchObject({ version: '4.20.0', from: 'declared' });
  });

  test.each([
    ['a link', '', 'link:../openai'],
    ['a folder', '', 'file:../openai'],
  ])('%s is no version', (_, __, version) => {
    const lock = `lockfileVersion: '9.0'\n\nimporters:\n\n  .:\n    dependencies:\n      openai:\n        version: ${version}\n`;
    expect(findSdk({ ...app, 'app/pnpm-lock.yaml': lock })).toMatchObject({ version: '4.20.0', from: 'declared' });
  });
});

test('another package under the name of openai is not taken for it', () => {
  const files = {
    'app/package.json': json({ dependencies: { openai: 'npm:look-alike@9.0.0' } }),
    'app/package-lock.json': json({
      packages: { '': {}, 'node_modules/openai': { name: 'look-alike', version: '9.0.0' } },
    }),
  };
  expect(findSdk(files).version).toBeUndefined();
});
