import { once } from 'node:events';
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import type { Exchange } from '@azure-openai-v1/wire';
import { onTestFinished } from 'vitest';
import { WebSocketServer } from 'ws';

/** A server that records what reaches it and answers everything alike. */
export interface RecordingServer {
  readonly port: number;
  readonly exchanges: readonly Exchange[];
  /** `METHOD URL` of each request, with the origin that the program meant. */
  readonly requests: () => readonly string[];
}

/** Starts a recording server for one test. */
export async function startRecordingServer(): Promise<RecordingServer> {
  const exchanges: Exchange[] = [];
  const origins = new WeakMap<object, string>();
  const http = createHttpServer((request, response) => {
    void answer(request, response, origins, exchanges);
  });
  const sockets = new WebSocketServer({ noServer: true });
  http.on('upgrade', (request, socket, head) => {
    exchanges.push(toExchange(request, origins, new Uint8Array()));
    sockets.handleUpgrade(request, socket, head, (peer) => {
      peer.on('message', (data) => {
        peer.send(data as Buffer);
      });
    });
  });
  const tcp = createServer((socket) => {
    socket.once('readable', () => {
      const bytes = (socket.read() as Buffer | null) ?? Buffer.alloc(0);
      const text = bytes.toString('latin1');
      const [line = '', scheme, host, port] = /^WIRE (\w+) (\S+) (\d+)\r\n/.exec(text) ?? [];
      if (scheme !== undefined) origins.set(socket, new URL(`${scheme}://${String(host)}:${String(port)}`).origin);
      socket.unshift(bytes.subarray(line.length));
      http.emit('connection', socket);
    });
  });
  await once(tcp.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => {
    http.closeAllConnections();
    tcp.close();
  });
  const requests = () => exchanges.map(({ request: { method, url } }) => `${method} ${url}`);
  return { port: (tcp.address() as AddressInfo).port, exchanges, requests };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  origins: WeakMap<object, string>,
  exchanges: Exchange[],
): Promise<void> {
  const body = Buffer.concat(await request.toArray());
  if (!request.url?.startsWith('/_wire/')) exchanges.push(toExchange(request, origins, body));
  const choices = [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: 'answer' } }];
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ id: 'chat-1', choices }));
}

function toExchange(request: IncomingMessage, origins: WeakMap<object, string>, body: Uint8Array): Exchange {
  const { method = '', url = '', rawHeaders, socket } = request;
  const headers = rawHeaders.flatMap((name, index) =>
    index % 2 === 0 ? [[name.toLowerCase(), rawHeaders[index + 1] ?? ''] as const] : [],
  );
  return {
    request: { method, url: `${origins.get(socket) ?? 'unknown:'}${url}`, headers, body },
    answer: { status: 200 },
  };
}
