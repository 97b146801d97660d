import { compareTraffic, type Traffic } from '@azure-openai-v1/wire';
import { expect, test } from 'vitest';
import { usualVersion } from '../driver/migrate.ts';
import { mutateTraffic } from './compare-mutants.ts';
import { realtimeAfter, realtimeBefore } from './compare-samples.ts';
import { resourceCase, scopedCase } from './wrong-migrations-calls.ts';
import { clientCase } from './wrong-migrations-client.ts';
import { oldPatternCase, providerCase } from './wrong-migrations-credentials.ts';
import { requestCase } from './wrong-migrations-requests.ts';
import { runOnSdk } from './wrong-migrations-run.ts';

const cases = [clientCase, providerCase, oldPatternCase, resourceCase, scopedCase, requestCase];

test.each(cases)('every single change of $name is noticed', async (migration) => {
  const before = await runOnSdk(migration.before, usualVersion);
  const after = await runOnSdk(migration.right, usualVersion);
  expectAllNoticed(before, after);
  // A program that was not migrated has to stay what it was, to the same extent.
  expectAllNoticed(before, before);
});

test.each(['limited', 'limited-once', 'unauthorized'] as const)(
  'every single change is noticed (%s)',
  async (scenario) => {
    const before = await runOnSdk(clientCase.before, usualVersion, scenario);
    expectAllNoticed(before, await runOnSdk(clientCase.right, usualVersion, scenario));
  },
);

test('every single change of a realtime session is noticed', () => {
  expectAllNoticed(realtimeBefore, realtimeAfter);
});

function expectAllNoticed(before: Traffic, after: Traffic): void {
  expect(compareTraffic(before, after)).toEqual([]);
  const mutants = mutateTraffic(after);
  expect(mutants.length).toBeGreaterThan(80);
  const missed = mutants.filter(({ value }) => compareTraffic(before, value).length === 0);
  expect(missed.map(({ name }) => name)).toEqual([]);
  const lost = mutateTraffic(before).filter(({ value }) => compareTraffic(value, after).length === 0);
  // What v1 does not have need not have been as it was.
  expect(lost.map(({ name }) => name).filter((name) => !isDroppedByTheMove(name))).toEqual([]);
}

/**
 * What the mapping drops: the version, a `model` that the deployment overrules, the deployment of batches, empty segments,
 * and one of two headers with the same credential.
 */
function isDroppedByTheMove(name: string): boolean {
  return [
    /query api-version/,
    /query model added/,
    /\bmodel: /,
    /\bmodel (?:dropped|renamed)/,
    // The first part of a form, which is its model.
    /part 0 /,
    /slash after .* doubled/,
    /segment support-chat changed/,
    /header (?:api-key|authorization) dropped/,
  ].some((pattern) => pattern.test(name));
}
