import { createFetch, createService } from '@azure-openai-v1/wire';
import { describe, expect, test } from 'vitest';
import { ask, requestFor } from './ask-service.ts';

const messages = [{ role: 'user', content: 'Hi' }];
const version = '?api-version=2024-10-21';

describe('paths', () => {
  test.each([
    ['http://127.0.0.1:9//openai/v1/models', 404],
    ['https://gateway.example.com/a//openai/v1/models', 404],
    ['https://gateway.example.com/a/openai/v1/models', 200],
    [`https://contoso.services.ai.azure.com/api/projects/one/openai/models${version}`, 404],
    [`/openai/models${version}`, 200],
  ])('%s: %d', async (address, status) => {
    expect((await ask(createService(), address)).status).toBe(status);
  });

  test('of an operation of a deployment take no other method', async () => {
    const answer = await ask(createService(), `/openai/deployments/gpt-4o/chat/completions${version}`, {
      method: 'GET',
    });
    expect(answer.status).toBe(404);
  });

  test('of retired roots have only what the dated API documents', async () => {
    const asked = { method: 'DELETE' };
    expect((await ask(createService(), `/openai/threads/one/messages/two${version}`, asked)).status).toBe(404);
    expect((await ask(createService(), '/openai/v1/threads/one/messages/two', asked)).status).toBe(200);
  });

  test('that do not exist are a secret of those with a key', async () => {
    expect((await ask(createService(), '/nothing', { headers: { 'api-key': '' } })).status).toBe(401);
    expect((await ask(createService(), '/nothing')).status).toBe(404);
  });
});

test('a form below a deployment needs no model', async () => {
  const part = (head: string, value: string) => `--x\r\ncontent-disposition: form-data; ${head}\r\n\r\n${value}\r\n`;
  const form = `${part('name="image"; filename="a.png"', 'png')}${part('name="prompt"', 'Brighter')}`;
  const headers = { 'content-type': 'multipart/form-data; boundary=x' };
  const service = createService();
  const edit = async (path: string, body: string) => ask(service, path, { headers, body: `${body}--x--\r\n` });
  const before = await edit(`/openai/deployments/gpt-image-1/images/edits${version}`, form);
  const after = await edit('/openai/v1/images/edits', `${part('name="model"', 'gpt-image-1')}${form}`);
  expect([before.status, after.text]).toEqual([200, before.text]);
  expect((await edit('/openai/v1/images/edits', form)).error?.param).toBe('model');
});

describe('a credential for a socket', () => {
  const connect = (path: string, headers: Readonly<Record<string, string>>) => {
    const service = createService({ keys: ['placeholder-key-1'] });
    const asked = { headers: { 'api-key': '', upgrade: 'websocket', ...headers } };
    return service.connect(requestFor(path, asked)).kind;
  };
  const legacy = `/openai/realtime${version}&deployment=gpt-realtime`;

  test.each([
    [
      '/openai/v1/realtime?model=a',
      { 'sec-websocket-protocol': 'realtime, openai-insecure-api-key.placeholder-key-1' },
      'open',
    ],
    ['/openai/v1/realtime?model=a', { 'sec-websocket-protocol': 'realtime, openai-insecure-api-key.other' }, 'refused'],
    [`${legacy}&api-key=placeholder-key-1`, {}, 'open'],
    [`${legacy}&Authorization=Bearer%20placeholder-key-1`, {}, 'open'],
    [legacy, {}, 'refused'],
  ] as const)('%s %j: %s', (path, headers, kind) => {
    expect(connect(path, headers)).toBe(kind);
  });

  test('is of no use in the query of a plain request', async () => {
    const asked = { headers: { 'api-key': '' } };
    expect((await ask(createService(), '/openai/v1/models?api-key=placeholder-key-1', asked)).status).toBe(401);
  });
});

