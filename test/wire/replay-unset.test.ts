import { scenarios } from '@azure-openai-v1/wire';
import { afterAll, expect, test } from 'vitest';
import { releasesFor, runnableFixtures, type RunnableFixture } from './replay-fixtures.ts';
import { writeProgram } from './replay-program.ts';
import { folderFor, removeFolders } from './replay-project.ts';
import { runPrograms } from './replay-run.ts';
import { migrateFor } from './replay.ts';

afterAll(removeFolders);

const release = '5.23.2';
const readers = runnableFixtures.filter(
  (fixture) =>
    releasesFor(fixture).includes(release) && /AZURE_OPENAI_ENDPOINT|new AzureOpenAI\b(?!\(\{)/.test(fixture.text),
);

/** A fixture whose environment has no endpoint. */
function withoutEndpoint(fixture: RunnableFixture): RunnableFixture {
  const { run } = fixture.options;
  const environment = { ...run.environment, AZURE_OPENAI_ENDPOINT: null };
  return { ...fixture, options: { ...fixture.options, run: { ...run, environment } } };
}

test('a migrated program whose endpoint is not set sends the Azure key to nobody', async () => {
  expect(readers.length).toBeGreaterThan(50);
  const folder = folderFor(release);
  const programs = readers.map((fixture) =>
    writeProgram(folder, withoutEndpoint(fixture), 'unset', migrateFor(fixture, release)),
  );
  const halves = [programs.slice(0, 40), programs.slice(40)];
  const traffics = (await Promise.all(halves.map((half) => runPrograms(folder, half, {})))).flat();
  const told = traffics.flatMap((traffic, index) =>
    scenarios
      .flatMap((scenario) => traffic[scenario].exchanges)
      .filter(({ request }) => request.headers.some(([, value]) => value.includes('placeholder-key-1')))
      .map(({ request }) => `${readers[index]?.name ?? ''} ${new URL(request.url).host}`),
  );
  expect(told.filter((line) => !line.endsWith('.azure.com'))).toEqual([]);
});
