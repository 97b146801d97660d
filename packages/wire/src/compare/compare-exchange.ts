import type { Exchange, WireAnswer } from '../traffic.ts';
import { placeOf, readAddress } from './address.ts';
import { compareRequests } from './compare-request.ts';
import { compareValues } from './compare-values.ts';
import { describeValue } from './describe-value.ts';
import type { DifferenceKind, Finding } from './difference.ts';
import { type Expectation, expectedRequests } from './expected-requests.ts';
import { type Mapping, mapToV1 } from './map-to-v1.ts';

/** How an exchange before and one after compare. */
export interface ExchangeComparison {
  readonly findings: readonly Finding[];
  /** Whether a refusal ended, so that what the program does afterwards cannot be compared. */
  readonly refusalEnded: boolean;
}

/** Compares an exchange with what may stand in its place: itself, or the v1 form of it. */
export function compareExchanges(before: Exchange, after: Exchange): ExchangeComparison {
  const mapping = mapToV1(before.request);
  const candidates = expectedRequests(before, mapping)
    .filter((expectation) => isComparable(expectation, mapping, before, after))
    .map((expectation) => ({ expectation, findings: nameModel(expectation, compareCandidate(expectation, after)) }));
  const [best] = candidates.toSorted((a, b) => a.findings.length - b.findings.length);
  const findings = best?.findings ?? [];
  const answer = compareAnswers(before.answer, after.answer);
  // A token may be another one for the same reason, which only the whole traffic can tell.
  const isRight = findings.every(({ kind }) => kind === 'credential-changed');
  if (best?.expectation.limitRenamed && isRight && isFurther(before.answer, after.answer)) {
    return { findings, refusalEnded: answer.length > 0 };
  }
  if (mapping.kind === 'no-v1-form' && findings.length > 0 && surfaceOf(after) === 'v1') {
    return { findings: [{ kind: 'no-v1-form', text: mapping.reason }], refusalEnded: false };
  }
  return { findings: [...findings, ...answer], refusalEnded: answer.some(({ kind }) => kind === 'mended') };
}

function compareCandidate({ request }: Expectation, after: Exchange): readonly Finding[] {
  return compareRequests(request, after.request);
}

/** What went to v1 is held against the v1 form, and what stayed on its path against what it was. */
function isComparable({ model }: Expectation, mapping: Mapping, before: Exchange, after: Exchange): boolean {
  if (mapping.kind !== 'mapped') return true;
  const isPlain = model === 'as it was';
  const samePath = readAddress(before.request.url).path === readAddress(after.request.url).path;
  if (samePath) return isPlain;
  return surfaceOf(after) === 'legacy' || !isPlain;
}

function surfaceOf({ request }: Exchange): 'elsewhere' | 'legacy' | 'v1' {
  const { path } = readAddress(request.url);
  const { kind } = placeOf(path);
  if (kind === 'elsewhere') return 'elsewhere';
  return kind === 'v1' || /\/openai\/+v1\//.test(path) ? 'v1' : 'legacy';
}

/** Gives what is found about the `model` of a body the kind that says whose model it is. */
function nameModel({ model }: Expectation, findings: readonly Finding[]): readonly Finding[] {
  return findings.map((finding): Finding => {
    if (finding.where !== 'model' || !finding.kind.startsWith('body-')) return finding;
    if (finding.kind === 'body-added') return finding;
    const isMissing = finding.kind === 'body-lost' || finding.text.endsWith(`is ${describeValue('')}`);
    const changedKind: DifferenceKind = model === 'of its own' ? 'model-overwritten' : 'model-changed';
    return { ...finding, kind: isMissing ? 'model-missing' : changedKind };
  });
}

function compareAnswers(before: WireAnswer, after: WireAnswer): readonly Finding[] {
  const text = `the service answered ${describeAnswer(before)} and answers ${describeAnswer(after)}`;
  if (isRefusal(before.status) && after.status < 400) return [{ kind: 'mended', text }];
  if (before.status !== after.status) return [{ kind: 'answer', text }];
  return compareValues(before.error, after.error, 'error').length === 0 ? [] : [{ kind: 'answer', text }];
}

/** Whether a request does not come to an end where it could not before: at its credential or its path. */
function isFurther(before: WireAnswer, after: WireAnswer): boolean {
  return before.status === after.status || ![401, 403, 404].includes(after.status);
}

/** Whether a status says that the request itself was wrong; 401 and 429 are about its sender. */
function isRefusal(status: number): boolean {
  return status >= 400 && status < 500 && status !== 401 && status !== 429;
}

function describeAnswer({ status, error }: WireAnswer): string {
  return error === undefined ? String(status) : `${String(status)} "${error.message}"`;
}
