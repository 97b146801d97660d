import { findV1Operation } from '@azure-openai-v1/knowledge';
import { compareTraffic, scenarios, type Exchange } from '@azure-openai-v1/wire';
import { afterAll, describe, expect, test } from 'vitest';
import { isFuzzing, releasesFor, runnableFixtures } from './replay-fixtures.ts';
import { operationFixtures } from './replay-operations.ts';
import { removeFolders } from './replay-project.ts';
import { replay, type Replay } from './replay.ts';

afterAll(removeFolders);

describe.concurrent.each(runnableFixtures.map((fixture) => [fixture.name, fixture] as const))('%s', (name, fixture) => {
  const declared = fixture.options.run.differences?.kinds ?? [];

  test.each(releasesFor(fixture))('means the same on openai %s', async (release) => {
    const replayed = await replay(fixture, release);
    // With a release that nobody declared, nothing may be left to do, as for token providers before 5.18.0.
    if (replayed === undefined && isFuzzing) return;
    if (replayed === undefined) throw new Error('Nothing is migrated.');
    const found = findDifferences(replayed);
    expect(found.filter(({ kind }) => !declared.includes(kind))).toEqual([]);
    expect(declared.filter((kind) => !found.some((difference) => difference.kind === kind))).toEqual([]);
    for (const scenario of scenarios) {
      expect(replayed.before[scenario].exchanges).not.toEqual([]);
      expect(replayed.after[scenario].exchanges).not.toEqual([]);
    }
    const { exchanges, outcome } = replayed.after.ok;
    expect(exchanges.map(({ answer }) => answer).filter(({ status }) => status >= 400)).toEqual([]);
    expect(outcome.error).toBeUndefined();
    const reached = exchanges.map(nameOperation);
    expect(reached).toEqual(expect.arrayContaining([...(operationFixtures[name] ?? [])]));
  });
});

function findDifferences({ before, after }: Replay) {
  return scenarios.flatMap((scenario) =>
    compareTraffic(before[scenario], after[scenario]).map(({ kind, sentence }) => ({ kind, scenario, sentence })),
  );
}

/** The v1 operation of an exchange that went well. */
function nameOperation({ request: { method, url }, answer: { status } }: Exchange): string | undefined {
  const path = new URL(url).pathname.replace(/^\/openai\/v1/, '');
  const operation = status < 300 ? findV1Operation(method, path) : undefined;
  return operation && `${operation.method} ${operation.path}`;
}
