import { describe, expect, test } from 'vitest';
import { bump, declaring, json, providerClient } from './bump-run.ts';

describe('a range that is not raised stays with a person, who is told why', () => {
  test.each<readonly [reason: string, files: Readonly<Record<string, string>>]>([
    ['no package.json declares it', { 'package.json': '{}' }],
    ['package.json overrides its version', { 'package.json': declaring('^5.0.0', { overrides: { openai: '5.1.0' } }) }],
    ['the catalog that it names does not have it', { 'package.json': declaring('catalog:sdk') }],
    ['it is patched', { 'package.json': declaring('patch:openai@npm%3A5.1.0#~/.yarn/patches/openai.patch') }],
    [
      'package.json declares it as a peer, which is a promise to others',
      { 'package.json': json({ peerDependencies: { openai: '^5.0.0' } }) },
    ],
    [
      'package.json declares it more than once',
      { 'package.json': declaring('^5.0.0', { peerDependencies: { openai: '>=4' } }) },
    ],
    ['its declared range names no version that could be raised', { 'package.json': declaring('*') }],
    ['its declared range names no version that could be raised', { 'package.json': declaring('latest') }],
    ['its declared range names no version that could be raised', { 'package.json': declaring('workspace:^') }],
    [
      '`^4.20.0 || ^5.0.0` in package.json is a range of several parts',
      { 'package.json': declaring('^4.20.0 || ^5.0.0') },
    ],
    [
      'package.json has it in a form that is not edited',
      { 'package.json': '{"dependencies":{"openai":"^4.0.0"},"dependencies":{"openai":"^5.0.0"}}' },
    ],
    [
      'pnpm-workspace.yaml has it in a form that is not edited',
      { 'package.json': declaring('catalog:'), 'pnpm-workspace.yaml': 'catalog:\n  openai: &range ^5.0.0\n' },
    ],
  ])('%s', async (reason, files) => {
    const result = await bump(files);
    expect(result).toMatchObject({ grade: 'manual', path: undefined, source: providerClient });
    expect(result.message).toContain(`, and is not raised, because ${reason})`);
  });

  test('what is declared is not quoted where it may hold a credential', async () => {
    const result = await bump({
      'package.json': declaring('git+https://user:placeholder-key-1@git.contoso.example/openai.git'),
    });
    expect(result.message).not.toContain('placeholder-key-1');
  });

  test('the file that declares it lies outside of the folder of the call', async () => {
    const result = await bump({ 'package.json': declaring('^5.0.0') }, 'src/a.ts', { cwd: 'src' });
    expect(result).toMatchObject({ grade: 'manual', path: undefined });
    expect(result.message).toContain('because the file that declares it lies outside of the folder of this call');
  });

  test('the file that declares it is a link', async () => {
    const files = { 'shared/app.json': declaring('^5.0.0') };
    const result = await bump(files, 'src/a.ts', { links: { 'package.json': 'shared/app.json' } });
    expect(result.message).toContain('because the file that declares it is a link');
  });

  test('an override that refers to the declared range is no obstacle', async () => {
    const files = { 'package.json': declaring('^5.0.0', { overrides: { openai: '$openai' } }) };
    expect(await bump(files)).toMatchObject({ grade: 'safe', path: 'package.json' });
  });

  test('a peer that is new enough is none either', async () => {
    const files = { 'package.json': declaring('^5.0.0', { peerDependencies: { openai: '^5.18.0' } }) };
    expect(await bump(files)).toMatchObject({ grade: 'safe', path: 'package.json' });
  });
});

