import { Socket } from 'node:net';
import tls, { TLSSocket } from 'node:tls';
import { watchOwnServers, type LeadsToItself } from './own-servers.ts';
import { PlainSecureSocket, type SecureOptions } from './plain-secure-socket.ts';
import type { HostOfAddress } from './redirect-names.ts';

interface Destination {
  readonly host?: unknown;
  readonly port?: unknown;
  readonly path?: unknown;
  readonly socket?: unknown;
}

type Callback = (this: Socket) => void;

type Connect = (...words: unknown[]) => Socket;

/** The arguments of `connect`, however they were given: options, and what to call when connected. */
interface ConnectCall {
  readonly options: Destination & SecureOptions;
  readonly callback: Callback | undefined;
}

/**
 * Leads every TCP and TLS connection to a port of this machine. The first line that is sent on each says where it was
 * meant to go: `WIRE https example.com 443`. Left alone are sockets of the file system and servers of this very process.
 */
export function redirectSockets(port: number, hostOf: HostOfAddress): void {
  const leadsToItself = watchOwnServers();
  const connect = Reflect.get(Socket.prototype, 'connect') as Connect;
  define(Socket.prototype, 'connect', function (this: Socket, ...words: unknown[]) {
    const { options, callback } = readConnectCall(words);
    if (isForFileSystem(options) || leadsToItself(options.host, options.port))
      return Reflect.apply(connect, this, words);
    const scheme = this instanceof PlainSecureSocket ? 'https' : 'http';
    const target = { ...options, host: '127.0.0.1', port, lookup: undefined, family: 4 };
    Reflect.apply(connect, this, [{ ...target, localAddress: undefined, localPort: undefined }, callback]);
    // Node sends what is written to a socket that still connects, in order, as soon as it is connected.
    this.write(prefaceLine(scheme, options, hostOf), 'latin1');
    return this;
  });
  redirectSecureSockets(leadsToItself);
}

function redirectSecureSockets(leadsToItself: LeadsToItself): void {
  const connectSecurely = Reflect.get(tls, 'connect') as Connect;
  define(tls, 'connect', (...words: unknown[]) => {
    const { options, callback } = readConnectCall(words);
    const staysHere = isForFileSystem(options) || leadsToItself(options.host, options.port);
    if (staysHere || options.socket) return connectSecurely(...words);
    const socket = new PlainSecureSocket(options);
    if (callback) socket.once('secureConnect', callback);
    return Reflect.apply(Reflect.get(Socket.prototype, 'connect') as Connect, socket, [options]);
  });
  const isReal = TLSSocket[Symbol.hasInstance].bind(TLSSocket);
  define(TLSSocket, Symbol.hasInstance, (candidate: unknown) => {
    return candidate instanceof PlainSecureSocket || isReal(candidate);
  });
}

/** Node calls itself with the arguments in an array, which is how they were normalized before. */
function readConnectCall(words: readonly unknown[]): ConnectCall {
  const [first, second, ...others] = Array.isArray(words[0]) ? (words[0] as unknown[]) : words;
  const named = [first, second, ...others].filter((word) => typeof word === 'object' && word !== null);
  const callback = [first, second, ...others].find((word) => typeof word === 'function') as Callback | undefined;
  return { options: Object.assign(readPlace(first, second), ...named) as ConnectCall['options'], callback };
}

function readPlace(first: unknown, second: unknown): Destination {
  if (typeof first !== 'number' && typeof first !== 'string') return {};
  if (Number.isNaN(Number(first))) return { path: first };
  return typeof second === 'string' ? { port: first, host: second } : { port: first };
}

function isForFileSystem({ path }: Destination): boolean {
  return typeof path === 'string' && path !== '';
}

function prefaceLine(scheme: string, { host, port }: Destination, hostOf: HostOfAddress): string {
  const name = hostOf(typeof host === 'string' && host !== '' ? host : 'localhost').replaceAll(/[^\w.:%-]/g, '_');
  return `WIRE ${scheme} ${name.includes(':') ? `[${name}]` : name} ${String(Number(port))}\r\n`;
}

function define(owner: object, name: string | symbol, value: unknown): void {
  Object.defineProperty(owner, name, { value, writable: true, configurable: true, enumerable: true });
}
