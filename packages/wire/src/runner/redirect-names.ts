import dns from 'node:dns';
import { isIP } from 'node:net';
import { isLoopback } from './own-servers.ts';

/** Tells which host an address stands for that the program was given instead of a real one. */
export type HostOfAddress = (address: string) => string;

type Callback = (error: Error | null, ...results: unknown[]) => void;

/**
 * Answers every look-up of a name without the network: each host gets an address of its own in 198.18.0.0/15, which
 * RFC 2544 keeps out of networks.
 */
export function redirectNames(): HostOfAddress {
  const hosts = new Map<string, string>();
  const addressOf = (host: string): string => {
    if (isIP(host) !== 0) return host;
    if (isLoopback(host)) return '127.0.0.1';
    const known = [...hosts].find(([, name]) => name === host)?.[0];
    const next = hosts.size + 1;
    const address = known ?? `198.18.${String(next >> 8)}.${String(next & 255)}`;
    hosts.set(address, host);
    return address;
  };
  replaceLookUp(addressOf);
  for (const owner of [dns, dns.Resolver.prototype]) refuseQueries(owner, refuseByCallback);
  for (const owner of [dns.promises, dns.promises.Resolver.prototype]) refuseQueries(owner, refuseByPromise);
  return (address) => hosts.get(address) ?? address;
}

function replaceLookUp(addressOf: (host: string) => string): void {
  const answer = (host: string, options: unknown) => {
    const address = addressOf(host);
    const found = { address, family: isIP(address) };
    return typeof options === 'object' && options !== null && 'all' in options && options.all === true
      ? [found]
      : found;
  };
  const lookup = (host: string, ...rest: unknown[]): void => {
    const found = answer(host, rest[0]);
    const results = Array.isArray(found) ? [found] : [found.address, found.family];
    process.nextTick(rest.at(-1) as Callback, null, ...results);
  };
  Object.assign(dns, { lookup });
  Object.assign(dns.promises, { lookup: (host: string, options: unknown) => Promise.resolve(answer(host, options)) });
}

/** Everything that asks a name server by itself: `resolve`, `resolve4`, `reverse`, `lookupService` and the like. */
function refuseQueries(owner: object, refusal: (name: string) => unknown): void {
  for (const name of Object.getOwnPropertyNames(owner)) {
    if (/^(?:resolve\w*|reverse|lookupService)$/.test(name)) Object.assign(owner, { [name]: refusal(name) });
  }
}

function refuseByCallback(name: string) {
  return (...words: unknown[]) => {
    process.nextTick(words.at(-1) as Callback, notFound(name));
  };
}

function refuseByPromise(name: string) {
  return () => Promise.reject(notFound(name));
}

function notFound(name: string): Error {
  return Object.assign(new Error(`${name}: there is no name server in this run`), { code: 'ENOTFOUND' });
}
