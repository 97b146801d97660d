import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runProgram, type Program, type ProgramRun } from '@azure-openai-v1/wire';
import { makeFolder } from '../run-cli.ts';
import { startRecordingServer } from './recording-server.ts';

const modules = fileURLToPath(new URL('../../node_modules', import.meta.url));

/** What a run showed, with the requests as `METHOD URL`. */
export type TextRun = ProgramRun & { readonly requests: readonly string[] };

/** Runs a text as a program, with every package of this workspace at hand, against a server that only records. */
export async function runText(
  text: string,
  changes: Partial<Program> = {},
  files: Readonly<Record<string, string>> = {},
): Promise<TextRun> {
  const server = await startRecordingServer();
  const folder = makeFolder({ 'program.mjs': text, ...files });
  symlinkSync(modules, join(folder, 'node_modules'));
  const program = { file: 'program.mjs', folder, environment: {}, timeoutMilliseconds: 60_000 };
  const run = await runProgram({ ...program, ...changes }, server);
  return { ...run, requests: server.requests() };
}
