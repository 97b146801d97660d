import { versionsWithFunctions, versionsWithoutFunctions } from './sdk-majors.ts';
import { mistake, type MigrationCase } from './wrong-migrations.ts';

const before = `
const { AzureOpenAI } = require('openai');
const client = new AzureOpenAI({
  endpoint: 'https://contoso.openai.azure.com',
  azureADTokenProvider: provider,
  apiVersion: '2024-10-21',
});
const ids = [];
for (const input of ['first', 'second', 'third']) {
  const answer = await client.responses.create({ model: 'support-chat', input });
  ids.push(answer.id);
}
return ids;
`;

const right = before
  .replaceAll('AzureOpenAI', 'OpenAI')
  .replace(
    "  endpoint: 'https://contoso.openai.azure.com',\n  azureADTokenProvider",
    "  baseURL: 'https://contoso.openai.azure.com/openai/v1/',\n  apiKey",
  )
  .replace("  apiVersion: '2024-10-21',\n", '');

const provider = 'apiKey: provider';

/** Mistakes with a provider that gives a new token for each request. */
export const providerCase: MigrationCase = {
  name: 'a token provider',
  before,
  right,
  since: '5.23.2',
  wrong: [
    {
      name: 'a function becomes the key of a release that does not know it',
      kinds: ['token-source'],
      text: right,
      versions: versionsWithoutFunctions,
    },
    mistake(right, 'the provider is called once', 'token-frozen', [provider, 'apiKey: await provider()']),
    mistake(
      right,
      'the provider gives its first token again',
      'token-frozen',
      [provider, 'apiKey: (() => { const first = provider(); return () => first; })()'],
      { versions: versionsWithFunctions },
    ),
    mistake(
      right,
      'the provider is called once more for each request',
      'credential-changed',
      [provider, 'apiKey: async () => { await provider(); return provider(); }'],
      { versions: versionsWithFunctions },
    ),
    mistake(right, 'the key takes the place of the provider', 'credential-changed', [
      provider,
      'apiKey: process.env.SUPPORT_KEY',
    ]),
    mistake(
      right,
      'the key stands beside the provider',
      'credential-added',
      [provider, `${provider},\n  defaultHeaders: { 'api-key': process.env.SUPPORT_KEY }`],
      { versions: versionsWithFunctions },
    ),
  ],
};

const oldPattern = `
const OpenAI = require('openai').OpenAI;
const key = process.env.SUPPORT_KEY;
const client = new OpenAI({
  baseURL: 'https://contoso.openai.azure.com/openai/deployments/support-chat',
  apiKey: key,
  defaultQuery: { 'api-version': '2024-10-21' },
  defaultHeaders: { 'api-key': key, 'x-team': 'support' },
});
const messages = [{ role: 'user', content: 'Where is my parcel?' }];
const stream = await client.chat.completions.create({ model: 'gpt-4o', messages, stream: true });
let text = '';
for await (const chunk of stream) text += chunk.choices[0]?.delta?.content ?? '';
return text;
`;

const newPattern = oldPattern
  .replace('deployments/support-chat', 'v1/')
  .replace("  defaultQuery: { 'api-version': '2024-10-21' },\n", '')
  .replace("'api-key': key, ", '')
  .replace("'gpt-4o'", "'support-chat'");

/** Mistakes in the pattern that came before `AzureOpenAI`, with a stream. */
export const oldPatternCase: MigrationCase = {
  name: 'the pattern that came before AzureOpenAI',
  before: oldPattern,
  right: newPattern,
  wrong: [
    mistake(
      newPattern,
      'the version stays',
      ['api-version', 'answer', 'error'],
      ['apiKey: key,', "apiKey: key, defaultQuery: { 'api-version': '2024-10-21' },"],
    ),
    mistake(newPattern, 'a stand-in as the key', 'credential-changed', ['apiKey: key', "apiKey: 'unused'"]),
    mistake(newPattern, 'the headers go with the key', 'header-lost', [
      "  defaultHeaders: { 'x-team': 'support' },\n",
      '',
    ]),
    mistake(newPattern, 'the model stays', 'model-changed', ["'support-chat'", "'gpt-4o'"]),
    mistake(newPattern, 'the stream is gone', ['body-lost', 'error'], [', stream: true', '']),
    mistake(newPattern, 'the base URL goes as well', 'leak', [
      "  baseURL: 'https://contoso.openai.azure.com/openai/v1/',\n",
      '',
    ]),
    mistake(newPattern, 'an encoded slash', 'path', ['openai/v1/', 'openai%2Fv1/']),
  ],
};
