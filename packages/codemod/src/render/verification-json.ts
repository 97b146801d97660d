import type { Exchange, ProgramOutcome } from '@azure-openai-v1/wire';
import { datedRequests, judge, requestRows, type ScenarioRuns, type Verification } from '../project/verification.ts';
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

function presentRuns(runs: ScenarioRuns) {
  const { scenario, before, after, differences } = runs;
  return {
    scenario,
    // What is undefined is not part of JSON.
    requests: requestRows(runs).map((row) => ({
      before: presentExchange(row.before),
      after: presentExchange(row.after),
    })),
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
