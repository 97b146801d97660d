import { type AzureOpenAI, createAzureOpenAI } from '@azure-openai-v1/wire';
import { Agent, get } from 'node:http';
import { connect, createServer, type AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

let server: AzureOpenAI;

beforeEach(async () => {
  server = await createAzureOpenAI({ deployments: { 'chat-prod': 'gpt-4o' } });
});

afterEach(() => server.close());

/** Writes chunks one after the other, and gives everything that comes back until the connection ends. */
function exchange(...chunks: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const received: Buffer[] = [];
    const socket = connect(server.port, '127.0.0.1', () => {
      const send = ([chunk, ...rest]: readonly string[]) => {
        // One chunk per turn of the loop, so that the server reads them apart.
        if (chunk !== undefined) socket.write(chunk, () => setImmediate(send, rest));
      };
      send(chunks);
    });
    socket.on('data', (data) => received.push(data));
    socket.on('error', reject);
    socket.on('close', () => {
      resolve(Buffer.concat(received).toString());
    });
  });
}

const request = (path: string, more = 'connection: close\r\n', body = '') =>
  `${body === '' ? 'GET' : 'POST'} ${path} HTTP/1.1\r\nhost: ignored.example\r\napi-key: placeholder-key-1\r\n` +
  `content-length: ${String(Buffer.byteLength(body))}\r\n${more}\r\n${body}`;

describe('the line in front of a connection', () => {
  const urls = () => server.exchanges.map(({ request: { url } }) => url);

  test.each([
    ['WIRE https contoso.openai.azure.com 443', 'https://contoso.openai.azure.com'],
    ['WIRE https contoso.openai.azure.com 8443', 'https://contoso.openai.azure.com:8443'],
    ['WIRE http 127.0.0.1 80', 'http://127.0.0.1'],
    ['WIRE http ::1 9', 'http://[::1]:9'],
  ])('%s says the origin', async (line, origin) => {
    expect(await exchange(`${line}\r\n${request('/openai/v1/models')}`)).toMatch(/^HTTP\/1\.1 200 OK/);
    expect(urls()).toEqual([`${origin}/openai/v1/models`]);
  });

  test('may come in pieces', async () => {
    const whole = `WIRE https contoso.openai.azure.com 443\r\n${request('/openai/v1/models')}`;
    expect(await exchange(...whole.split(/(?<=.)/s))).toMatch(/^HTTP\/1\.1 200 OK/);
    expect(urls()).toEqual(['https://contoso.openai.azure.com/openai/v1/models']);
  });

  test('holds for every request of the connection', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    let connections = 0;
    agent.createConnection = () => {
      connections++;
      const socket = connect(server.port, '127.0.0.1');
      socket.write('WIRE https a.openai.azure.com 443\r\n');
      return socket;
    };
    for (const path of ['/openai/v1/models', '/openai/v1/files']) {
      const status = await new Promise((resolve, reject) => {
        get({ agent, path, headers: { 'api-key': 'placeholder-key-1' } }, (response) => {
          response.resume().once('end', () => {
            resolve(response.statusCode);
          });
        }).once('error', reject);
      });
      expect(status).toBe(200);
    }
    agent.destroy();
    expect(connections).toBe(1);
    expect(urls()).toEqual([
      'https://a.openai.azure.com/openai/v1/models',
      'https://a.openai.azure.com/openai/v1/files',
    ]);
  });

  test('is absent for others, whose host counts', async () => {
    await exchange(request('/openai/v1/models'));
    expect(urls()).toEqual(['http://ignored.example/openai/v1/models']);
  });
});

test('headers are recorded in lower case, in their order, with repetitions', async () => {
  await exchange(request('/openai/v1/models', 'X-B: 1\r\nx-a: 2\r\nX-b: 3\r\nconnection: close\r\n'));
  expect(server.exchanges[0]?.request.headers.filter(([name]) => name.startsWith('x-'))).toEqual([
    ['x-b', '1'],
    ['x-a', '2'],
    ['x-b', '3'],
  ]);
});

test('a stream arrives event by event, and in the scenario stream cut at odd places', async () => {
  const body = JSON.stringify({ model: 'chat-prod', messages: [], stream: true });
  const ask = async () =>
    chunksOf(await exchange(request('/openai/v1/chat/completions', 'connection: close\r\n', body)));
  const events = await ask();
  for (const event of events) expect(event).toMatch(/^data: .*\n\n$/);
  server.setScenario('stream');
  const pieces = await ask();
  expect(pieces.slice(0, 6).map(({ length }) => length)).toEqual([1, 2, 3, 1, 5, 7]);
  expect(pieces.join('')).toBe(events.join(''));
});

/** The chunks of an answer in chunked encoding, a character for each byte. */
function chunksOf(answer: string): readonly string[] {
  const bytes = Buffer.from(answer).toString('latin1');
  const chunks: string[] = [];
  for (let start = bytes.indexOf('\r\n\r\n') + 4; ;) {
    const end = bytes.indexOf('\r\n', start);
    const size = Number.parseInt(bytes.slice(start, end), 16);
    if (!(size > 0)) return chunks;
    chunks.push(bytes.slice(end + 2, end + 2 + size));
    start = end + 2 + size + 2;
  }
}

test('the control surface answers over HTTP', async () => {
  const control = async (path: string, method = 'POST') =>
    (await fetch(`${server.url}/_wire/${path}`, { method })).text();
  await control('scenario/limited');
  expect((await fetch(`${server.url}/openai/v1/models`, { headers: { 'api-key': 'k' } })).status).toBe(429);
  expect(await control('log', 'GET')).toMatch(
    /^GET http:\/\/127\.0\.0\.1:\d+\/openai\/v1\/models -> 429 \(models\) 429: /,
  );
  await control('reset');
  expect(server.exchanges).toEqual([]);
});

test('a request that is broken off does no harm', async () => {
  const socket = connect(server.port, '127.0.0.1', () =>
    socket.end('POST /openai/v1/models HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\n{'),
  );
  await new Promise((resolve) => socket.resume().once('close', resolve));
  expect((await fetch(`${server.url}/openai/v1/models`, { headers: { 'api-key': 'k' } })).status).toBe(200);
});

test('no other interface is listened on', async () => {
  const addresses = Object.values(networkInterfaces()).flatMap((found) => found ?? []);
  const others = addresses.filter(({ address, family }) => family === 'IPv4' && address !== '127.0.0.1');
  for (const { address } of others) {
    const outcome = await new Promise((resolve) => {
      connect(server.port, address, () => {
        resolve('connected');
      }).on('error', () => {
        resolve('refused');
      });
    });
    expect(outcome).toBe('refused');
  }
  expect(new URL(server.url).hostname).toBe('127.0.0.1');
});

test('closing ends open connections and frees the port', async () => {
  const socket = connect(server.port, '127.0.0.1');
  await new Promise((resolve) => socket.once('connect', resolve));
  const ended = new Promise((resolve) => socket.once('close', resolve));
  socket.on('error', () => socket.destroy());
  await server.close();
  await ended;
  const next = createServer();
  await new Promise<void>((resolve, reject) => {
    next.once('error', reject);
    next.listen(server.port, '127.0.0.1', resolve);
  });
  expect((next.address() as AddressInfo).port).toBe(server.port);
  await new Promise((resolve) => next.close(resolve));
});

test('a port that is taken is an error', async () => {
  await expect(createAzureOpenAI({ port: server.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