describe('the Node.js of the project', () => {
  test.each([
    ['package.json', '18.0.0', { 'package.json': declaring('^4.104.0', { engines: { node: '>=18' } }) }],
    ['package.json', '18.17.0', { 'package.json': declaring('^4.104.0', { engines: { node: '^18.17 || >=20' } }) }],
    ['package.json', '18.20.4', { 'package.json': declaring('^4.104.0', { volta: { node: '18.20.4' } }) }],
    ['.nvmrc', '18.0.0', { 'package.json': declaring('^4.104.0'), '.nvmrc': 'lts/hydrogen\n' }],
    ['.nvmrc', '16.0.0', { 'package.json': declaring('^4.104.0', { engines: { node: '>=18' } }), '.nvmrc': 'v16' }],
    ['.node-version', '18.19.0', { 'package.json': declaring('^4.104.0'), '.node-version': '18.19.0\r\n' }],
    [
      '.tool-versions',
      '18.1.0',
      { 'package.json': declaring('^4.104.0'), '.tool-versions': 'pnpm 9\nnodejs 18.1.0\n' },
    ],
  ])('that %s admits down to %s keeps openai 5 out', async (path, version, files) => {
    const result = await bump(files);
    expect(result).toMatchObject({ grade: 'manual', path: undefined });
    expect(result.message).toContain(`because openai 5.18.0 asks for Node.js 20, and ${path} admits ${version})`);
  });

  test('counts from a folder above', async () => {
    const files = { 'apps/a/package.json': declaring('^4.104.0'), '.nvmrc': '18' };
    expect((await bump(files, 'apps/a/src/a.ts')).message).toContain('and .nvmrc admits 18.0.0');
  });

  test.each([
    ['package.json', { 'package.json': declaring('^4.104.0', { engines: { node: '>=20.9' } }) }],
    ['.nvmrc', { 'package.json': declaring('^4.104.0'), '.nvmrc': '# as in production\nlts/jod\n' }],
  ])('that is new enough in %s lets it in', async (_, files) => {
    const result = await bump(files);
    expect(result.grade).toBe('review');
    expect(result.message).not.toContain('Node.js');
  });

  test.each(['lts/*', 'node', 'stable', 'lts/constructor', '', 'nonsense 18'])(
    'is not known from a .nvmrc with %j',
    async (text) => {
      const result = await bump({ 'package.json': declaring('^4.104.0'), '.nvmrc': text });
      expect(result.message).toContain('which asks for Node.js 20');
    },
  );

  test('does not matter within a major', async () => {
    const files = { 'package.json': declaring('^5.0.0', { engines: { node: '>=18' } }) };
    expect(await bump(files)).toMatchObject({ grade: 'safe', path: 'package.json' });
  });
});

describe('notes on what is imported', () => {
  const withoutIdentity = json({ dependencies: { openai: '^5.20.0' } });

  test('@azure/identity that is not declared is named', async () => {
    expect((await bump({ 'package.json': withoutIdentity })).notes).toEqual([
      'src/a.ts uses @azure/identity, and package.json does not declare it: add it there',
    ]);
  });

  test('so is one that is there only because of another package', async () => {
    const installed = {
      'node_modules/@azure/identity/package.json': json({ name: '@azure/identity', version: '4.14.1' }),
    };
    expect((await bump({ 'package.json': withoutIdentity, ...installed })).notes).toEqual([
      'src/a.ts uses @azure/identity, and package.json has it only through another package: add it there',
    ]);
  });

  test('one that a package.json above declares is not', async () => {
    const files = { 'apps/a/package.json': withoutIdentity, 'package.json': declaring('^5.20.0') };
    expect((await bump(files, 'apps/a/src/a.ts')).notes).toEqual([]);
  });

  test.each([
    ['type', "import type { TokenCredential } from '@azure/identity';\nimport 'openai';\n"],
    ['comment', "// from '@azure/identity'\nimport 'openai';\n"],
  ])('one that is only a %s is not', async (_, text) => {
    expect((await bump({ 'package.json': withoutIdentity, 'src/a.ts': text })).notes).toEqual([]);
  });

  test('openai under another name is named where it is imported', async () => {
    const files = {
      'package.json': declaring('^5.20.0', { devDependencies: { openai4: 'npm:openai@4', other: 'npm:other@1' } }),
      'src/b.ts': "import { AzureOpenAI } from 'openai4';\n",
    };
    expect((await bump(files)).notes).toEqual([
      'src/b.ts imports openai as openai4, its name in package.json: look at it by hand',
    ]);
  });
});
