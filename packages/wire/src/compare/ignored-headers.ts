import type { NamedPair } from './compare-lists.ts';

/** A header that says nothing about what a request means, and why. */
interface IgnoredHeader {
  readonly name: string;
  readonly reason: 'connection' | 'identifies the SDK' | 'random';
}

/** The headers that are not compared, sorted by reason and name. */
export const ignoredHeaders = [
  { name: 'accept-encoding', reason: 'connection' },
  { name: 'connection', reason: 'connection' },
  { name: 'content-length', reason: 'connection' },
  { name: 'date', reason: 'connection' },
  { name: 'host', reason: 'connection' },
  { name: 'keep-alive', reason: 'connection' },
  { name: 'sec-websocket-extensions', reason: 'connection' },
  { name: 'sec-websocket-version', reason: 'connection' },
  { name: 'transfer-encoding', reason: 'connection' },
  { name: 'user-agent', reason: 'identifies the SDK' },
  { name: 'x-stainless-arch', reason: 'identifies the SDK' },
  { name: 'x-stainless-async', reason: 'identifies the SDK' },
  { name: 'x-stainless-lang', reason: 'identifies the SDK' },
  { name: 'x-stainless-os', reason: 'identifies the SDK' },
  { name: 'x-stainless-package-version', reason: 'identifies the SDK' },
  { name: 'x-stainless-runtime', reason: 'identifies the SDK' },
  { name: 'x-stainless-runtime-version', reason: 'identifies the SDK' },
  { name: 'client-request-id', reason: 'random' },
  { name: 'sec-websocket-key', reason: 'random' },
  { name: 'x-ms-client-request-id', reason: 'random' },
] as const satisfies readonly IgnoredHeader[];

const ignored: ReadonlySet<string> = new Set(ignoredHeaders.map(({ name }) => name));

/** Whether a header, by its name in lower case, is one of `ignoredHeaders`. */
export function isIgnoredHeader(name: string): boolean {
  return ignored.has(name);
}

const random: ReadonlySet<string> = new Set(
  ignoredHeaders.filter(({ reason }) => reason === 'random').map(({ name }) => name),
);

/** Whether a header, parameter or field of that name holds a number that is drawn anew for each request. */
export function isRandomField(name: string): boolean {
  return random.has(name.toLowerCase());
}

/** Whether a number is drawn on both sides, so that only its value may differ. */
export function isRandomPair({ name, before, after }: NamedPair<string>): boolean {
  return isRandomField(name) && before?.length === after?.length;
}
