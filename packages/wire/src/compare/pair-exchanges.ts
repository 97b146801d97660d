import type { Exchange } from '../traffic.ts';
import { placeOf, readAddress } from './address.ts';
import { compareExchanges, type ExchangeComparison } from './compare-exchange.ts';
import type { DifferenceKind } from './difference.ts';

/** An exchange before and the one after that answers to it, by their places in the traffic. */
export interface ExchangePair {
  readonly before: number;
  readonly after: number;
  readonly comparison: ExchangeComparison;
}

/** The pairs, and what has no counterpart. */
export interface Pairing {
  readonly pairs: readonly ExchangePair[];
  readonly missing: readonly number[];
  readonly added: readonly number[];
}

/** Pairs exchanges in order as long as they mean the same, and what is left by least difference. */
export function pairExchanges(before: readonly Exchange[], after: readonly Exchange[]): Pairing {
  const pairs = leadingPairs(before, after);
  const start = pairs.length;
  const restBefore = before.slice(start).map((exchange, index) => ({ exchange, index: start + index }));
  const restAfter = after.slice(start).map((exchange, index) => ({ exchange, index: start + index }));
  const options = restBefore
    .flatMap((one) => restAfter.map((other) => optionOf(one, other)))
    .filter(({ related }) => related)
    .toSorted((a, b) => a.cost - b.cost || a.distance - b.distance || a.pair.before - b.pair.before);
  const chosen = chooseEachOnce(options.map(({ pair }) => pair));
  const all = [...pairs, ...chosen].toSorted((a, b) => a.before - b.before);
  return {
    pairs: all,
    missing: restBefore.map(({ index }) => index).filter((index) => !chosen.some((pair) => pair.before === index)),
    added: restAfter.map(({ index }) => index).filter((index) => !chosen.some((pair) => pair.after === index)),
  };
}

function leadingPairs(before: readonly Exchange[], after: readonly Exchange[]): readonly ExchangePair[] {
  const pairs: ExchangePair[] = [];
  for (const [index, exchange] of before.entries()) {
    const other = after[index];
    if (other === undefined) break;
    const comparison = compareExchanges(exchange, other);
    if (comparison.findings.length > 0) break;
    pairs.push({ before: index, after: index, comparison });
  }
  return pairs;
}

interface Placed {
  readonly exchange: Exchange;
  readonly index: number;
}

interface PairingOption {
  readonly pair: ExchangePair;
  readonly cost: number;
  readonly distance: number;
  readonly related: boolean;
}

function optionOf(one: Placed, other: Placed): PairingOption {
  const comparison = compareExchanges(one.exchange, other.exchange);
  const cost = costOf(comparison);
  return {
    pair: { before: one.index, after: other.index, comparison },
    cost,
    distance: Math.abs(one.index - other.index),
    related: cost < farApart || operationOf(one.exchange) === operationOf(other.exchange),
  };
}

const farApart = 5;

/** What tells two requests of a program apart counts more than what is often alike in all of them. */
const costs: Readonly<Partial<Record<DifferenceKind, number>>> = {
  'credential-changed': 0.5,
  'no-v1-form': 2,
  'token-source': 0.5,
  method: 3,
  path: 3,
};

function costOf({ findings }: ExchangeComparison): number {
  return findings.reduce((sum, { kind }) => sum + (costs[kind] ?? 1), 0);
}

function operationOf({ request }: Exchange): string {
  return `${request.method} ${placeOf(readAddress(request.url).path).operation}`;
}

function chooseEachOnce(options: readonly ExchangePair[]): readonly ExchangePair[] {
  const before = new Set<number>();
  const after = new Set<number>();
  return options.filter((pair) => {
    if (before.has(pair.before) || after.has(pair.after)) return false;
    before.add(pair.before);
    after.add(pair.after);
    return true;
  });
}
