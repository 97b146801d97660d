import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { makeFolder } from './run-cli.ts';
import { base, checkProject, clientAfter, clientBefore, configOf } from './type-check-project.ts';

const change = { 'src/client.ts': clientAfter };
const project = { ...base, 'tsconfig.json': configOf(), 'src/client.ts': clientBefore };

/** Checks the change of the client beside other files. */
function checkBeside(files: Readonly<Record<string, string>>, more: Readonly<Record<string, string>> = {}) {
  return checkProject({ files: { ...project, ...files }, after: { ...change, ...more } });
}

describe('what is compared', () => {
  test('without a change nothing is looked at', async () => {
    const nothing = { errors: [], checked: [], notChecked: [] };
    expect(await checkProject({ files: project, after: { 'src/client.ts': clientBefore } })).toEqual(nothing);
  });

  test('a client that still fits brings no error, and the files that import it are checked too', async () => {
    const files = {
      'src/ask.ts': "import { client } from './client.js';\nexport const ask = () => client.ask();\n",
      'src/late.ts': "export const load = async () => (await import('./client.js')).client;\n",
      'src/main.ts': "import { ask } from './ask.js';\nask();\n",
      'src/other.ts': 'export const x: number = 1;\n',
    };
    expect(await checkBeside(files)).toEqual({
      errors: [],
      checked: [{ tsconfig: 'tsconfig.json', files: ['src/client.ts', 'src/ask.ts', 'src/late.ts', 'src/main.ts'] }],
      notChecked: [],
    });
  });

  test('what only the old client has is an error in the file that uses it, and comes from the client', async () => {
    const { errors } = await checkBeside({
      'src/again.ts': "export { client as azure } from './client.js';\n",
      'src/use.ts': "import { azure } from './again.js';\n\n  export const name = azure.deploymentName;\n",
    });
    expect(errors).toEqual([
      {
        path: 'src/use.ts',
        line: 3,
        column: 29,
        code: 2339,
        message: "Property 'deploymentName' does not exist on type 'OpenAI'.",
        causedBy: ['src/client.ts'],
      },
    ]);
  });

  test('a type that is left in another file is an error there', async () => {
    const { errors } = await checkBeside({
      'src/use.ts': `import type { AzureOpenAI } from 'openai';
import { client } from './client.js';
const use = (own: AzureOpenAI) => own;
use(client);
`,
    });
    expect(errors.map(({ path, line, code, causedBy }) => [path, line, code, causedBy])).toEqual([
      ['src/use.ts', 4, 2345, ['src/client.ts']],
    ]);
  });

  test('an error in a changed file comes from that file, one elsewhere from the nearest changed files', async () => {
    const files = {
      'src/near.ts': "export { client } from './client.js';\nexport const count = 1;\n",
      'src/far.ts': "import { client } from './near.js';\nexport const name = client.deploymentName;\n",
    };
    const more = { 'src/near.ts': "export { client } from './client.js';\nexport const count: string = 2;\n" };
    const { errors } = await checkBeside(files, more);
    expect(errors.map(({ path, code, causedBy }) => [path, code, causedBy])).toEqual([
      ['src/far.ts', 2339, ['src/near.ts']],
      ['src/near.ts', 2322, ['src/near.ts']],
    ]);
  });

  test('a file that nothing imports is concerned where the change declares something for all', async () => {
    const declare = (type: string) => `declare global {\n  type Wide = ${type};\n}\nexport {};\n`;
    const files = { 'src/all.ts': 'export const x: Wide = 1;\n', 'src/wide.ts': declare('number') };
    const { errors } = await checkBeside(files, { 'src/wide.ts': declare('string') });
    expect(errors.map(({ path, causedBy }) => [path, causedBy])).toEqual([['src/all.ts', ['src/wide.ts']]]);
  });

  test('declarations that can no longer be written are errors where the project writes them', async () => {
    const files = {
      'tsconfig.json': configOf({ declaration: true, noEmit: false, isolatedDeclarations: true }),
      'src/client.ts': "import { AzureOpenAI } from 'openai';\nexport const client: AzureOpenAI = new AzureOpenAI();\n",
    };
    const more = {
      'src/client.ts': "import { OpenAI } from 'openai';\nexport const client = (() => new OpenAI())();\n",
    };
    expect((await checkBeside(files, more)).errors.map(({ code }) => code)).toEqual([9010]);
  });
});

