import { RuleTester } from '@typescript-eslint/rule-tester';
import plugin from 'eslint-plugin-azure-openai-v1';
import { afterAll, describe, it } from 'vitest';

RuleTester.afterAll = afterAll;
RuleTester.describe = describe;
RuleTester.it = it;

const settings = { 'azure-openai-v1': { openaiVersion: '5.23.2', deployments: { 'team-chat': 'o3-mini' } } };
const tester = new RuleTester({ settings });

tester.run('no-azure-openai-client', ruleOf('no-azure-openai-client'), {
  valid: [
    "import { AzureOpenAI } from './azure-open-ai';\nnew AzureOpenAI({ apiVersion: '2024-10-21' });\n",
    "import { OpenAI } from 'openai';\nnew OpenAI({ baseURL: 'https://contoso.openai.azure.com/openai/v1/', apiKey: 'x' });\n",
  ],
  invalid: [
    {
      name: 'safe: the fix rewrites class, URL and version',
      code: `import { AzureOpenAI } from 'openai';
const client = new AzureOpenAI({
  endpoint: 'https://contoso.openai.azure.com',
  apiKey: readKey(),
  apiVersion: '2024-10-21',
});
void client.responses.create({ model: 'gpt-4o', input: 'Hello' });
`,
      output: `import { OpenAI } from 'openai';
const client = new OpenAI({
  baseURL: 'https://contoso.openai.azure.com/openai/v1/',
  apiKey: readKey(),
});
void client.responses.create({ model: 'gpt-4o', input: 'Hello' });
`,
      errors: [{ messageId: 'client', line: 2, column: 20, endLine: 2, endColumn: 31 }],
    },
    {
      name: 'review: the suggestion rewrites a client that leaves the file',
      code: `import { AzureOpenAI } from 'openai';
export const client = new AzureOpenAI({ endpoint: 'https://contoso.openai.azure.com', apiKey: readKey(), apiVersion: '2024-10-21' });
`,
      errors: [
        {
          messageId: 'review',
          suggestions: [
            {
              messageId: 'applyAndReview',
              output: `import { OpenAI } from 'openai';
export const client = new OpenAI({ baseURL: 'https://contoso.openai.azure.com/openai/v1/', apiKey: readKey() });
`,
            },
          ],
        },
      ],
    },
    {
      name: 'manual: assistants have no v1 form',
      code: `import { AzureOpenAI } from 'openai';
const client = new AzureOpenAI({ apiVersion: '2024-05-01-preview' });
void client.beta.assistants.list();
`,
      errors: [{ messageId: 'manual' }],
    },
  ],
});

function ruleOf(id: string): (typeof plugin.rules)[string] {
  const rule = plugin.rules[id];
  if (rule === undefined) throw new Error(`The plugin has no rule ${id}`);
  return rule;
}
