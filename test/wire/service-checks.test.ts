import {
  legacyRequestBodies,
  reasoningModels,
  retiredBodyProperties,
  v1RequestBodies,
} from '@azure-openai-v1/knowledge';
import { createService } from '@azure-openai-v1/wire';
import { describe, expect, test } from 'vitest';
import { ask } from './ask-service.ts';

const chat = { messages: [{ role: 'user', content: 'Hi' }] };

/** The same request on both surfaces. */
async function askBoth(model: string, body: object, version = '2025-04-01-preview') {
  const service = createService();
  const path = `/openai/deployments/${model}/chat/completions?api-version=${version}`;
  const legacy = await ask(service, path, { body });
  return { legacy, v1: await ask(service, '/openai/v1/chat/completions', { body: { ...body, model } }) };
}

describe('credentials', () => {
  test.each([
    [{ 'api-key': 'placeholder-key-1' }, 200],
    [{ 'api-key': '', authorization: 'Bearer placeholder-key-1' }, 200],
    [{ 'api-key': 'placeholder-key-2' }, 401],
    [{ 'api-key': '', authorization: 'Bearer placeholder-key-2' }, 401],
    [{ 'api-key': '', authorization: 'Bearer ' }, 401],
    [{ 'api-key': '', authorization: 'placeholder-key-1' }, 401],
    [{ 'api-key': '' }, 401],
  ])('%j gives %d', async (headers, status) => {
    const service = createService({ keys: ['placeholder-key-1'] });
    const path = '/openai/v1/chat/completions';
    const answer = await ask(service, path, { headers, body: { ...chat, model: 'gpt-4o' } });
    expect(answer.status).toBe(status);
    if (status === 401) expect(answer.error?.message).toMatch(/^Access denied due to invalid subscription key/);
  });

  test('without a list every credential will do, but none will not', async () => {
    const service = createService();
    expect((await ask(service, '/openai/v1/models')).status).toBe(200);
    expect((await ask(service, '/openai/v1/models', { headers: { 'api-key': '' } })).status).toBe(401);
  });
});

describe('bodies', () => {
  const names = (operation: string) => [
    ...(legacyRequestBodies.find((row) => row.operation === operation)?.properties ?? []),
    ...(v1RequestBodies.find((row) => row.operation === operation)?.properties ?? []),
  ];
  const retired = new Set<string>(retiredBodyProperties.map(({ property }) => property));

  test.each([...new Set(names('POST /chat/completions'))])(
    '%s is taken by both surfaces, or was retired',
    async (name) => {
      const { legacy, v1 } = await askBoth('gpt-4o', {
        ...chat,
        ...(name in chat || name === 'model' ? {} : { [name]: null }),
      });
      expect(legacy.status).toBe(200);
      expect(v1.status).toBe(retired.has(name) ? 400 : 200);
      if (retired.has(name)) expect(v1.error?.message).toBe(`Unrecognized request argument supplied: ${name}`);
    },
  );

  test('an unknown property and a missing one are refused in the same words', async () => {
    for (const body of [{ ...chat, temprature: 1 }, { temperature: 1 }]) {
      const { legacy, v1 } = await askBoth('gpt-4o', body);
      expect([legacy.status, v1.text]).toEqual([400, legacy.text]);
    }
  });

  test.each(['no json', '[]', '"text"'])('%s is no body', async (body) => {
    const answer = await ask(createService(), '/openai/v1/chat/completions', { body });
    expect([answer.status, answer.error?.code]).toEqual([400, 'invalid_body']);
  });

  test('a form where JSON is due, and the other way round', async () => {
    const service = createService();
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    const form = '--x\r\ncontent-disposition: form-data; name="model"\r\n\r\ngpt-4o\r\n--x--\r\n';
    expect((await ask(service, '/openai/v1/chat/completions', { headers, body: form })).error?.code).toBe(
      'invalid_body',
    );
    const wrong = await ask(service, '/openai/v1/audio/transcriptions', { body: { model: 'whisper', file: 'x' } });
    expect(wrong.error?.code).toBe('invalid_body');
  });

  test('max_completion_tokens is unknown to versions before 2024-09-01-preview', async () => {
    const body = { ...chat, max_completion_tokens: 9 };
    expect((await askBoth('gpt-4o', body, '2024-08-01-preview')).legacy.error?.param).toBe('max_completion_tokens');
    expect((await askBoth('gpt-4o', body, '2024-06-01')).legacy.status).toBe(400);
    expect((await askBoth('gpt-4o', body, '2024-09-01-preview')).legacy.status).toBe(200);
    expect((await askBoth('gpt-4o', body)).v1.status).toBe(200);
  });
});

