import type { Extent } from './assert-programs.ts';

const { AZURE_OPENAI_V1_FUZZ, AZURE_OPENAI_V1_SEED } = process.env;
const isLong = AZURE_OPENAI_V1_FUZZ === '1';
const programs = isLong ? 200_000 : 5000;
// A long run starts somewhere else each time, unless it is told where an earlier one started.
const seed = isLong ? Number(AZURE_OPENAI_V1_SEED ?? Math.trunc(Math.random() * 2 ** 31)) : 20_261_121;

/** How long a run may take. */
export const patience = isLong ? 6 * 60 * 60 * 1000 : 10 * 60 * 1000;

/** What one of the halves judges; both run at the same time. */
export function extentOf(half: 0 | 1): Extent {
  return { programs: programs / 2, seed: seed + half };
}

/** What a run says of itself. */
export function summarize(
  name: string,
  { programs: count, seed: start }: Extent,
  tally: object,
  startedAt: number,
): string {
  const seconds = (performance.now() - startedAt) / 1000;
  const speed = Math.round(count / seconds);
  return `${name}: ${String(count)} programs from seed ${String(start)}, ${String(speed)} per second, ${JSON.stringify(tally)}`;
}