describe('errors that were there before', () => {
  test('do not count, wherever the change moves them and whatever it calls their types', async () => {
    const files = {
      'src/client.ts': `${clientBefore}const wrong: number = 'text';\nconst other: number = client;\n`,
      'src/use.ts': "import { client } from './client.js';\nexport const name = client.nothing;\n",
    };
    const more = {
      'src/client.ts': `\n\n${clientAfter}const wrong: number = 'text';\nconst other: number = client;\n`,
    };
    expect((await checkBeside(files, more)).errors).toEqual([]);
  });

  test('count by their number: one more of the same is new', async () => {
    const files = { 'src/client.ts': `${clientBefore}client.nothing;\n` };
    const more = { 'src/client.ts': `${clientAfter}client.nothing;\nclient.nothing;\n` };
    expect((await checkBeside(files, more)).errors.map(({ line, code }) => [line, code])).toEqual([[4, 2339]]);
  });

  test('stay the same where only the words of a type in them change', async () => {
    const files = {
      'src/client.ts': `${clientBefore}export const options = { endpoint: '', a: 1 };\n`,
      'src/use.ts': "import { options } from './client.js';\nconst x: number = options;\n",
    };
    const more = { 'src/client.ts': `${clientAfter}export const options = { a: 1 };\n` };
    expect((await checkBeside(files, more)).errors).toEqual([]);
  });

  test('excuse no other error on the line that changes', async () => {
    const files = { 'src/client.ts': `${clientBefore}const x: number = 'a';\n` };
    const more = { 'src/client.ts': `${clientAfter}const x: number = client;\n` };
    expect((await checkBeside(files, more)).errors.map(({ code }) => code)).toEqual([2322]);
  });
});

describe('the words of an error', () => {
  test('hold no literal of the project, no path of the machine and no line break', async () => {
    const more = {
      'src/client.ts': `${clientAfter}const key = 'hunter-two' as const;
const a: 'other' = key;
const b: \`sk-\${string}\` = 'hunter-three';
const c: { apiKey: number } = { apiKey: 'hunter-four' as const };
`,
    };
    const { errors } = await checkBeside({}, more);
    expect(errors).toHaveLength(3);
    for (const { message } of errors) {
      expect(message).not.toMatch(/hunter|sk-|\n|cli-test/);
      expect(message).toContain('is not assignable to type');
    }
  });
});

describe('real releases of openai', () => {
  const provider = `import { AzureOpenAI } from 'openai';
const azureADTokenProvider = async () => 'token';
export const client = new AzureOpenAI({ azureADTokenProvider, apiVersion: '2024-10-21' });
`;
  const migrated = `import { OpenAI } from 'openai';
const azureADTokenProvider = async () => 'token';
export const client = new OpenAI({ apiKey: azureADTokenProvider, baseURL: 'https://x.openai.azure.com/openai/v1/' });
`;

  test.each([
    ['openai-4.104.0', [2322]],
    ['openai-5.17.0', [2322]],
    ['openai-5.23.2', []],
    ['openai-7.55.0', []],
  ])('a token provider as the key of %s: %j', async (openai, codes) => {
    const files = {
      'package.json': '{"type":"module"}',
      'tsconfig.json': configOf({ lib: ['es2022', 'dom'], types: ['node'] }),
      'src/client.ts': provider,
    };
    const { errors, notChecked } = await checkProject({ files, openai, after: { 'src/client.ts': migrated } });
    expect(errors.map(({ code }) => code)).toEqual(codes);
    expect(notChecked).toEqual([]);
  });
});

test('the compiler is loaded only for a change', () => {
  const module = fileURLToPath(new URL('../packages/codemod/dist/project/type-check/check-types.js', import.meta.url));
  const script = `import { createRequire } from 'node:module';
import { checkTypes } from ${JSON.stringify(module)};
const loaded = () => Object.keys(createRequire(import.meta.url).cache).some((name) => name.includes('typescript'));
const change = { absolute: 'a.ts', path: 'a.ts', before: 'a', after: 'a' };
await checkTypes([change], { cwd: '.' });
const first = loaded();
await checkTypes([{ ...change, after: 'b' }], { cwd: '.' });
console.log(first, loaded());`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: makeFolder({ 'a.ts': 'a' }),
    encoding: 'utf8',
  });
  expect(stdout).toBe('false true\n');
});
