import type { Exchange } from '../traffic.ts';
import { readAddress } from './address.ts';
import { compareCredentials, readCredentials } from './credentials.ts';
import type { Finding } from './difference.ts';
import type { ExchangePair, Pairing } from './pair-exchanges.ts';

/**
 * What is wrong with the credential of a request that has no counterpart because the program goes on after a refusal. It
 * may be that of another client or the next token, and so any but none and the source of a function.
 */
export function strayCredential(added: Exchange | undefined, before: readonly Exchange[]): readonly Finding[] {
  if (added === undefined) return [];
  const { origin } = readAddress(added.request.url);
  const sameHost = before.filter(({ request }) => readAddress(request.url).origin === origin);
  const known = sameHost.find(({ request }) => readCredentials(request).length > 0);
  if (known === undefined) return [];
  const findings = compareCredentials(known.request, added.request);
  return findings.filter(({ kind }) => kind === 'token-source' || kind === 'credential-lost');
}

/**
 * Whether a token is another one only because the program went on after a refusal, and so has asked its provider more often
 * by then: as before, it is a new one, and the requests that shared it still do.
 */
export function isLaterToken(
  pair: ExchangePair,
  { pairs, added }: Pairing,
  before: readonly Exchange[],
  after: readonly Exchange[],
): boolean {
  const origin = originOf(after[pair.after]);
  const ended = pairs.find(
    (other) => other.comparison.refusalEnded && other.before < pair.before && originOf(after[other.after]) === origin,
  );
  if (ended === undefined) return false;
  const between = added.filter(
    (index) => index > ended.after && index < pair.after && originOf(after[index]) === origin,
  );
  const was = tokenOf(before[pair.before]);
  const is = tokenOf(after[pair.after]);
  if (between.length === 0 || was === undefined || is === undefined) return false;
  const isShared = between.some((index) => tokenOf(after[index]) === is);
  return (
    !isShared &&
    pairs.every((other) => (tokenOf(before[other.before]) === was) === (tokenOf(after[other.after]) === is))
  );
}

/** The token of a request that has nothing else to show. */
function tokenOf(exchange: Exchange | undefined): string | undefined {
  const [credential, ...others] = exchange === undefined ? [] : readCredentials(exchange.request);
  return credential?.role === 'authorization' && others.length === 0 ? credential.value : undefined;
}

function originOf(exchange: Exchange | undefined): string {
  return readAddress(exchange?.request.url ?? '').origin;
}
