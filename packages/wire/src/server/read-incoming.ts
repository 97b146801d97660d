import type { IncomingMessage } from 'node:http';
import type { WireHeader, WireRequest } from '../traffic.ts';

/** An HTTP request as the program meant it: below the origin that it wanted, or else the one in its `Host`. */
export function describeIncoming(message: IncomingMessage, origin: string | undefined, body: Uint8Array): WireRequest {
  const { method = 'GET', url = '/', headers, rawHeaders } = message;
  const base = origin ?? `http://${headers.host ?? 'localhost'}`;
  const pairs: WireHeader[] = [];
  for (let index = 0; index < rawHeaders.length; index += 2) {
    pairs.push([(rawHeaders[index] ?? '').toLowerCase(), rawHeaders[index + 1] ?? '']);
  }
  // A request to a proxy names its target whole.
  return { method, url: /^https?:\/\//.test(url) ? url : `${base}${url}`, headers: pairs, body };
}

/** Everything that an HTTP request carries. */
export async function readBody(message: IncomingMessage): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of message) chunks.push(chunk as Uint8Array); // A message without an encoding gives bytes.
  return Buffer.concat(chunks);
}