describe('the choice of a tool', () => {
  const tools = ['first', 'second'].map((name) => ({
    type: 'function',
    function: { name, parameters: { type: 'object' } },
  }));
  const choose = async (tool_choice: unknown) => {
    const body = { model: 'gpt-4o', messages, tools, tool_choice };
    return (await ask(createService(), '/openai/v1/chat/completions', { body })).text;
  };

  test('is kept', async () => {
    expect(await choose('auto')).toContain('"name":"first"');
    expect(await choose({ type: 'function', function: { name: 'second' } })).toContain('"name":"second"');
    expect(await choose('none')).toContain('"finish_reason":"stop"');
  });

  test('of responses is kept too, and custom tools have plain input', async () => {
    const asked = [{ type: 'web_search' }, { type: 'custom', name: 'shell' }, { type: 'function', name: 'second' }];
    const respond = async (tool_choice: unknown, stream: boolean) => {
      const body = { model: 'gpt-4o', input: 'Hi', tools: asked, tool_choice, stream };
      return (await ask(createService(), '/openai/v1/responses', { body })).text;
    };
    expect(await respond('auto', false)).toMatch(
      /"type":"custom_tool_call".*"name":"shell","input":"Input [0-9a-f]{8}"/,
    );
    expect(await respond('auto', true)).toContain('event: response.custom_tool_call_input.done');
    expect(await respond({ type: 'function', name: 'second' }, false)).toContain('"name":"second","arguments":');
  });

  test('functions from before there were tools are called as before', async () => {
    const functions = [{ name: 'old', parameters: { type: 'object' } }];
    const call = async (stream: boolean) => {
      const body = { model: 'gpt-4o', messages, functions, stream };
      return (await ask(createService(), '/openai/v1/chat/completions', { body })).text;
    };
    expect(await call(false)).toContain('"function_call":{"name":"old","arguments":"{}"}');
    expect(await call(true)).toMatch(
      /"function_call":\{"name":"old","arguments":""\}[^]*"finish_reason":"function_call"/,
    );
  });
});

describe('streams of other operations', () => {
  test('of a transcription', async () => {
    const part = (name: string, value: string) =>
      `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
    const body = `${part('model', 'gpt-4o-transcribe')}${part('file', 'x')}${part('stream', 'true')}--x--\r\n`;
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    const { text } = await ask(createService(), '/openai/v1/audio/transcriptions', { headers, body });
    expect(text).toMatch(
      /^data: \{"type":"transcript\.text\.delta"[^]*"type":"transcript\.text\.done"[^]*data: \[DONE\]\n\n$/,
    );
  });

  test('of a response that is there already', async () => {
    const { text } = await ask(createService(), '/openai/v1/responses/resp_7?stream=true');
    expect(text).toMatch(/^event: response\.created\n[^]*event: response\.completed\ndata: .*"id":"resp_7"/);
  });
});

test('a response in the background is queued first, then done, and can be cancelled', async () => {
  const service = createService();
  const body = { model: 'gpt-4o', input: 'Hi', background: true };
  const read = async (path: string, asked?: object) =>
    JSON.parse((await ask(service, path, { ...(asked && { body: asked }) })).text) as {
      id: string;
      status: string;
      output: unknown[];
    };
  const queued = await read('/openai/v1/responses', body);
  expect([queued.status, queued.output]).toEqual(['queued', []]);
  expect(await read(`/openai/v1/responses/${queued.id}`)).toMatchObject({ id: queued.id, status: 'completed' });
  expect(await read(`/openai/v1/responses/${queued.id}/cancel`, {})).toMatchObject({ status: 'cancelled', output: [] });
});

test('identity documents are there for clients that ask for them', async () => {
  const authority = 'https://login.microsoftonline.com/tenant-1';
  const configuration = await ask(createService(), `${authority}/v2.0/.well-known/openid-configuration`);
  expect(JSON.parse(configuration.text)).toMatchObject({ token_endpoint: `${authority}/oauth2/v2.0/token` });
  const discovery = await ask(
    createService(),
    'https://login.microsoftonline.com/common/discovery/instance?api-version=1.1',
  );
  expect(JSON.parse(discovery.text)).toMatchObject({ metadata: [{ aliases: ['login.microsoftonline.com'] }] });
});

describe('fetch without a socket', () => {
  test('takes what fetch takes', async () => {
    const service = createService();
    const fetch = createFetch(service);
    const url = 'https://contoso.openai.azure.com/openai/v1/files';
    const form = new FormData();
    form.set('purpose', 'batch');
    form.set('file', new File(['one'], 'data.jsonl'));
    const sent = await fetch(new URL(url), { method: 'POST', headers: { 'api-key': 'k' }, body: form });
    expect(await sent.json()).toMatchObject({ filename: 'data.jsonl', bytes: 3 });
    expect((await fetch(new Request(url, { headers: { authorization: 'Bearer k' } }))).status).toBe(200);
    expect(service.exchanges.map(({ request }) => request.method)).toEqual(['POST', 'GET']);
  });

  test('does not ask for what was given up before, and records nothing of it', async () => {
    const service = createService();
    const asked = createFetch(service)('https://contoso.openai.azure.com/openai/v1/files', {
      signal: AbortSignal.abort(),
    });
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
    expect(service.exchanges).toEqual([]);
  });
});
