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

tester.run('no-api-version', ruleOf('no-api-version'), {
  valid: [
    'const url = `${endpoint}/openai/v1/models`;\n',
    "import { SearchClient } from '@azure/search-documents';\nexport const apiVersion = '2024-07-01';\n",
  ],
  invalid: [
    {
      name: 'review: a dated version on a v1 URL',
      code: 'void fetch(`${process.env.AZURE_OPENAI_ENDPOINT}/openai/v1/models?api-version=2025-04-01-preview`);\n',
      errors: [
        {
          messageId: 'v1Query',
          suggestions: [
            {
              messageId: 'applyAndReview',
              output: 'void fetch(`${process.env.AZURE_OPENAI_ENDPOINT}/openai/v1/models`);\n',
            },
          ],
        },
      ],
    },
    {
      name: 'manual: an exported constant',
      code: "export const AZURE_OPENAI_API_VERSION = '2024-10-21';\n",
      errors: [{ messageId: 'constant' }],
    },
  ],
});

tester.run('no-deployment-url', ruleOf('no-deployment-url'), {
  valid: [
    "void fetch('https://contoso.openai.azure.com/openai/v1/chat/completions');\n",
    "app.post('/openai/deployments/:deployment/chat/completions', answer);\n",
  ],
  invalid: [
    {
      name: 'safe: URL and body meet',
      code: `void fetch('https://contoso.openai.azure.com/openai/deployments/gpt-4o/chat/completions?api-version=2024-10-21', {
  method: 'POST',
  body: JSON.stringify({ messages }),
});
`,
      output: `void fetch('https://contoso.openai.azure.com/openai/v1/chat/completions', {
  method: 'POST',
  body: JSON.stringify({ model: 'gpt-4o', messages }),
});
`,
      errors: [{ messageId: 'url' }],
    },
  ],
});

tester.run('no-max-tokens-on-reasoning-models', ruleOf('no-max-tokens-on-reasoning-models'), {
  valid: [
    "import OpenAI from 'openai';\nvoid new OpenAI({ baseURL: 'https://contoso.openai.azure.com/openai/v1/' }).chat.completions.create({ model: 'gpt-4o', messages, max_tokens: 1 });\n",
    "import Groq from 'groq-sdk';\nvoid new Groq().chat.completions.create({ model: 'o3-mini', messages, max_tokens: 1 });\n",
  ],
  invalid: ['o3-mini', 'team-chat'].map((model) => ({
    name: `safe: ${model}`,
    code: `import OpenAI from 'openai';
const client = new OpenAI({ baseURL: 'https://contoso.openai.azure.com/openai/v1/', apiKey: readKey() });
void client.chat.completions.create({ model: '${model}', messages, max_tokens: 1 });
`,
    output: `import OpenAI from 'openai';
const client = new OpenAI({ baseURL: 'https://contoso.openai.azure.com/openai/v1/', apiKey: readKey() });
void client.chat.completions.create({ model: '${model}', messages, max_completion_tokens: 1 });
`,
    errors: [{ messageId: 'known' }],
  })),
});

tester.run('no-unsupported-reasoning-parameters', ruleOf('no-unsupported-reasoning-parameters'), {
  valid: [
    "import OpenAI from 'openai';\nvoid new OpenAI({ baseURL: 'https://contoso.openai.azure.com/openai/v1/' }).chat.completions.create({ model: 'gpt-4o', messages, temperature: 0 });\n",
  ],
  invalid: [
    {
      name: 'manual: temperature',
      code: `import OpenAI from 'openai';
const client = new OpenAI({ baseURL: 'https://contoso.openai.azure.com/openai/v1/', apiKey: readKey() });
void client.chat.completions.create({ model: 'o3-mini', messages, temperature: 0 });
`,
      errors: [{ messageId: 'unsupported', line: 3 }],
    },
  ],
});

function ruleOf(id: string): (typeof plugin.rules)[string] {
  const rule = plugin.rules[id];
  if (rule === undefined) throw new Error(`The plugin has no rule ${id}`);
  return rule;
}
