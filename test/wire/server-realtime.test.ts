import { type AzureOpenAI, createAzureOpenAI } from '@azure-openai-v1/wire';
import { connect } from 'node:net';
import type * as RealtimeHelper from 'openai/realtime/ws';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { loadSdk, sdkVersions } from './sdk-majors.ts';

let server: AzureOpenAI;

beforeEach(async () => {
  server = await createAzureOpenAI({ deployments: { 'voice-prod': 'gpt-realtime' } });
});

afterEach(() => server.close());

const headers = { 'api-key': 'placeholder-key-1' };
const say = [
  { type: 'session.update', session: { type: 'realtime', instructions: 'Be brief' } },
  { type: 'conversation.item.create', item: { type: 'message', role: 'user', content: [] } },
  { type: 'response.create' },
];

/** Opens a connection, says everything, and gives the types of all events until the response is done, and its text. */
function talk(socket: WebSocket): Promise<{ readonly types: readonly string[]; readonly text: string }> {
  const types: string[] = [];
  const words: string[] = [];
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.on('message', (data: Buffer) => {
      const event = JSON.parse(data.toString()) as { type: string; delta?: string };
      types.push(event.type);
      words.push(event.delta ?? '');
      if (event.type === 'session.created') for (const message of say) socket.send(JSON.stringify(message));
      if (event.type !== 'response.done') return;
      socket.close();
      resolve({ types, text: words.join('') });
    });
  });
}

const url = (path: string) => `${server.url.replace('http', 'ws')}${path}`;
const legacy = '/openai/realtime?api-version=2025-04-01-preview&deployment=voice-prod';
const v1 = '/openai/v1/realtime?model=voice-prod';

describe('a realtime connection', () => {
  test('speaks the protocol of the v1 API, and records what is said', async () => {
    const { types, text } = await talk(new WebSocket(url(v1), { headers }));
    expect(types.filter((type) => !type.endsWith('.delta'))).toEqual([
      'session.created',
      'session.updated',
      'conversation.item.added',
      'conversation.item.done',
      'response.created',
      'response.output_item.added',
      'response.content_part.added',
      'response.output_text.done',
      'response.content_part.done',
      'response.output_item.done',
      'response.done',
    ]);
    expect(types).toContain('response.output_text.delta');
    expect(text).toMatch(/^Answer [0-9a-f]{8} of gpt-realtime/);
    expect(server.exchanges).toHaveLength(1);
    expect(server.exchanges[0]).toMatchObject({
      answer: { status: 101 },
      request: { messages: say.map((message) => JSON.stringify(message)) },
    });
    expect(server.log[0]).toMatch(/realtime\?model=voice-prod -> 101 \(realtime of voice-prod\)$/);
  });

  test('says the same on the legacy surface, in the words of the previews', async () => {
    const before = await talk(new WebSocket(url(legacy), { headers }));
    const after = await talk(new WebSocket(url(v1), { headers }));
    expect(before.text).toBe(after.text);
    expect(before.types).toContain('response.text.delta');
    expect(before.types).toContain('conversation.item.created');
  });

  test('answers what it does not understand with an error', async () => {
    const socket = new WebSocket(url(v1), { headers });
    const events: unknown[] = [];
    await new Promise<void>((resolve) => {
      socket.on('message', (data: Buffer) => {
        events.push(JSON.parse(data.toString()));
        if (events.length === 1)
          ['no json', '{"type":"odd"}'].forEach((message) => {
            socket.send(message);
          });
        if (events.length === 3) resolve();
      });
    });
    socket.close();
    expect(events.slice(1)).toMatchObject([{ error: { code: 'invalid_json' } }, { error: { code: 'unknown_event' } }]);
  });

  test('works behind the line that says the origin', async () => {
    const createConnection = () => {
      const socket = connect(server.port, '127.0.0.1');
      socket.write('WIRE https contoso.openai.azure.com 443\r\n');
      return socket;
    };
    await talk(new WebSocket(`ws://contoso.openai.azure.com${v1}`, { headers, createConnection }));
    expect(server.exchanges[0]?.request.url).toBe(`https://contoso.openai.azure.com${v1}`);
  });
});

describe('a realtime connection is refused', () => {
  test.each([
    ['/openai/v1/realtime?model=voice-prod&api-version=2024-10-01-preview', headers, 401],
    ['/openai/v1/realtime?model=voice-prod&api-version=preview', headers, 401],
    ['/openai/v1/realtime?model=voice-prod', {}, 401],
    ['/openai/v1/realtime', headers, 400],
    ['/openai/v1/realtime?model=none', headers, 404],
    ['/openai/realtime?deployment=voice-prod', headers, 404],
    ['/openai/realtime?api-version=2024-10-01-preview&deployment=none', headers, 404],
    ['/openai/v1/chat/completions', headers, 404],
  ])('%s', async (path, sent, status) => {
    expect(await refusalOf(path, sent)).toBe(status);
    expect(server.exchanges).toMatchObject([{ answer: { status } }]);
  });

  test('in the scenario limited', async () => {
    server.setScenario('limited-once');
    expect(await refusalOf(v1, headers)).toBe(429);
    expect((await talk(new WebSocket(url(v1), { headers }))).text).not.toBe('');
  });

  function refusalOf(path: string, sent: Readonly<Record<string, string>>): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      const socket = new WebSocket(url(path), { headers: sent });
      socket.on('unexpected-response', (request, response) => {
        resolve(response.statusCode);
        request.destroy();
      });
      socket.on('open', () => {
        reject(new Error('The connection was opened.'));
      });
      socket.on('error', () => undefined);
    });
  }
});

describe.each(sdkVersions)('the helper of openai %s', (version) => {
  test('connects and hears the response', async () => {
    const { OpenAI } = await loadSdk(version);
    const beta = version.startsWith('4.') ? 'beta/' : '';
    const { OpenAIRealtimeWS } = (await import(`openai-${version}/${beta}realtime/ws`)) as Pick<
      typeof RealtimeHelper,
      'OpenAIRealtimeWS'
    >;
    const client = new OpenAI({ baseURL: `${server.url}/openai/v1`, apiKey: 'placeholder-key-1' });
    // The helper knows no scheme but wss, and the server no encryption.
    const options = { createConnection: () => connect(server.port, '127.0.0.1') };
    const realtime = new OpenAIRealtimeWS({ model: 'voice-prod', options }, client);
    const { text } = await talk(realtime.socket);
    expect(text).toMatch(/^Answer /);
    expect(server.exchanges[0]?.request.url).toMatch(/\/openai\/v1\/realtime\?model=voice-prod$/);
  });
});
