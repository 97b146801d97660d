import fc from 'fast-check';
import { expect } from 'vitest';
import { programPlans } from './arbitrary.ts';
import { judgeProgram, type Fate, type Verdict } from './judge-program.ts';

/** What became of many programs. */
export type Tally = Readonly<Record<Fate, number>>;

/** How many programs are judged, and where their random numbers start. */
export interface Extent {
  readonly programs: number;
  readonly seed: number;
}

/** Judges many programs; the smallest one with a trouble is the message of the failure. */
export async function assertPrograms({ programs, seed }: Extent): Promise<Tally> {
  const tally: Record<Fate, number> = { clean: 0, declined: 0, migrated: 0, partly: 0 };
  const property = fc.asyncProperty(programPlans, async (plan) => {
    const verdict = await judgeProgram(plan);
    tally[verdict.fate] += 1;
    return verdict.troubles.length === 0;
  });
  const { counterexample } = await fc.check(property, { numRuns: programs, seed });
  if (!counterexample) return tally;
  const explanation = explain(await judgeProgram(counterexample[0]), seed);
  // At once, since the report of a long run comes when its other half has ended too.
  console.error(explanation);
  expect.fail(explanation);
}

function explain({ program: { plan, text }, after, troubles }: Verdict, seed: number): string {
  const { sdk, scenario, environment, deployments } = plan;
  const facts = `seed ${String(seed)}, openai ${sdk}, scenario ${scenario}, ${JSON.stringify({ environment, deployments })}`;
  return [...troubles, facts, '--- before', text, '--- after', after].join('\n');
}
