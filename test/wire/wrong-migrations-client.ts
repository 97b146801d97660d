import { mistake, type MigrationCase } from './wrong-migrations.ts';

const before = `
const { AzureOpenAI } = require('openai');
const client = new AzureOpenAI({
  endpoint: 'https://contoso.openai.azure.com',
  apiKey: process.env.SUPPORT_KEY,
  apiVersion: '2024-10-21',
  deployment: 'support-chat',
  organization: 'org-support',
  defaultHeaders: { 'x-team': 'support' },
  defaultQuery: { trace: 'on' },
  timeout: 9000,
  maxRetries: 1,
});
const question = { role: 'user', content: 'Where is my parcel?' };
const answer = await client.chat.completions.create({ model: 'gpt-4o', messages: [question], temperature: 0.5 });
print(answer.choices[0].message.content);
return answer.id;
`;

const right = `
const { OpenAI } = require('openai');
const client = new OpenAI({
  baseURL: 'https://contoso.openai.azure.com/openai/v1/',
  apiKey: process.env.SUPPORT_KEY,
  organization: 'org-support',
  defaultHeaders: { 'x-team': 'support' },
  defaultQuery: { trace: 'on' },
  timeout: 9000,
  maxRetries: 1,
});
const question = { role: 'user', content: 'Where is my parcel?' };
const answer = await client.chat.completions.create({ model: 'support-chat', messages: [question], temperature: 0.5 });
print(answer.choices[0].message.content);
return answer.id;
`;

const url = "'https://contoso.openai.azure.com/openai/v1/'";
const key = 'apiKey: process.env.SUPPORT_KEY,';
const call = `client.chat.completions.create({ model: 'support-chat', messages: [question], temperature: 0.5 })`;

