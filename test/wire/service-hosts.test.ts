import { createService } from '@azure-openai-v1/wire';
import { describe, expect, test } from 'vitest';
import { ask } from './ask-service.ts';

const body = { model: 'gpt-4o', messages: [{ role: 'user', content: 'Hi' }] };

describe('a request that has left Azure', () => {
  test('is answered as OpenAI would, recorded, and called a leak', async () => {
    const service = createService({ deployments: { 'chat-prod': 'gpt-4o' } });
    const leak = await ask(service, 'https://api.openai.com/v1/chat/completions', { body });
    expect([leak.status, service.exchanges.length]).toEqual([200, 1]);
    expect(service.log).toEqual([
      'POST https://api.openai.com/v1/chat/completions -> 200 (chat/completions of gpt-4o) [LEAK: this request has left Azure]',
    ]);
  });

  test('has the same answer as on Azure', async () => {
    const service = createService();
    const leak = await ask(service, 'https://api.openai.com/v1/chat/completions?api-version=2024-10-21', { body });
    expect(leak.text).toBe((await ask(service, '/openai/v1/chat/completions', { body })).text);
  });

  test.each(['/v1/deployments/gpt-4o/chat/completions', '/v1/moderations', '/openai/v1/chat/completions'])(
    'finds no %s',
    async (path) => {
      const service = createService();
      expect((await ask(service, `https://api.openai.com${path}`, { body })).status).toBe(404);
      expect(service.log[0]).toContain('[LEAK');
    },
  );
});

describe('other hosts', () => {
  test.each(['https://management.azure.com/subscriptions', 'https://example.com/v1/chat/completions'])(
    '%s is not modelled',
    async (address) => {
      const service = createService();
      expect((await ask(service, address)).status).toBe(404);
      expect(service.log[0]).toContain('[not modelled]');
    },
  );

  test.each([
    'http://localhost:8080',
    'http://127.0.0.1:9',
    'https://gateway.example.com/azure',
    'https://contoso.azure-api.net',
  ])('%s could be Azure OpenAI', async (origin) => {
    const service = createService();
    expect((await ask(service, `${origin}/openai/v1/chat/completions`, { body })).status).toBe(200);
    const legacy = `${origin}/openai/deployments/gpt-4o/chat/completions?api-version=2024-10-21`;
    expect((await ask(service, legacy, { body })).status).toBe(200);
  });
});

describe('Microsoft Entra ID', () => {
  const token = (service: ReturnType<typeof createService>) =>
    ask(service, 'https://login.microsoftonline.com/tenant/oauth2/v2.0/token', {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'grant_type=client_credentials',
    });

  test('numbers its tokens, and begins anew with the scenario', async () => {
    const service = createService({ keys: [] });
    const tokenOf = async () => (JSON.parse((await token(service)).text) as { access_token: string }).access_token;
    expect([await tokenOf(), await tokenOf()]).toEqual(['wire-token-1', 'wire-token-2']);
    const headers = { 'api-key': '', authorization: 'Bearer wire-token-2' };
    expect((await ask(service, '/openai/v1/models', { headers })).status).toBe(200);
    service.setScenario('ok');
    expect((await ask(service, '/openai/v1/models', { headers })).status).toBe(401);
    expect(await tokenOf()).toBe('wire-token-1');
  });

  test('gives managed identities tokens', async () => {
    const address =
      'http://169.254.169.254/metadata/identity/oauth2/token?resource=https://ai.azure.com&api-version=2018-02-01';
    const answer = await ask(createService(), address, { headers: { metadata: 'true' } });
    expect(JSON.parse(answer.text)).toMatchObject({ access_token: 'wire-token-1', resource: 'https://ai.azure.com' });
  });

  test('does nothing else', async () => {
    const service = createService();
    expect((await ask(service, 'https://login.microsoftonline.com/tenant/oauth2/v2.0/authorize')).status).toBe(404);
    expect(service.log[0]).toContain('[not modelled]');
  });
});

test('the log shows no credential', async () => {
  const told: string[] = [];
  const service = createService({ tell: (line) => told.push(line) });
  const headers = { authorization: 'Bearer placeholder-key-2' };
  await ask(
    service,
    'https://user:placeholder-key-3@contoso.openai.azure.com/openai/v1/models?sig=placeholder-key-4&limit=2',
    { headers },
  );
  expect(service.log).toEqual([
    'GET https://contoso.openai.azure.com/openai/v1/models?sig=***&limit=2 -> 200 (models)',
  ]);
  expect(told).toEqual(service.log);
});

test.each(['a\nb', 'a\r\u2028\u0085\u001bb'])('a request for %j is one line of the log', async (name) => {
  const service = createService({ deployments: { [name]: 'gpt-4o' } });
  const shown = encodeURIComponent(name);
  const body = { messages: [{ role: 'user', content: 'Hi' }] };
  await ask(service, `/openai/deployments/${shown}/chat/completions?api-version=2024-10-21`, { body });
  await ask(service, '/openai/v1/chat/completions', { body: { ...body, model: name } });
  await ask(service, `/openai/v1/models?after=${shown}`);
  expect(service.log).toEqual([
    `POST https://contoso.openai.azure.com/openai/deployments/${shown}/chat/completions?api-version=2024-10-21 -> 200 (chat/completions of ${shown})`,
    `POST https://contoso.openai.azure.com/openai/v1/chat/completions -> 200 (chat/completions of ${shown})`,
    `GET https://contoso.openai.azure.com/openai/v1/models?after=${shown} -> 200 (models)`,
  ]);
});
