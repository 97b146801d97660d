import type { Fixture } from '../driver/fixture.ts';
import { migrate } from '../driver/migrate.ts';
import { isFuzzing, releasesFor, runnableFixtures, type RunnableFixture } from './replay-fixtures.ts';
import { writeProgram } from './replay-program.ts';
import { folderFor } from './replay-project.ts';
import { runPrograms, type ProgramTraffic } from './replay-run.ts';
import type { SdkVersion } from './sdk-majors.ts';

/** What a fixture showed before and after its migration. */
export interface Replay {
  readonly before: ProgramTraffic;
  readonly after: ProgramTraffic;
}

type Replays = ReadonlyMap<RunnableFixture, Replay>;

interface Group {
  readonly fixtures: readonly RunnableFixture[];
  readonly run: () => Promise<Replays>;
}

/** Starting a process costs more than running a program, so that programs share one; under `pnpm fuzz` each has its own. */
const programsPerProcess = isFuzzing ? 1 : 8;

const groups = new Map<SdkVersion, readonly Group[]>();

/** Runs a fixture before and after in every scenario; undefined when nothing is migrated for that release. */
export async function replay(fixture: RunnableFixture, release: SdkVersion): Promise<Replay | undefined> {
  const known = groups.get(release) ?? makeGroups(release);
  groups.set(release, known);
  const group = known.find(({ fixtures }) => fixtures.includes(fixture));
  return (await group?.run())?.get(fixture);
}

/** A server knows the deployments of one group, so that fixtures that name other ones are in another. */
function makeGroups(release: SdkVersion): readonly Group[] {
  const moved = runnableFixtures.filter(
    (fixture) => releasesFor(fixture).includes(release) && migrateFor(fixture, release) !== textOf(fixture),
  );
  const settings = [...new Set(moved.map(deploymentsOf))];
  return settings.flatMap((deployments) =>
    cutIntoPieces(moved.filter((fixture) => deploymentsOf(fixture) === deployments)).map((fixtures) =>
      makeGroup(fixtures, release),
    ),
  );
}

function makeGroup(fixtures: readonly RunnableFixture[], release: SdkVersion): Group {
  let running: Promise<Replays> | undefined;
  return { fixtures, run: () => (running ??= runGroup(fixtures, release)) };
}

async function runGroup(fixtures: readonly RunnableFixture[], release: SdkVersion): Promise<Replays> {
  const folder = folderFor(release);
  const deployments = fixtures[0]?.options.deployments;
  const settings = deployments === undefined ? {} : { deployments };
  const run = (side: string, text: (fixture: RunnableFixture) => string) =>
    runPrograms(
      folder,
      fixtures.map((fixture) => writeProgram(folder, fixture, side, text(fixture))),
      settings,
    );
  const [first, second] = await Promise.all([
    run('before', textOf),
    run('after', (fixture) => migrateFor(fixture, release)),
  ]);
  const replays = new Map<RunnableFixture, Replay>();
  for (const [index, fixture] of fixtures.entries()) {
    const [before, after] = [first[index], second[index]];
    if (before !== undefined && after !== undefined) replays.set(fixture, { before, after });
  }
  return replays;
}

/** The text of a fixture as it is migrated. */
export function textOf({ text }: Fixture): string {
  return text.replace('\uFEFF', '');
}

/** The text after the migration for a release. */
export function migrateFor(fixture: RunnableFixture, release: SdkVersion): string {
  return migrate(fixture.file, textOf(fixture), { ...fixture.options, openaiVersion: release }).text;
}

function deploymentsOf({ options }: RunnableFixture): string {
  return JSON.stringify(options.deployments ?? null);
}

function cutIntoPieces<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  const starts = items.map((_, index) => index).filter((index) => index % programsPerProcess === 0);
  return starts.map((start) => items.slice(start, start + programsPerProcess));
}
