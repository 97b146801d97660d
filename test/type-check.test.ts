import { describe, expect, test } from 'vitest';
import { checkProject, strictConfig } from './type-check-project.ts';

const before = `import { AzureOpenAI } from 'openai';
export const client = new AzureOpenAI({ apiVersion: '2024-10-21', deployment: 'chat' });
`;
const after = `import { OpenAI } from 'openai';
export const client = new OpenAI({ baseURL: \`\${process.env['AZURE_OPENAI_ENDPOINT']}/openai/v1/\` });
`;
const project = { 'package.json': '{"type":"module"}', 'tsconfig.json': strictConfig, 'src/client.ts': before };

describe('what is compared', () => {
  test('without a change nothing is looked at', async () => {
    expect(await checkProject({ files: project, after: { 'src/client.ts': before } })).toEqual({
      errors: [],
      checked: [],
      notChecked: [],
    });
  });

  test('a client that still fits brings no error, and the files that import it are checked too', async () => {
    const files = {
      ...project,
      'src/ask.ts': "import { client } from './client.js';\nexport const ask = () => client.models.list();\n",
      'src/main.ts': "import { ask } from './ask.js';\nawait ask();\n",
      'src/other.ts': 'export const x: number = 1;\n',
    };
    expect(await checkProject({ files, after: { 'src/client.ts': after } })).toEqual({
      errors: [],
      checked: [{ tsconfig: 'tsconfig.json', files: ['src/client.ts', 'src/ask.ts', 'src/main.ts'] }],
      notChecked: [],
    });
  });

  test('what only the old client has is an error in the file that uses it, and comes from the client', async () => {
    const files = {
      ...project,
      'src/again.ts': "export { client as azure } from './client.js';\n",
      'src/use.ts': "import { azure } from './again.js';\n\n  export const name = azure.deploymentName;\n",
    };
    const { errors } = await checkProject({ files, after: { 'src/client.ts': after } });
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
    const files = {
      ...project,
      'src/use.ts': `import type { AzureOpenAI } from 'openai';
import { client } from './client.js';
const use = (own: AzureOpenAI) => own;
use(client);
`,
    };
    const { errors } = await checkProject({ files, after: { 'src/client.ts': after } });
    expect(errors.map(({ path, line, code, causedBy }) => [path, line, code, causedBy])).toEqual([
      ['src/use.ts', 4, 2345, ['src/client.ts']],
    ]);
  });
});
