import type { Exchange, WireAnswer, WireRequest } from '../traffic.ts';
import { retryCountHeader, retryCountOf } from './compare-headers.ts';
import { compareRequests } from './compare-request.ts';

/** Exchanges without the attempts that were limited and then made again alike, and what these were answered. */
export interface SettledRetries {
  readonly exchanges: readonly Exchange[];
  readonly limited: readonly WireAnswer[];
}

/**
 * Takes out attempts that were limited, where a later one was not. Of requests that run side by side, it is chance which one a limit meets, so two
 * runs of one program may differ in whose attempt it was.
 */
export function settleRetries(exchanges: readonly Exchange[]): SettledRetries {
  const left = [...exchanges];
  const limited: WireAnswer[] = [];
  // From the end, so that of several attempts the last decides; where it was limited too, their number is no chance.
  for (const [index, exchange] of [...exchanges.entries()].reverse()) {
    const retry = findRetry(exchange, left, index);
    if (retry === undefined) continue;
    limited.unshift(exchange.answer);
    left[retry.index] = { ...retry.exchange, request: exchange.request };
    left.splice(index, 1);
  }
  return { exchanges: left, limited };
}

function findRetry(
  { request, answer }: Exchange,
  exchanges: readonly Exchange[],
  start: number,
): { readonly exchange: Exchange; readonly index: number } | undefined {
  if (answer.status !== 429) return undefined;
  const index = exchanges.findIndex((other, place) => place > start && isRetryOf(request, other.request));
  const exchange = exchanges[index];
  return exchange && exchange.answer.status !== 429 ? { exchange, index } : undefined;
}

function isRetryOf(request: WireRequest, other: WireRequest): boolean {
  if (retryCountOf(other) !== retryCountOf(request) + 1) return false;
  return compareRequests(request, other).every(({ where }) => where === retryCountHeader);
}
