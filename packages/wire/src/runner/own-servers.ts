import { Server, type AddressInfo } from 'node:net';

/** Tells whether a connection leads to a server of this very process. */
export type LeadsToItself = (host: unknown, port: unknown) => boolean;

type Listen = (this: Server, ...words: unknown[]) => Server;

/** Remembers the ports on which this process listens, so that a program can talk to a server that it started. */
export function watchOwnServers(): LeadsToItself {
  const ports = new Set<number>();
  const listen = Reflect.get(Server.prototype, 'listen') as Listen;
  const watchAndListen: Listen = function (this: Server, ...words) {
    this.once('listening', () => {
      const { port } = (this.address() ?? {}) as Partial<AddressInfo>; // A server on a file has no port.
      if (port === undefined) return;
      ports.add(port);
      this.once('close', () => ports.delete(port));
    });
    return Reflect.apply(listen, this, words);
  };
  Object.assign(Server.prototype, { listen: watchAndListen });
  return (host, port) => ports.has(Number(port)) && isLoopback(host);
}

/** Whether a host is this machine. */
export function isLoopback(host: unknown): boolean {
  if (typeof host !== 'string' || host === '') return true;
  return /^(?:localhost|127(?:\.\d+){3}|::1|0\.0\.0\.0|::)$/.test(host);
}
