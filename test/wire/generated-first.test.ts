import { expect, test } from 'vitest';
import { assertPrograms } from './generator/assert-programs.ts';
import { extentOf, patience, summarize } from './generator/extent.ts';

test('generated programs mean the same before and after, the first half', { timeout: patience }, async () => {
  const extent = extentOf(0);
  console.info(`first half: ${String(extent.programs)} programs from seed ${String(extent.seed)}`);
  const start = performance.now();
  const tally = await assertPrograms(extent);
  console.info(summarize('first half', extent, tally, start));
  expect((tally.migrated + tally.partly) / extent.programs).toBeGreaterThan(0.4);
});
