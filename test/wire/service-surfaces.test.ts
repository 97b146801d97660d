import { apiVersions, legacyResourceOperations, v1Operations, v1RequestBodies } from '@azure-openai-v1/knowledge';
import { createService } from '@azure-openai-v1/wire';
import { describe, expect, test } from 'vitest';
import { ask, type Asked } from './ask-service.ts';

const chat = { messages: [{ role: 'user', content: 'Hi' }] };
const legacyChat = '/openai/deployments/chat-prod/chat/completions';
const deployments = { 'chat-prod': 'gpt-4o', 'name with/slash': 'gpt-4o' };

describe('the legacy surface', () => {
  test.each(apiVersions.map(({ version }) => version))('takes %s', async (version) => {
    const service = createService({ deployments });
    expect((await ask(service, `${legacyChat}?api-version=${version}`, { body: chat })).status).toBe(200);
  });

  test.each(['', '?api-version=', '?api-version=v1', '?api-version=preview', '?api-version=2024-02-02'])(
    'knows nothing at %s',
    async (query) => {
      const answer = await ask(createService(), `${legacyChat}${query}`, { body: chat });
      expect([answer.status, answer.error]).toEqual([404, { code: '404', message: 'Resource not found' }]);
    },
  );

  test.each([
    ['/openai/deployments/none/chat/completions', 'DeploymentNotFound'],
    ['/openai/deployments/none/batches', 'DeploymentNotFound'],
    ['/openai/deployments/chat-prod/files', '404'],
    ['/openai/deployments/chat-prod/responses', '404'],
    ['/openai/deployments//chat/completions', '404'],
    ['//openai/deployments/chat-prod/chat/completions', '404'],
    ['/openai/chat/completions', '404'],
    ['/openai/files/import', '404'],
    ['/openai/fine-tunes', '404'],
    ['/openai/uploads', '404'],
    ['/v1/chat/completions', '404'],
  ])('refuses %s with %s', async (path, code) => {
    const answer = await ask(createService({ deployments }), `${path}?api-version=2024-10-21`, { body: chat });
    expect([answer.status, answer.error?.code]).toEqual([404, code]);
  });

  test('decodes the deployment of the path and leaves the model of the body aside', async () => {
    const service = createService({ deployments });
    const path = '/openai/deployments/name%20with%2Fslash/chat/completions?api-version=2024-10-21';
    const before = await ask(service, path, { body: { ...chat, model: 'whatever' } });
    const after = await ask(service, '/openai/v1/chat/completions', { body: { ...chat, model: 'name with/slash' } });
    expect(before.status).toBe(200);
    expect(after.text).toBe(before.text);
  });

  test('serves batches below a deployment as batches', async () => {
    const service = createService({ deployments });
    const body = { endpoint: '/chat/completions', completion_window: '24h', input_file_id: 'file-1' };
    const below = await ask(service, '/openai/deployments/chat-prod/batches?api-version=2024-10-21', { body });
    expect(below.text).toBe((await ask(service, '/openai/v1/batches', { body })).text);
    expect(below.text).toContain('"object":"batch"');
  });
});

