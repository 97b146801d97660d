import { describe, expect, test } from 'vitest';
import { bump, declaring, json, providerClient } from './bump-run.ts';

describe('within a major', () => {
  test('the range is raised, and the client moves as safely as ever', async () => {
    const result = await bump({ 'package.json': declaring('^5.0.0') });
    expect(result).toMatchObject({ grade: 'safe', path: 'package.json', text: declaring('^5.18.0'), notes: [] });
    expect(result.source).toContain('apiKey: getBearerTokenProvider');
  });

  test.each([
    ['tilde', '~5.1.0', '~5.19.1'],
    ['exact', '5.1.0', '5.19.1'],
    ['open', '>=5.1.0', '>=5.18.0 <6'],
    ['alias', 'npm:openai@^5.1.0', 'npm:openai@^5.18.0'],
  ])('an %s range keeps its style', async (_, range, raised) => {
    expect(await bump({ 'package.json': declaring(range) })).toMatchObject({ grade: 'safe', text: declaring(raised) });
  });

  test('the nearest package.json that declares openai is edited, with its byte order mark and line ends', async () => {
    const text = `\uFEFF${declaring('^5.0.0').replaceAll('\n', '\r\n').replaceAll('  ', '\t')}`;
    const files = { 'package.json': declaring('^4.0.0'), 'apps/a/package.json': text };
    const result = await bump(files, 'apps/a/src/a.ts');
    expect(result.path).toBe('apps/a/package.json');
    expect(`\uFEFF${result.text ?? ''}`).toBe(text.replace('^5.0.0', '^5.18.0'));
  });

  test('a catalog is edited where it stands', async () => {
    const catalog = "packages:\n  - apps/*\ncatalog:\n  openai: '^5.0.0' # all apps\n";
    const files = { 'apps/a/package.json': declaring('catalog:'), 'pnpm-workspace.yaml': catalog };
    const result = await bump(files, 'apps/a/src/a.ts');
    expect(result).toMatchObject({
      grade: 'safe',
      path: 'pnpm-workspace.yaml',
      text: catalog.replace('^5.0.0', '^5.18.0'),
    });
  });

  test('a catalog of Bun is edited in its package.json', async () => {
    const root = json({ workspaces: { packages: ['apps/*'], catalogs: { sdk: { openai: '~5.2.0' } } } });
    const result = await bump(
      { 'apps/a/package.json': declaring('catalog:sdk'), 'package.json': root },
      'apps/a/src/a.ts',
    );
    expect(result).toMatchObject({ path: 'package.json', text: root.replace('~5.2.0', '~5.19.1') });
  });

  test('what is new enough is left as it is', async () => {
    const result = await bump({ 'package.json': declaring('^5.18.0') });
    expect(result).toMatchObject({ grade: 'safe', path: undefined, notes: [] });
    expect(result.facts.bump).toBeUndefined();
  });

  test('where only the lockfile is too old, nothing is edited and the lockfile is named', async () => {
    const files = { 'package.json': declaring('^5.18.0'), 'yarn.lock': 'openai@^5.18.0:\n  version "5.10.0"\n' };
    const result = await bump(files);
    expect(result).toMatchObject({ grade: 'safe', path: undefined });
    expect(result.notesWithoutChange).toEqual([]);
    expect(result.notes).toEqual(['yarn.lock still has openai 5.10.0: run yarn install']);
  });
});

describe('across a major', () => {
  test('the change is one to review, and names what the file uses of what changed', async () => {
    const result = await bump({ 'package.json': declaring('^4.104.0') });
    expect(result).toMatchObject({ grade: 'review', text: declaring('^5.18.0') });
    expect(result.message).toContain(
      '`^4.104.0` becomes `^5.18.0` in package.json, which asks for Node.js 20; this file uses nothing',
    );
  });

  test('so it does when the range was open and an older major is what runs', async () => {
    const installed = { 'node_modules/openai/package.json': json({ name: 'openai', version: '4.104.0' }) };
    const result = await bump({ 'package.json': declaring('>=4.20.0'), ...installed });
    expect(result).toMatchObject({ grade: 'review', text: declaring('>=5.18.0 <6') });
    expect(result.notes).toEqual(['node_modules still has openai 4.104.0: run npm install']);
  });

  test('what other files of the package use is named, and not what those of other packages do', async () => {
    const files = {
      'package.json': json({ workspaces: ['apps/*'] }),
      'apps/a/package.json': declaring('^4.104.0'),
      'apps/a/src/files.ts': "import { client } from './openai';\nclient.files.del('id');\n",
      'apps/a/src/plain.ts': "import { client } from './openai';\nclient.files.list();\n",
      'apps/b/package.json': declaring('^4.104.0'),
      'apps/b/src/files.ts': "import { client } from './openai';\nclient.models.del('id');\n",
    };
    const { message } = await bump(files, 'apps/a/src/a.ts');
    expect(message).toContain('; apps/a/src/files.ts uses `files.del` (now `files.delete`).');
    expect(message).not.toContain('plain.ts');
    expect(message).not.toContain('models.del');
  });

  test('each package of a monorepo has an answer of its own', async () => {
    const files = {
      'apps/new/package.json': declaring('^6.1.0'),
      'apps/new/src/b.ts': providerClient,
      'apps/old/package.json': declaring('~4.104.0'),
    };
    expect(await bump(files, 'apps/old/src/a.ts')).toMatchObject({ grade: 'review', path: 'apps/old/package.json' });
    expect(await bump(files, 'apps/new/src/b.ts')).toMatchObject({ grade: 'safe', path: undefined });
  });
});

describe('the stale lockfile is named', () => {
  test.each([
    ['package-lock.json', json({ lockfileVersion: 1, dependencies: { openai: { version: '5.2.0' } } }), 'npm install'],
    ['yarn.lock', 'openai@^5.0.0:\n  version "5.2.0"\n', 'yarn install'],
    [
      'pnpm-lock.yaml',
      "lockfileVersion: '9.0'\n\nimporters:\n\n  .:\n    dependencies:\n      openai:\n        version: 5.2.0\n",
      'pnpm install',
    ],
    [
      'bun.lock',
      '{ "workspaces": { "": {}, }, "packages": { "openai": ["openai@5.2.0", "", {}, ""], } }',
      'bun install',
    ],
  ])('%s', async (name, text, command) => {
    const result = await bump({ 'package.json': declaring('^5.0.0'), [name]: text });
    expect(result.notes).toEqual([`${name} still has openai 5.2.0: run ${command}`]);
    expect(result.notesWithoutChange).toEqual([]);
  });

  test('but not one that has a version which is new enough', async () => {
    const lock = json({ lockfileVersion: 1, dependencies: { openai: { version: '5.20.0' } } });
    expect((await bump({ 'package.json': declaring('^5.0.0'), 'package-lock.json': lock })).notes).toEqual([]);
  });

  test('with the package manager that the project names', async () => {
    const files = {
      'package.json': declaring('^5.0.0', { packageManager: 'pnpm@10.34.9' }),
      'node_modules/openai/package.json': json({ name: 'openai', version: '5.2.0' }),
    };
    expect((await bump(files)).notes).toEqual(['node_modules still has openai 5.2.0: run pnpm install']);
  });
});
