import type { Exchange, WireAnswer, WireRequest } from '../traffic.ts';
import { retryCountHeader, retryCountOf } from './compare-headers.ts';
import { compareRequests } from './compare-request.ts';

/** Exchanges without the attempts that were limited and then made again alike, and what these were answered. */
export interface SettledRetries {
  readonly exchanges: readonly Exchange[];
  readonly limited: readonly WireAnswer[];
}

/**
 * Takes out attempts that were limited. Of requests that run side by side, it is chance which one a limit meets, so two
 * runs of one program may differ in whose attempt it was.
 */
export function settleRetries(exchanges: readonly Exchange[]): SettledRetries {
  const left = [...exchanges];
  const limited: WireAnswer[] = [];
  let index = 0;
  for (let exchange = left[index]; exchange !== undefined; exchange = left[index]) {
    const retry = findRetry(exchange, left, index);
    if (retry === undefined) {
      index++;
      continue;
    }
    limited.push(exchange.answer);
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
  return exchange && { exchange, index };
}

function isRetryOf(request: WireRequest, other: WireRequest): boolean {
  if (retryCountOf(other) !== retryCountOf(request) + 1) return false;
  return compareRequests(request, other).every(({ where }) => where === retryCountHeader);
}
