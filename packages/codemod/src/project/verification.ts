import {
  mapToV1,
  pairExchanges,
  type Difference,
  type Exchange,
  type ProgramRun,
  type Scenario,
} from '@azure-openai-v1/wire';

/** What the two runs of a program showed in one scenario. */
export interface ScenarioRuns {
  readonly scenario: Scenario;
  readonly before: ProgramRun;
  readonly after: ProgramRun;
  readonly differences: readonly Difference[];
}

/** What was run, and what it came to. */
export interface Verification {
  /** The file, relative to the repository's folder, with `/`. */
  readonly entry: string;
  /** The commit as the user named it. */
  readonly before: string;
  readonly commit: string;
  readonly runs: readonly ScenarioRuns[];
}

/** What a verification comes to: only `equal` is a proof. */
export type Verdict = 'equal' | 'different' | 'nothing-sent';

/** Judges a verification. A scenario in which nothing is sent proves nothing. */
export function judge({ runs }: Verification): Verdict {
  if (runs.some(({ differences }) => differences.length > 0)) return 'different';
  return runs.every(({ before }) => before.exchanges.length > 0) ? 'equal' : 'nothing-sent';
}

/** A request of the run before, and the one that takes its place; one of them is absent where it has no counterpart. */
interface RequestRow {
  readonly before?: Exchange | undefined;
  readonly after?: Exchange | undefined;
}

/** The requests of both runs side by side: first those that have a counterpart, then those that are missing, then those that came. */
export function requestRows({ before, after }: ScenarioRuns): readonly RequestRow[] {
  const { pairs, missing, added } = pairExchanges(before.exchanges, after.exchanges);
  return [
    ...pairs.map((pair) => ({ before: before.exchanges[pair.before], after: after.exchanges[pair.after] })),
    ...missing.map((index) => ({ before: before.exchanges[index] })),
    ...added.map((index) => ({ after: after.exchanges[index] })),
  ];
}

/** The requests of the work tree that still go to the dated API. */
export function datedRequests({ runs }: Verification): readonly Exchange[] {
  return runs.flatMap(({ after }) => after.exchanges.filter(({ request }) => isDated(request)));
}

function isDated(request: Exchange['request']): boolean {
  return mapToV1(request).kind !== 'not-legacy';
}
