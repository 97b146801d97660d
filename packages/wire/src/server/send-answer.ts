import { STATUS_CODES, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Answer } from '../service/answer.ts';
import { wholeBody } from '../service/answer.ts';

/** Sends an answer, each piece on its way before the next one. */
export async function sendAnswer({ status, headers, body }: Answer, response: ServerResponse): Promise<void> {
  for (const [name, value] of headers) response.appendHeader(name, value);
  if (body instanceof Uint8Array) {
    response.writeHead(status, { 'content-length': body.length }).end(body);
    return;
  }
  response.writeHead(status);
  for (const piece of body) {
    if (response.destroyed) return;
    await new Promise((resolve) => response.write(piece, resolve));
  }
  response.end();
}

/** Answers to a connection that wanted to be more than HTTP. */
export function sendRaw(answer: Answer, socket: Duplex): void {
  const body = wholeBody(answer);
  const { status, headers } = answer;
  const lines = [
    `HTTP/1.1 ${String(status)} ${STATUS_CODES[status] ?? ''}`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
    `content-length: ${String(body.length)}`,
    'connection: close',
  ];
  socket.end(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), body]));
}
