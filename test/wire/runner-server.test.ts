import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createAzureOpenAI, headerOf, runProgram } from '@azure-openai-v1/wire';
import { expect, onTestFinished, test } from 'vitest';
import { makeFolder } from '../run-cli.ts';

async function runOnServer(text: string) {
  const server = await createAzureOpenAI();
  onTestFinished(() => server.close());
  const folder = makeFolder({ 'program.mjs': text });
  symlinkSync(fileURLToPath(new URL('../../node_modules', import.meta.url)), join(folder, 'node_modules'));
  return runProgram({ file: 'program.mjs', folder, environment: {}, timeoutMilliseconds: 60_000 }, server);
}

test('a credential of @azure/identity gets its tokens from the server', async () => {
  const { exchanges, outcome, stderr } = await runOnServer(`
    import { ClientSecretCredential, getBearerTokenProvider } from '@azure/identity';
    import { AzureOpenAI } from 'openai';
    const credential = new ClientSecretCredential('00000000-0000-0000-0000-000000000000', 'client-1', 'placeholder-secret-1');
    const client = new AzureOpenAI({
      azureADTokenProvider: getBearerTokenProvider(credential, 'https://cognitiveservices.azure.com/.default'),
      endpoint: 'https://desk.openai.azure.com',
      apiVersion: '2024-10-21',
    });
    await client.responses.create({ model: 'chat', input: 'Hello' });`);
  expect([stderr, outcome.exit]).toEqual(['', 0]);
  const hosts = exchanges.map(({ request }) => new URL(request.url).host);
  expect(hosts).toEqual(['login.microsoftonline.com', 'desk.openai.azure.com']);
  expect(exchanges.map(({ request }) => headerOf(request, 'authorization'))).toEqual([
    undefined,
    'Bearer wire-token-1',
  ]);
});

test('a realtime connection is led to the server', async () => {
  const { exchanges, outcome, stderr } = await runOnServer(`
    import { OpenAI } from 'openai';
    import { OpenAIRealtimeWS } from 'openai/realtime/ws';
    const client = new OpenAI({ apiKey: 'placeholder-key-1', baseURL: 'https://desk.openai.azure.com/openai/v1/' });
    const connection = await OpenAIRealtimeWS.create(client, { model: 'talk' });
    connection.on('session.created', ({ type }) => { console.log(type); connection.close(); });`);
  expect([stderr, outcome]).toEqual(['', { exit: 0, stdout: 'session.created\n' }]);
  const [url] = exchanges.map(({ request }) => new URL(request.url));
  expect([url?.host, url?.pathname, url?.search]).toEqual([
    'desk.openai.azure.com',
    '/openai/v1/realtime',
    '?model=talk',
  ]);
});
