import type { Exchange } from '../traffic.ts';
import { readAddress } from './address.ts';
import { isLaterToken } from './after-refusal.ts';
import { type Credential, readCredentials } from './credentials.ts';
import type { Finding } from './difference.ts';
import type { ExchangePair, Pairing } from './pair-exchanges.ts';

/** The findings of a pair, with its token read as one of a sequence of tokens. */
export function compareTokenSequences(
  pair: ExchangePair,
  pairing: Pairing,
  before: readonly Exchange[],
  after: readonly Exchange[],
): readonly Finding[] {
  const { pairs, added } = pairing;
  const { findings } = pair.comparison;
  if (!findings.some(({ kind }) => kind === 'credential-changed')) return findings;
  const isToken = credentialsAt(before, pair.before).some(({ role }) => role === 'authorization');
  const sameSequence =
    added.length === 0 && cameInOtherOrder(pairs) && pairs.every(({ before: place }) => sameAt(place, before, after));
  if (isToken && (sameSequence || isLaterToken(pair, pairing, before, after))) {
    return findings.filter(({ kind }) => kind !== 'credential-changed');
  }
  const isFrozen = pairs.some((other) => other !== pair && isRepeated(pair, other, before, after));
  if (!isFrozen) return findings;
  return findings.map((finding) =>
    finding.kind === 'credential-changed'
      ? { kind: 'token-frozen', text: 'the token was a new one and is that of another request' }
      : finding,
  );
}

/** Requests that run side by side take tokens in the order in which they happen to be sent. */
function cameInOtherOrder(pairs: readonly ExchangePair[]): boolean {
  return pairs.some(({ before, after }) => before !== after);
}

/** A host must see the tokens that it saw before, since each may have a provider of its own. */
function sameAt(place: number, before: readonly Exchange[], after: readonly Exchange[]): boolean {
  const sameTokens = textOf(credentialsAt(before, place)) === textOf(credentialsAt(after, place));
  return sameTokens && originAt(before, place) === originAt(after, place);
}

function originAt(exchanges: readonly Exchange[], place: number): string {
  return readAddress(exchanges[place]?.request.url ?? '').origin;
}

/** Whether two requests that had a token of a provider each have one and the same of these tokens now. */
function isRepeated(
  one: ExchangePair,
  other: ExchangePair,
  before: readonly Exchange[],
  after: readonly Exchange[],
): boolean {
  const were = [one, other].map((pair) => credentialsAt(before, pair.before));
  const are = [one, other].map((pair) => credentialsAt(after, pair.after));
  const fromProvider = were.every((credentials) => credentials.some(({ role }) => role === 'authorization'));
  const isKnown = before.some(({ request }) => textOf(readCredentials(request)) === textOf(are[0]));
  return fromProvider && isKnown && textOf(were[0]) !== textOf(were[1]) && textOf(are[0]) === textOf(are[1]);
}

function credentialsAt(exchanges: readonly Exchange[], place: number): readonly Credential[] {
  const exchange = exchanges[place];
  return exchange === undefined ? [] : readCredentials(exchange.request);
}

function textOf(credentials: readonly Credential[] | undefined): string {
  return JSON.stringify([...new Set((credentials ?? []).map(({ value }) => value))].sort());
}
