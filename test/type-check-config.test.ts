import { describe, expect, test } from 'vitest';
import { base, checkProject, clientAfter, clientBefore, configOf, placesOf, useOf } from './type-check-project.ts';

describe('the configuration of a file', () => {
  const change = { 'src/client.ts': clientAfter };

  test('may be one that the nearest refers to, or one that stands beside it', async () => {
    const files = {
      ...base,
      'tsconfig.json': JSON.stringify({
        files: [],
        references: [{ path: './tsconfig.app.json' }, { path: './tsconfig.node.json' }],
      }),
      'tsconfig.app.json': configOf(),
      'tsconfig.node.json': configOf({}, { include: ['*.ts'] }),
      'tsconfig.spec.json': configOf({}, { include: ['test'] }),
      'src/client.ts': clientBefore,
      'vite.config.ts': useOf('./src/client.js'),
      'test/client.test.ts': useOf('../src/client.js'),
    };
    const result = await checkProject({ files, after: change });
    expect(placesOf(result)).toEqual([
      ['test/client.test.ts', 2339],
      ['vite.config.ts', 2339],
    ]);
    expect(result.checked).toEqual([
      { tsconfig: 'tsconfig.app.json', files: ['src/client.ts'] },
      { tsconfig: 'tsconfig.node.json', files: ['vite.config.ts'] },
      { tsconfig: 'tsconfig.spec.json', files: ['test/client.test.ts'] },
    ]);
  });

  test('is the nearest for a file that it leaves out', async () => {
    const files = {
      ...base,
      'tsconfig.json': configOf({ paths: { '~/*': ['./src/*'] } }),
      'src/options.ts': 'export const endpoint: number = 1;\n',
      'test/client.ts': "import { endpoint } from '~/options.js';\nexport const a: number = endpoint;\n",
    };
    const wrong = {
      'test/client.ts': "import { endpoint } from '~/options.js';\nexport const a: string = endpoint;\n",
    };
    const result = await checkProject({ files, after: wrong });
    expect(placesOf(result)).toEqual([['test/client.ts', 2322]]);
    expect(result.checked).toEqual([{ tsconfig: 'tsconfig.json', files: ['test/client.ts'] }]);
  });

  test('is none where there is none: the file is checked with mild options', async () => {
    const files = { ...base, 'src/client.ts': clientBefore };
    const text = `${clientAfter}export const f = (x) => x;\nclient.nothing;\n`;
    const result = await checkProject({ files, after: { 'src/client.ts': text } });
    expect(placesOf(result)).toEqual([['src/client.ts', 2339]]);
    expect(result.checked).toEqual([{ tsconfig: undefined, files: ['src/client.ts'] }]);
  });

  test('extends others, of the repository and of packages', async () => {
    const files = {
      ...base,
      'configs/base.json':
        '{ "extends": "shared-config/strict.json", "compilerOptions": { "noImplicitReturns": true, /* comment */ } }',
      'node_modules/shared-config/strict.json': configOf({}, {}),
      'tsconfig.json': '{ "extends": "./configs/base.json", "include": ["src"] }',
      'src/client.ts': clientBefore,
    };
    const text = `${clientAfter}export const f = (x) => x;\nexport function g(y: boolean) { if (y) return 1; }\n`;
    expect(placesOf(await checkProject({ files, after: { 'src/client.ts': text } }))).toEqual([
      ['src/client.ts', 7006],
      ['src/client.ts', 7030],
    ]);
  });

  test.each([
    ['TypeScript 5', { 'node_modules/typescript/package.json': '{"version":"5.9.3"}' }, []],
    ['TypeScript 6', { 'node_modules/typescript/package.json': '{"version":"6.0.3"}' }, [['src/client.ts', 7006]]],
    [
      'TypeScript ^6.0.0',
      { 'package.json': '{"type":"module","devDependencies":{"typescript":"^6.0.0"}}' },
      [['src/client.ts', 7006]],
    ],
    ['an unknown release', {}, []],
  ])('has the defaults of %s', async (_, more, expected) => {
    const config = '{ "compilerOptions": { "module": "nodenext", "lib": ["es2022"] } }';
    const files = { ...base, 'tsconfig.json': config, 'src/client.ts': clientBefore, ...more };
    const text = `${clientAfter}export const f = (x) => x;\n`;
    expect(placesOf(await checkProject({ files, after: { 'src/client.ts': text } }))).toEqual(expected);
  });
});
