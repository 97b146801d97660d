import { mkdirSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { writeFiles, writeScript } from './replay-files.ts';
import type { ReplayProgram } from './replay-entry.ts';
import type { RunnableFixture } from './replay-fixtures.ts';
import type { ReplayFolder } from './replay-project.ts';

/** The variables that every program gets; the key for OpenAI itself shows when it is sent to Azure by mistake. */
const usualEnvironment = {
  AZURE_OPENAI_API_KEY: 'placeholder-key-1',
  AZURE_OPENAI_API_VERSION: '2024-10-21',
  AZURE_OPENAI_DEPLOYMENT: 'placeholder-4o',
  AZURE_OPENAI_ENDPOINT: 'https://placeholder.openai.azure.com',
  AZURE_OPENAI_RESOURCE: 'placeholder',
  OPENAI_API_KEY: 'placeholder-key-2',
  OPENAI_API_VERSION: '2024-10-21',
} as const;

/** Writes one text of a fixture, and all that it needs, into a folder of its own. */
export function writeProgram(
  { path }: ReplayFolder,
  { name, file, options: { run } }: RunnableFixture,
  side: string,
  text: string,
): ReplayProgram {
  const folder = join(path, name, side);
  mkdirSync(folder, { recursive: true });
  writeFiles(folder, run.files ?? {});
  const script = writeScript(join(folder, basename(file, extname(file))), file, text);
  const environment = withoutNulls({ ...usualEnvironment, ...run.environment });
  if (run.call === undefined) return { file: script, folder, environment };
  writeFiles(folder, { 'call.cjs': `module.exports = (module) => { with (module) return (${run.call}); };` });
  return { file: script, folder, environment, call: join(folder, 'call.cjs') };
}

function withoutNulls(variables: Readonly<Record<string, string | null>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(variables).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  );
}
