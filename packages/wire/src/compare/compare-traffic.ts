import type { Exchange, Traffic } from '../traffic.ts';
import { readAddress } from './address.ts';
import { strayCredential } from './after-refusal.ts';
import { compareOutcomes } from './compare-outcome.ts';
import { shortenValues } from './describe-value.ts';
import { type Difference, differenceKinds, type Finding } from './difference.ts';
import { type ExchangePair, pairExchanges, type Pairing } from './pair-exchanges.ts';
import { redactor } from './redact.ts';
import { settleRetries } from './settle-retries.ts';
import { compareTokenSequences } from './token-sequence.ts';
import { unpairedFinding } from './unpaired.ts';

/**
 * Says where the traffic of a program after its migration does not mean what it meant before; nothing where each request
 * is what it was or its v1 form, and the program came to the same end.
 */
export function compareTraffic(before: Traffic, after: Traffic): readonly Difference[] {
  const differences = compareInOrder(before, after);
  return differences.length > 0 && differOnlyInLuck(before, after) ? [] : differences;
}

/** Whether all that differs is which of the requests met a limit. */
function differOnlyInLuck(before: Traffic, after: Traffic): boolean {
  const was = settleRetries(before.exchanges);
  const is = settleRetries(after.exchanges);
  if (was.limited.length === 0 || JSON.stringify(was.limited) !== JSON.stringify(is.limited)) return false;
  return compareInOrder({ ...before, exchanges: was.exchanges }, { ...after, exchanges: is.exchanges }).length === 0;
}

function compareInOrder(before: Traffic, after: Traffic): readonly Difference[] {
  const pairing = pairExchanges(before.exchanges, after.exchanges);
  const ended = pairing.pairs.find(({ comparison }) => comparison.refusalEnded);
  const found = [
    ...pairing.pairs.flatMap((pair) => differencesOfPair(pair, pairing, before, after)),
    ...unpaired(pairing, before, after, ended),
    ...(ended === undefined ? compareOutcomes(before.outcome, after.outcome).map((finding) => ({ finding })) : []),
  ];
  if (found.length === 0) return [];
  const redact = redactor(before, after);
  return found.map(({ finding, ...places }) => differenceOf(finding, places, redact));
}

interface Located {
  readonly finding: Finding;
  readonly before?: number;
  readonly after?: number;
  readonly request?: string;
}

function differencesOfPair(pair: ExchangePair, pairing: Pairing, before: Traffic, after: Traffic): readonly Located[] {
  const request = describeRequest(before.exchanges[pair.before]);
  return compareTokenSequences(pair, pairing, before.exchanges, after.exchanges).map((finding) => ({
    finding,
    before: pair.before,
    after: pair.after,
    request,
  }));
}

/** After a refusal has ended, the program goes on where it stopped before. */
function unpaired(
  { missing, added }: Pairing,
  before: Traffic,
  after: Traffic,
  ended: ExchangePair | undefined,
): readonly Located[] {
  const isExcused = (finding: Finding, index: number, from: number | undefined) =>
    from !== undefined && index > from && finding.kind !== 'leak';
  const gone = missing.flatMap((index): readonly Located[] => {
    const finding = unpairedFinding('missing', index, before.exchanges);
    if (isExcused(finding, index, ended?.before)) return [];
    return [{ finding, before: index, request: describeRequest(before.exchanges[index]) }];
  });
  const fresh = added.flatMap((index): readonly Located[] => {
    const finding = unpairedFinding('added', index, after.exchanges);
    const isFree = isExcused(finding, index, ended?.after);
    const findings = isFree ? strayCredential(after.exchanges[index], before.exchanges) : [finding];
    return findings.map((finding) => ({
      finding,
      after: index,
      request: describeRequest(after.exchanges[index]),
    }));
  });
  return [...gone, ...fresh];
}

function describeRequest(exchange: Exchange | undefined): string {
  if (exchange === undefined) return '';
  return `${exchange.request.method} ${readAddress(exchange.request.url).path}: `;
}

function differenceOf(
  { kind, text, where }: Finding,
  { request = '', ...places }: Omit<Located, 'finding'>,
  redact: (text: string) => string,
): Difference {
  const sentence = shortenValues(redact(`${request}${text}. ${differenceKinds[kind].advice}.`));
  return { kind, sentence, ...places, ...(where === undefined ? {} : { where: redact(where) }) };
}
