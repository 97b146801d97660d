import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { base, checkProject, clientAfter, clientBefore, configOf, placesOf, useOf } from './type-check-project.ts';

describe('several projects', () => {
  const change = { 'packages/core/src/client.ts': clientAfter };
  const core = { 'packages/core/src/client.ts': clientBefore };
  const link = (folder: string) => {
    symlinkSync(join(folder, 'packages/core'), join(folder, 'node_modules/core'));
  };

  test.each([
    ['that is not there', {}],
    [
      'that is there',
      { 'packages/core/dist/client.d.ts': "export declare const client: import('openai').AzureOpenAI;\n" },
    ],
  ])('that see each other through a build %s are checked through the sources', async (_, built) => {
    const files = {
      ...base,
      ...core,
      ...built,
      'packages/core/package.json':
        '{"name":"core","type":"module","exports":{".":{"types":"./dist/client.d.ts","default":"./dist/client.js"}}}',
      'packages/core/tsconfig.json': configOf({ composite: true, rootDir: 'src', outDir: 'dist', noEmit: false }),
      'packages/app/package.json': '{"name":"app","type":"module","dependencies":{"core":"workspace:*"}}',
      'packages/app/tsconfig.json': configOf({}, { include: ['src'], references: [{ path: '../core' }] }),
      'packages/app/src/use.ts': useOf('core'),
    };
    const result = await checkProject({ files, after: change, prepare: link });
    expect(result.errors.map(({ path, causedBy }) => [path, causedBy])).toEqual([
      ['packages/app/src/use.ts', ['packages/core/src/client.ts']],
    ]);
    expect(result.notChecked).toEqual([]);
  });

  test('that depend on a package over another one are checked', async () => {
    const files = {
      ...base,
      ...core,
      'packages/core/package.json': '{"name":"core","type":"module","exports":"./src/client.ts"}',
      'packages/core/tsconfig.json': configOf(),
      'packages/middle/package.json':
        '{"name":"middle","type":"module","exports":"./src/index.ts","dependencies":{"core":"*"}}',
      'packages/middle/tsconfig.json': configOf(),
      'packages/middle/src/index.ts': "export * from 'core';\n",
      'packages/app/package.json': '{"name":"app","type":"module","dependencies":{"middle":"*"}}',
      'packages/app/tsconfig.json': configOf(),
      'packages/app/src/use.ts': useOf('middle'),
      'packages/far/tsconfig.json': configOf(),
      'packages/far/src/a.ts': 'export const a: number = 1;\n',
    };
    const prepare = (folder: string) => {
      link(folder);
      symlinkSync(join(folder, 'packages/middle'), join(folder, 'node_modules/middle'));
    };
    const result = await checkProject({ files, after: change, prepare });
    expect(placesOf(result)).toEqual([['packages/app/src/use.ts', 2339]]);
    expect(result.checked).toEqual([
      { tsconfig: 'packages/core/tsconfig.json', files: ['packages/core/src/client.ts'] },
      { tsconfig: 'packages/middle/tsconfig.json', files: ['packages/middle/src/index.ts'] },
      { tsconfig: 'packages/app/tsconfig.json', files: ['packages/app/src/use.ts'] },
    ]);
  });

  test.each([
    [
      'there',
      { 'packages/core/out/index.d.ts': 'export declare const client: { deploymentName: string };\n' },
      'its last build',
    ],
    ['missing', {}, 'its build, which is not there'],
  ])('that see each other through a bundle that is %s: the answer says so', async (_, bundle, words) => {
    const files = {
      ...base,
      ...core,
      ...bundle,
      'packages/core/package.json': '{"name":"core","type":"module","types":"./out/index.d.ts"}',
      'packages/core/tsconfig.json': configOf(),
      'packages/app/package.json': '{"name":"app","type":"module","dependencies":{"core":"*"}}',
      'packages/app/tsconfig.json': configOf(),
      'packages/app/src/use.ts': useOf('core'),
    };
    const { errors, notChecked } = await checkProject({ files, after: change, prepare: link });
    expect(errors).toEqual([]);
    expect(notChecked).toEqual([{ package: 'core', reason: expect.stringContaining(words) as string }]);
  });

  test('that map a path to sources of another are checked', async () => {
    const files = {
      ...base,
      'tsconfig.base.json': configOf({ module: 'preserve', paths: { '@org/ai': ['./libs/ai/src/index.ts'] } }, {}),
      'libs/ai/tsconfig.json':
        '{ "extends": "../../tsconfig.base.json", "files": [], "references": [{ "path": "./tsconfig.lib.json" }] }',
      'libs/ai/tsconfig.lib.json': '{ "extends": "./tsconfig.json", "files": ["src/index.ts"] }',
      'libs/ai/src/index.ts': "export * from './client.js';\n",
      'libs/ai/src/client.ts': clientBefore,
      'apps/web/tsconfig.app.json': '{ "extends": "../../tsconfig.base.json", "include": ["src"] }',
      'apps/web/src/use.ts': useOf('@org/ai'),
    };
    const result = await checkProject({ files, after: { 'libs/ai/src/client.ts': clientAfter } });
    expect(placesOf(result)).toEqual([['apps/web/src/use.ts', 2339]]);
  });

  test('that stand near and import by a path, over files that do not change, are checked', async () => {
    const files = {
      ...base,
      'tsconfig.json': configOf(),
      'src/ai/index.ts': clientBefore,
      'src/service.ts': "export { client } from './ai/index.js';\n",
      'src/plain.ts': 'export const x = 1;\n',
      'test/tsconfig.json': configOf({}, {}),
      'test/use.ts': useOf('../src/service.js'),
      'tools/tsconfig.json': configOf({}, {}),
      'tools/plain.ts': "import '../src/plain.js';\nexport const wrong: string = 1;\n",
    };
    const result = await checkProject({ files, after: { 'src/ai/index.ts': clientAfter } });
    expect(placesOf(result)).toEqual([['test/use.ts', 2339]]);
    expect(result.checked.map(({ tsconfig }) => tsconfig)).toEqual(['tsconfig.json', 'test/tsconfig.json']);
  });

  test('of two repositories are checked each for itself', async () => {
    const files = {
      ...base,
      'one/.git/HEAD': '',
      'one/src/client.ts': clientBefore,
      'two/.git/HEAD': '',
      'two/src/client.ts': clientBefore,
    };
    const result = await checkProject({
      files,
      after: { 'one/src/client.ts': clientAfter, 'two/src/client.ts': clientAfter },
    });
    expect(result.checked.map(({ files: checked }) => checked)).toEqual([['one/src/client.ts'], ['two/src/client.ts']]);
  });

  test('without a repository the folder of the call is the limit', async () => {
    const files = {
      ...base,
      'tsconfig.json': configOf(),
      'src/client.ts': clientBefore,
      'src/use.ts': useOf('./client.js'),
    };
    const prepare = (folder: string) => {
      rmSync(join(folder, '.git'), { recursive: true });
    };
    expect(placesOf(await checkProject({ files, after: { 'src/client.ts': clientAfter }, prepare }))).toEqual([
      ['src/use.ts', 2339],
    ]);
  });
});
