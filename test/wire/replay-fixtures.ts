import { env } from 'node:process';
import { ruleFixtures, type CaseOptions, type Fixture, type RunOptions } from '../driver/fixture.ts';
import { usualVersion } from '../driver/migrate.ts';
import { type SdkVersion, sdkVersions } from './sdk-majors.ts';

/** A fixture that says how it is run. */
export type RunnableFixture = Fixture & { readonly options: { readonly run: RunOptions } };

/** Whether the tests may take long, as under `pnpm fuzz`. */
export const isFuzzing = env['AZURE_OPENAI_V1_FUZZ'] === '1';

/** The fixtures that say how they are run. */
export const runnableFixtures: readonly RunnableFixture[] = ruleFixtures.filter(
  (fixture): fixture is RunnableFixture => fixture.options.run !== undefined,
);

/** The runnable fixture of a case in `no-azure-openai-client`. */
export function findRunnable(name: string): RunnableFixture {
  const found = runnableFixtures.find((fixture) => fixture.name === `no-azure-openai-client/${name}`);
  if (found === undefined) throw new Error(`There is no runnable fixture ${name}.`);
  return found;
}

/** The releases that a fixture is replayed with: those that it declares, and under `pnpm fuzz` all unless it declares some. */
export function releasesFor({ options }: RunnableFixture): readonly SdkVersion[] {
  const { sdk = isFuzzing ? 'all' : [suitableRelease(options)] } = options.run;
  return sdkVersions.filter((release) => sdk === 'all' || sdk.includes(release));
}

/** The oldest release that is not older than the fixture's own, so that it can do what the fixture relies on. */
function suitableRelease({ openaiVersion }: CaseOptions): SdkVersion {
  const wanted = openaiVersion ?? usualVersion;
  const newer = sdkVersions.find((release) => release.localeCompare(wanted, 'en', { numeric: true }) >= 0);
  return newer ?? '7.55.0';
}
