import { compareTraffic, differenceKinds, type DifferenceKind, type Scenario } from '@azure-openai-v1/wire';
import { describe, expect, test } from 'vitest';
import { type SdkVersion, sdkVersions } from './sdk-majors.ts';
import { migrationCases } from './wrong-migrations-cases.ts';
import type { MigrationCase, WrongMigration } from './wrong-migrations.ts';
import { runOnSdk } from './wrong-migrations-run.ts';

const scenarios: readonly Scenario[] = ['ok', 'limited-once', 'limited', 'unauthorized', 'stream'];

describe.each(sdkVersions)('openai %s', (version) => {
  describe.each(migrationCases)('$name', (migration) => {
    test.each(scenarios)('the right migration is accepted (%s)', async (scenario) => {
      const before = await runOnSdk(migration.before, version, scenario);
      const after = await runOnSdk(isRight(migration, version) ? migration.right : migration.before, version, scenario);
      expect(before.exchanges.length).toBeGreaterThan(0);
      expect(compareTraffic(before, after)).toEqual([]);
    });

    test.each(migration.wrong.filter(({ versions = sdkVersions }) => versions.includes(version)))(
      'rejected: $name',
      async (wrong) => {
        expect(await kindsOf(migration, wrong, version)).toEqual(expect.arrayContaining([...wrong.kinds]));
      },
    );
  });
});

test('there are more than 25 kinds of wrong migration', () => {
  const kinds = new Set(migrationCases.flatMap(({ wrong }) => wrong.flatMap((mistake) => mistake.kinds)));
  expect(kinds.size).toBeGreaterThan(25);
  // What no program in one process can do: talk over a socket, and end with an exit code.
  const left = Object.keys(differenceKinds).filter((kind) => !kinds.has(kind as DifferenceKind));
  expect(left).toEqual(['message', 'exit']);
});

function isRight({ since }: MigrationCase, version: SdkVersion): boolean {
  return since === undefined || compareVersions(version, since) >= 0;
}

function compareVersions(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}

async function kindsOf(migration: MigrationCase, wrong: WrongMigration, version: SdkVersion) {
  const before = await runOnSdk(migration.before, version, wrong.scenario);
  const after = await runOnSdk(wrong.text, version, wrong.scenario);
  return [...new Set(compareTraffic(before, after).map(({ kind }) => kind))];
}
