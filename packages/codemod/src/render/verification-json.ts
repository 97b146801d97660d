import { pairExchanges, type Exchange, type ProgramOutcome } from '@azure-openai-v1/wire';
import { datedRequests, judge, type ScenarioRuns, type Verification } from '../project/verification.ts';
import { escapeJson } from './escape.ts';

/** Renders a verification as one JSON object. */
export function renderVerificationJson(verification: Verification, hide: (text: string) => string): string {
  const { entry, before, commit, runs } = verification;
  const object = {
    version: 1,
    entry,
    before,
    commit,
    verdict: judge(verification),
    datedRequests: datedRequests(verification).length,
    scenarios: runs.map(presentRuns),
  };
  // The name of a commit is as random as a credential, and none.
  const hideStrings = (name: string, value: unknown) =>
    typeof value === 'string' && name !== 'commit' ? hide(value) : value;
  return `${escapeJson(JSON.stringify(object, hideStrings, 2))}\n`;
}

function presentRuns({ scenario, before, after, differences }: ScenarioRuns) {
  const { pairs, missing, added } = pairExchanges(before.exchanges, after.exchanges);
  const ofBefore = (index: number) => presentExchange(before.exchanges[index]);
  const ofAfter = (index: number) => presentExchange(after.exchanges[index]);
  return {
    scenario,
    requests: [
      ...pairs.map((pair) => ({ before: ofBefore(pair.before), after: ofAfter(pair.after) })),
      ...missing.map((index) => ({ before: ofBefore(index) })),
      ...added.map((index) => ({ after: ofAfter(index) })),
    ],
    before: presentOutcome(before.outcome),
    after: presentOutcome(after.outcome),
    differences: differences.map(({ kind, sentence, where }) => ({ kind, sentence, ...(where && { where }) })),
  };
}

function presentExchange(exchange: Exchange | undefined) {
  return exchange && { method: exchange.request.method, url: exchange.request.url, status: exchange.answer.status };
}

function presentOutcome({ exit, error }: ProgramOutcome) {
  return { exit, ...(error && { error }) };
}
