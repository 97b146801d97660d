import { headerOf } from '@azure-openai-v1/wire';
import { describe, expect, test } from 'vitest';
import { runText } from './run-text.ts';
import { sdkVersions, versionsWithFunctions, versionsWithoutFunctions } from './sdk-majors.ts';

const asking = `
  await client.chat.completions
    .create({ model: 'chat', messages: [{ role: 'user', content: 'Hello' }] })
    .then((reply) => console.log(reply.choices[0].message.content));`;

test.each(sdkVersions)('openai %s sends to the server what it would send to the service', async (version) => {
  const { requests, exchanges, outcome, stderr } = await runText(`
    import { AzureOpenAI, OpenAI } from 'openai-${version}';
    const key = { apiKey: 'placeholder-key-1' };
    let client = new AzureOpenAI({ ...key, endpoint: 'https://desk.openai.azure.com', apiVersion: '2024-10-21' });
    ${asking}
    client = new OpenAI({ ...key, baseURL: 'https://desk.openai.azure.com/openai/v1/' });
    ${asking}
    client = new OpenAI(key);
    ${asking}`);
  expect([stderr, outcome]).toEqual(['', { exit: 0, stdout: 'answer\nanswer\nanswer\n' }]);
  expect(requests).toEqual([
    'POST https://desk.openai.azure.com/openai/deployments/chat/chat/completions?api-version=2024-10-21',
    'POST https://desk.openai.azure.com/openai/v1/chat/completions',
    'POST https://api.openai.com/v1/chat/completions',
  ]);
  expect(exchanges.map(({ request }) => headerOf(request, 'api-key') ?? headerOf(request, 'authorization'))).toEqual([
    'placeholder-key-1',
    'Bearer placeholder-key-1',
    'Bearer placeholder-key-1',
  ]);
});

describe('a function as `apiKey`', () => {
  const program = (version: string) => `
    import { OpenAI } from 'openai-${version}';
    const client = new OpenAI({ apiKey: async () => 'token-1', baseURL: 'https://desk.openai.azure.com/openai/v1/' });
    ${asking}`;
  const bearerOf = async (version: string) => {
    const { exchanges } = await runText(program(version));
    return exchanges.map(({ request }) => headerOf(request, 'authorization'));
  };

  // This is why a token provider is not migrated for these releases.
  test.each(versionsWithoutFunctions)('openai %s sends its source text', async (version) => {
    expect(await bearerOf(version)).toEqual([`Bearer async () => 'token-1'`]);
  });

  test.each(versionsWithFunctions)('openai %s sends its token', async (version) => {
    expect(await bearerOf(version)).toEqual(['Bearer token-1']);
  });
});
