import dgram from 'node:dgram';
import http2 from 'node:http2';

/** Closes the ways out that are not TCP: datagrams vanish, as they may on any network, and HTTP/2 fails at once. */
export function refuseOtherTransports(): void {
  Object.assign(dgram.Socket.prototype, {
    send: (...words: unknown[]) => {
      const done = words.at(-1);
      if (typeof done === 'function') process.nextTick(done, null, 0);
    },
  });
  Object.assign(http2, {
    connect: () => {
      throw new Error('HTTP/2 is not recorded: this run has HTTP/1.1 and WebSocket only.');
    },
  });
}
