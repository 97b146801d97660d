import { describe, expect, test } from 'vitest';
import { base, checkProject, clientAfter, clientBefore, configOf, placesOf, useOf } from './type-check-project.ts';

describe('JavaScript', () => {
  const change = { 'src/client.js': clientAfter };
  const reason = 'TypeScript does not check plain JavaScript without `checkJs`';

  test.each([
    ['without a configuration', {}],
    ['in a project of TypeScript', { 'tsconfig.json': configOf(), 'src/a.ts': 'export {};\n' }],
    ['with allowJs', { 'tsconfig.json': configOf({ allowJs: true }) }],
    ['with jsconfig.json', { 'jsconfig.json': '{}' }],
  ])('%s is not checked, and the answer says so', async (_, files) => {
    const result = await checkProject({ files: { ...base, ...files, 'src/client.js': clientBefore }, after: change });
    expect(result).toEqual({ errors: [], checked: [], notChecked: [{ path: 'src/client.js', reason }] });
  });

  test('is checked with checkJs, or where the file asks for it', async () => {
    const wrong = `${clientAfter}client.deploymentName;\n`;
    for (const [config, head] of [
      [{ allowJs: true, checkJs: true }, ''],
      [{ allowJs: true }, '// @ts-check\n'],
    ] as const) {
      const files = {
        ...base,
        'tsconfig.json': configOf(config),
        'src/client.js': `${head}${clientBefore}client.deploymentName;\n`,
      };
      const result = await checkProject({ files, after: { 'src/client.js': head + wrong } });
      expect(placesOf(result)).toEqual([['src/client.js', 2339]]);
    }
  });

  test('that is not checked still breaks the TypeScript that imports it', async () => {
    const files = {
      ...base,
      'tsconfig.json': configOf({ allowJs: true }),
      'src/client.js': clientBefore,
      'src/use.ts': useOf('./client.js'),
    };
    const result = await checkProject({ files, after: change });
    expect(placesOf(result)).toEqual([['src/use.ts', 2339]]);
    expect(result.notChecked).toEqual([{ path: 'src/client.js', reason }]);
  });

  test('a file of TypeScript that asks not to be checked is not', async () => {
    const head = '// @ts-nocheck\n';
    const files = { ...base, 'tsconfig.json': configOf(), 'src/client.ts': head + clientBefore };
    const result = await checkProject({ files, after: { 'src/client.ts': `${head}${clientAfter}client.nothing;\n` } });
    expect(result.errors).toEqual([]);
    expect(result.notChecked).toEqual([
      { path: 'src/client.ts', reason: 'it asks TypeScript not to check it (`@ts-nocheck`)' },
    ]);
  });
});

describe('packages that are not installed', () => {
  const environment = clientAfter.replace(
    "'https://x.openai.azure.com/openai/v1/'",
    "`${process.env['AZURE_OPENAI_ENDPOINT'] ?? ''}/openai/v1/`",
  );

  test('bring no error of their own, and the answer says what is unknown', async () => {
    const text = "import { AzureOpenAI } from 'openai/azure';\nexport const client = new AzureOpenAI();\n";
    const files = { 'package.json': '{"type":"module"}', 'tsconfig.json': configOf(), 'src/client.ts': text };
    const result = await checkProject({ files, after: { 'src/client.ts': environment } });
    expect(result).toEqual({
      errors: [],
      checked: [{ tsconfig: 'tsconfig.json', files: ['src/client.ts'] }],
      notChecked: [
        {
          package: 'openai',
          reason: 'the types of `openai` are not installed, so whatever is made of them passes the check',
        },
      ],
    });
  });

  test('other packages and paths that a changed file imports are named as well', async () => {
    const more =
      "import '@azure/identity';\nimport '@/lib/nothing';\nimport 'node:fs';\nimport './style.css';\nimport './gone.js';\n";
    const files = { ...base, 'tsconfig.json': configOf(), 'src/client.ts': clientBefore + more };
    const { errors, notChecked } = await checkProject({ files, after: { 'src/client.ts': clientAfter + more } });
    expect(errors).toEqual([]);
    expect(notChecked).toEqual([
      { package: '@azure/identity', reason: expect.stringContaining('`@azure/identity`') as string },
      {
        path: 'src/client.ts',
        reason: 'one of its imports leads to no file that was found, so whatever is made of it passes the check',
      },
    ]);
  });

  test('types of Node.js that are installed and left out are an error', async () => {
    const files = {
      ...base,
      'node_modules/@types/node/index.d.ts': 'declare const process: { env: Record<string, string> };\n',
      'node_modules/@types/node/package.json': '{"name":"@types/node","types":"index.d.ts"}',
      'src/client.ts': clientBefore,
    };
    const check = (types: readonly string[]) =>
      checkProject({
        files: { ...files, 'tsconfig.json': configOf({ types }) },
        after: { 'src/client.ts': environment },
      });
    expect(placesOf(await check([]))).toEqual([['src/client.ts', 2591]]);
    expect(placesOf(await check(['node']))).toEqual([]);
  });

  test('a name that an installed package does not export is an error', async () => {
    const files = { ...base, 'tsconfig.json': configOf(), 'src/client.ts': clientBefore };
    const wrong = clientAfter.replaceAll('OpenAI', 'OpenAIClient');
    expect(placesOf(await checkProject({ files, after: { 'src/client.ts': wrong } }))).toEqual([
      ['src/client.ts', 2305],
    ]);
  });
});
