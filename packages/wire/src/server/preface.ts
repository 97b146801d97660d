import type { Socket } from 'node:net';

const begin = 'WIRE ';
const longest = 512;

/**
 * Reads the line `WIRE <scheme> <host> <port>` that a redirected connection begins with, and puts everything behind it back.
 * Calls once, with the origin that the program wanted, or with undefined when the connection begins like any other.
 */
export function readPreface(socket: Socket, then: (origin: string | undefined) => void): void {
  let read = Buffer.alloc(0);
  const onData = (chunk: Buffer) => {
    read = Buffer.concat([read, chunk]);
    const end = read.indexOf('\r\n');
    const isPreface = begin.startsWith(read.toString('latin1', 0, begin.length));
    if (isPreface && end === -1 && read.length < longest) return;
    socket.off('data', onData);
    socket.pause();
    const origin = isPreface && end !== -1 ? originOf(read.toString('latin1', 0, end)) : undefined;
    const rest = origin === undefined ? read : read.subarray(end + '\r\n'.length);
    if (rest.length > 0) socket.unshift(rest);
    then(origin);
  };
  socket.on('data', onData);
}

/** The origin as a URL writes it: without the port that its scheme has anyway. */
function originOf(line: string): string | undefined {
  const [, scheme, host, port] = /^WIRE (https?) (\S+) (\d+)$/.exec(line) ?? [];
  if (scheme === undefined || host === undefined || port === undefined) return undefined;
  const name = host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
  const url = `${scheme}://${name}:${port}`;
  return URL.canParse(url) ? new URL(url).origin : undefined;
}