describe('the v1 surface', () => {
  test.each([
    ['', 200, undefined],
    ['?api-version=v1', 200, undefined],
    ['?api-version=preview', 200, undefined],
    ['?api-version=latest', 400, 'API version not supported'],
    ['?api-version=2024-10-21', 400, 'api-version query parameter is not allowed when using /v1 path'],
    ['?api-version=2031-01-01-preview', 400, 'api-version query parameter is not allowed when using /v1 path'],
  ])('answers %s with %d', async (query, status, message) => {
    const body = { ...chat, model: 'chat-prod' };
    const answer = await ask(createService(), `/openai/v1/chat/completions${query}`, { body });
    expect([answer.status, answer.error?.message]).toEqual([status, message]);
  });

  test.each([
    '/openai/v1/deployments/chat-prod/chat/completions',
    '/openai/v1/openai/deployments/chat-prod/chat/completions',
    '/openai/v1/openai/v1/chat/completions',
    '/openai/v1//chat/completions',
    '/openai//v1/chat/completions',
    '/openai/v1/chat/completions/',
    '/openai/v1/assistants',
    '/openai/v1/moderations',
    '/openai/v1',
  ])('has no %s', async (path) => {
    const answer = await ask(createService(), `${path}?api-version=2024-10-21`, {
      body: { ...chat, model: 'chat-prod' },
    });
    expect([answer.status, answer.error?.message]).toEqual([404, 'Resource not found']);
  });

  test.each([
    [chat, 400, 'missing_required_parameter'],
    [{ ...chat, model: '' }, 404, 'DeploymentNotFound'],
    [{ ...chat, model: 'gpt-4o' }, 404, 'DeploymentNotFound'],
    [{ ...chat, model: 'toString' }, 404, 'DeploymentNotFound'],
    [{ ...chat, model: 'chat-prod' }, 200, undefined],
  ])('answers %j with %d', async (body, status, code) => {
    const answer = await ask(createService({ deployments }), '/openai/v1/chat/completions', { body });
    expect([answer.status, answer.error?.code]).toEqual([status, code]);
  });

  test('stands below projects and behind gateways too', async () => {
    const body = { ...chat, model: 'chat-prod' };
    const service = createService();
    const plain = await ask(service, '/openai/v1/chat/completions', { body });
    const project = 'https://contoso.services.ai.azure.com/api/projects/one/openai/v1/chat/completions';
    const gateway = 'https://contoso.azure-api.net/inference/openai/v1/chat/completions';
    expect((await ask(service, project, { body })).text).toBe(plain.text);
    expect((await ask(service, gateway, { body })).text).toBe(plain.text);
    const wrong = 'https://contoso.openai.azure.com/inference/openai/v1/chat/completions';
    expect((await ask(service, wrong, { body })).status).toBe(404);
  });
});

describe('every operation', () => {
  test.each(v1Operations.map(({ method, path }) => `${method} ${path}`))('%s is served on v1', async (operation) => {
    expect((await ask(createService(), `/openai/v1${addressOf(operation)}`, askedOf(operation))).status).toBe(200);
  });

  test.each(legacyResourceOperations.map(({ method, path }) => `${method} ${path}`))(
    '%s is served on legacy, as on v1 where that has it',
    async (operation) => {
      const service = createService();
      const before = await ask(
        service,
        `/openai${addressOf(operation)}?api-version=2025-03-01-preview`,
        askedOf(operation),
      );
      const after = await ask(service, `/openai/v1${addressOf(operation)}`, askedOf(operation));
      expect(before.status).toBe(200);
      expect([200, 404]).toContain(after.status);
      if (after.status === 200) expect(after.text).toBe(before.text);
      expect(after.status === 404).toBe(operation.includes('/assistants'));
    },
  );

  test('copying a checkpoint needs its header', async () => {
    const path = '/openai/v1/fine_tuning/jobs/ftjob-1/checkpoints/ftckpt-1/copy';
    const answer = await ask(createService(), path, { body: {} });
    expect([answer.status, answer.error?.message]).toEqual([
      400,
      'This operation is in preview and needs the header aoai-copy-ft-checkpoints: preview',
    ]);
  });
});

function addressOf(operation: string): string {
  return operation.replace(/^\w+ /, '').replaceAll(/\{[^}]*\}/g, 'thing-1');
}

/** A request with everything that is required, and nothing else. */
function askedOf(operation: string): Asked {
  const [method = ''] = operation.split(' ');
  const headers = { 'aoai-copy-ft-checkpoints': 'preview' };
  const table = v1RequestBodies.find((row) => row.operation === operation);
  const values = (table?.required ?? []).map((name): [string, string] => [
    name,
    name === 'model' ? 'any-model' : 'value',
  ]);
  if (table?.content === 'multipart') {
    const parts = values.map(
      ([name, value]) => `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    );
    return {
      method,
      headers: { ...headers, 'content-type': 'multipart/form-data; boundary=x' },
      body: `${parts.join('')}--x--\r\n`,
    };
  }
  return { method, headers, ...(method === 'POST' ? { body: Object.fromEntries(values) } : {}) };
}