describe('models', () => {
  const chatting = reasoningModels.filter(({ chat: serves }) => serves);

  test.each(chatting.flatMap(({ id, unsupported }) => unsupported.map((parameter) => [id, parameter] as const)))(
    '%s refuses %s on both surfaces',
    async (model, parameter) => {
      const { legacy, v1 } = await askBoth(model, { ...chat, [parameter]: 0.5 });
      expect([legacy.status, legacy.error?.param]).toEqual([400, parameter]);
      expect(legacy.error?.code).toBe(parameter === 'temperature' ? 'unsupported_value' : 'unsupported_parameter');
      expect(v1.text).toBe(legacy.text);
    },
  );

  test('says what to use instead', async () => {
    const { v1 } = await askBoth('my-o3-mini-prod', { ...chat, max_tokens: 9 });
    expect(v1.error?.message).toBe(
      "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
    );
  });

  test('takes values that say the default, and null', async () => {
    const body = { ...chat, temperature: 1, top_p: 1, presence_penalty: 0, max_tokens: null };
    expect((await askBoth('gpt-5', body)).v1.status).toBe(200);
  });

  test('a model that does not reason takes them all', async () => {
    const body = { ...chat, temperature: 0.5, max_tokens: 9, parallel_tool_calls: true };
    expect((await askBoth('gpt-5-chat', body)).v1.status).toBe(200);
  });

  test('the model of a deployment counts, not its name', async () => {
    const service = createService({ deployments: { 'o3-mini': 'gpt-4o', plain: 'o3-mini' } });
    const askFor = (model: string) =>
      ask(service, '/openai/v1/chat/completions', { body: { ...chat, model, max_tokens: 9 } });
    expect((await askFor('o3-mini')).status).toBe(200);
    expect((await askFor('plain')).status).toBe(400);
  });

  test('a model serves only what it serves', async () => {
    const { legacy, v1 } = await askBoth('gpt-5-pro', chat);
    expect([legacy.status, legacy.error?.code, v1.text]).toEqual([400, 'OperationNotSupported', legacy.text]);
    const service = createService();
    const respond = (model: string) => ask(service, '/openai/v1/responses', { body: { model, input: 'Hi' } });
    expect((await respond('gpt-5-pro')).status).toBe(200);
    expect((await respond('o1-mini')).error?.code).toBe('OperationNotSupported');
  });

  test('responses refuse sampling parameters of reasoning models', async () => {
    const body = { model: 'o4-mini', input: 'Hi', temperature: 0.2 };
    const answer = await ask(createService(), '/openai/v1/responses', { body });
    expect([answer.status, answer.error?.param]).toEqual([400, 'temperature']);
  });
});

test('the content filter stops a prompt on both surfaces, and says why', async () => {
  const body = { messages: [{ role: 'user', content: 'Say [content-filter] now' }] };
  const { legacy, v1 } = await askBoth('gpt-4o', body);
  expect([legacy.status, legacy.error?.code, v1.text]).toEqual([400, 'content_filter', legacy.text]);
  expect(JSON.parse(v1.text)).toMatchObject({
    error: {
      innererror: { code: 'ResponsibleAIPolicyViolation', content_filter_result: { violence: { filtered: true } } },
    },
  });
});