/** Mistakes in a client with every option. */
export const clientCase: MigrationCase = {
  name: 'a client with every option',
  before,
  right,
  wrong: [
    mistake(right, 'the options of the old class are left', 'leak', [
      `baseURL: ${url}`,
      "endpoint: 'https://contoso.openai.azure.com'",
    ]),
    mistake(right, 'the base URL may be undefined', 'leak', [url, 'process.env.AZURE_OPENAI_ENDPOINT']),
    mistake(right, 'the slip of the documentation in the host', 'leak', [
      url,
      "'https://contoso.azure.openai.com/openai/v1/'",
    ]),
    mistake(right, 'another resource', 'origin', [url, "'https://fabrikam.openai.azure.com/openai/v1/'"]),
    mistake(right, 'without encryption', 'origin', [url, "'http://contoso.openai.azure.com/openai/v1/'"]),
    mistake(right, 'another port', 'origin', [url, "'https://contoso.openai.azure.com:8443/openai/v1/'"]),
    mistake(right, 'no /openai in the path', 'path', [url, "'https://contoso.openai.azure.com/v1/'"]),
    mistake(right, 'no /v1 in the path', 'path', [url, "'https://contoso.openai.azure.com/openai/'"]),
    mistake(right, 'a double slash', 'double-slash', [url, "'https://contoso.openai.azure.com//openai/v1/'"]),
    mistake(right, '/openai twice', 'doubled-path', [url, "'https://contoso.openai.azure.com/openai/openai/v1/'"]),
    mistake(right, '/v1 twice', 'doubled-path', [url, "'https://contoso.openai.azure.com/openai/v1/v1/'"]),
    mistake(right, 'the deployment stays in the path', 'deployment-in-path', [
      url,
      "'https://contoso.openai.azure.com/openai/v1/deployments/support-chat/'",
    ]),
    {
      name: 'the old class with the v1 URL',
      kinds: ['deployment-in-path', 'api-version'],
      text: before.replace("endpoint: 'https://contoso.openai.azure.com'", `baseURL: ${url}`),
    },
    {
      name: 'the old class with the v1 URL as its endpoint',
      kinds: ['doubled-path', 'deployment-in-path'],
      text: before.replace("'https://contoso.openai.azure.com'", url),
    },
    {
      name: 'the old class with v1 as its version',
      kinds: ['api-version', 'answer'],
      text: before.replace('2024-10-21', 'v1'),
    },
    mistake(
      right,
      'the deployment URL without a version',
      ['api-version', 'answer'],
      [url, "'https://contoso.openai.azure.com/openai/deployments/support-chat'"],
    ),
    mistake(
      right,
      'the version is left in the query',
      ['api-version', 'answer'],
      ["{ trace: 'on' }", "{ trace: 'on', 'api-version': '2024-10-21' }"],
    ),
    mistake(right, 'the version becomes v1', 'api-version', [
      "{ trace: 'on' }",
      "{ trace: 'on', 'api-version': 'v1' }",
    ]),
    mistake(right, 'the query is lost', 'query', ["  defaultQuery: { trace: 'on' },\n", '']),
    mistake(right, 'the query is changed', 'query', ["trace: 'on'", "trace: 'off'"]),
    mistake(right, 'a header is lost', 'header-lost', ["  defaultHeaders: { 'x-team': 'support' },\n", '']),
    mistake(right, 'a header is changed', 'header-changed', ["'x-team': 'support'", "'x-team': 'sales'"]),
    mistake(right, 'a header is added', 'header-added', [
      "'x-team': 'support'",
      "'x-team': 'support', 'x-moved': 'yes'",
    ]),
    mistake(right, 'the organization is lost', 'header-lost', ["  organization: 'org-support',\n", '']),
    mistake(right, 'the time limit is lost', 'timeout', ['  timeout: 9000,\n', '']),
    mistake(right, 'the number of retries is lost', 'retries', ['  maxRetries: 1,\n', ''], { scenario: 'limited' }),
    mistake(right, 'retries are switched off', 'retries', ['maxRetries: 1', 'maxRetries: 0'], {
      scenario: 'limited-once',
    }),
    mistake(right, 'the key of another service', 'credential-changed', ['SUPPORT_KEY', 'OPENAI_API_KEY']),
    mistake(right, 'the key is left to a variable that is not read', 'credential-changed', [key, '']),
    mistake(right, 'spaces before the key', 'credential-changed', [key, 'apiKey: `  ${process.env.SUPPORT_KEY}`,']),
    mistake(right, 'a second key beside it', 'credential-added', [
      "'x-team': 'support'",
      "'x-team': 'support', 'api-key': 'placeholder-key-2'",
    ]),
    mistake(right, 'a key that is only a stand-in beside the old header', 'credential-added', [
      `${key}\n  organization: 'org-support',\n  defaultHeaders: { 'x-team': 'support' }`,
      "apiKey: 'unused',\n  organization: 'org-support',\n  defaultHeaders: { 'x-team': 'support', 'api-key': process.env.SUPPORT_KEY }",
    ]),
    mistake(right, 'the model of the call is kept', 'model-changed', ["model: 'support-chat'", "model: 'gpt-4o'"]),
    mistake(right, 'the model is missing', ['model-missing', 'answer', 'error'], ["model: 'support-chat', ", '']),
    mistake(right, 'the model is empty', ['model-missing', 'answer', 'error'], ["model: 'support-chat'", "model: ''"]),
    mistake(right, 'a parameter is lost', 'body-lost', [', temperature: 0.5', '']),
    mistake(right, 'a parameter is changed', 'body-changed', ['temperature: 0.5', 'temperature: 1']),
    mistake(right, 'a parameter is added', 'body-added', ['temperature: 0.5', 'temperature: 0.5, n: 2']),
    mistake(
      right,
      'the limit is renamed for a model that does not reason',
      ['body-added'],
      ['temperature: 0.5', 'temperature: 0.5, max_completion_tokens: 9'],
    ),
    mistake(
      right,
      'another operation',
      ['request-missing', 'request-added'],
      [
        call,
        "client.responses.create({ model: 'support-chat', input: 'Where?' }).then(({ id }) => ({ id, choices: [{ message: {} }] }))",
      ],
    ),
    mistake(right, 'the call is made twice', 'request-added', [
      `const answer = await ${call}`,
      `await ${call};\nconst answer = await ${call}`,
    ]),
    mistake(right, 'the client is asked for something first', 'request-added', [
      'const answer',
      'await client.models.list();\nconst answer',
    ]),
    mistake(
      right,
      'the call is gone',
      ['request-missing', 'result', 'stdout'],
      [`await ${call}`, "{ id: '', choices: [{ message: {} }] }"],
    ),
    mistake(right, 'something else is printed', 'stdout', [
      'answer.choices[0].message.content',
      'answer.choices[0].message.role',
    ]),
    mistake(right, 'something else is returned', 'result', ['return answer.id', 'return answer.object']),
    mistake(right, 'the property of the old client is read', 'result', [
      'return answer.id',
      'return [answer.id, client.deploymentName]',
    ]),
  ],
};
