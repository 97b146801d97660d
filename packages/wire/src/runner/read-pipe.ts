import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';

/** More output than this is not kept, since a program may print for ever. */
const longestOutput = 2 ** 24;

/** Everything that a pipe gives, as text; of what is too much to keep, its length and a hash, so that it still counts. */
export async function readPipe(pipe: Readable): Promise<string> {
  const pieces: Buffer[] = [];
  const rest = createHash('sha256');
  let length = 0;
  try {
    for await (const piece of pipe as AsyncIterable<Buffer>) {
      const kept = piece.subarray(0, Math.max(longestOutput - length, 0));
      pieces.push(kept);
      rest.update(piece.subarray(kept.length));
      length += piece.length;
    }
  } catch {
    // A pipe that somebody else holds open is closed from this side.
  }
  const text = Buffer.concat(pieces).toString('utf8');
  const more = length - longestOutput;
  return more > 0 ? `${text}\n(${String(more)} bytes more, SHA-256 ${rest.digest('hex')})` : text;
}
