import { expect } from 'vitest';
import { assertPrograms } from './assert-programs.ts';

const { AZURE_OPENAI_V1_FUZZ, AZURE_OPENAI_V1_SEED } = process.env;
const isLong = AZURE_OPENAI_V1_FUZZ === '1';
const programs = isLong ? 200_000 : 5000;
// A long run starts somewhere else each time, unless it is told where an earlier one started.
const seed = isLong ? Number(AZURE_OPENAI_V1_SEED ?? Math.trunc(Math.random() * 2 ** 31)) : 20_261_121;

/** How long a run may take. */
export const patience = isLong ? 6 * 60 * 60 * 1000 : 10 * 60 * 1000;

/** Judges one half of the programs; both are judged at the same time. */
export async function judgeHalf(half: 0 | 1): Promise<void> {
  const name = `${half === 0 ? 'first' : 'second'} half`;
  const extent = { programs: programs / 2, seed: seed + half };
  const what = `${name}: ${String(extent.programs)} programs from seed ${String(extent.seed)}`;
  console.info(what);
  const start = performance.now();
  const tally = await assertPrograms(extent);
  const speed = Math.round(extent.programs / ((performance.now() - start) / 1000));
  console.info(`${what}, ${String(speed)} per second, ${JSON.stringify(tally)}`);
  expect((tally.migrated + tally.partly) / extent.programs).toBeGreaterThan(0.4);
}
