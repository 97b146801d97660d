import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, parseCommandLine, UsageError } from 'azure-openai-v1';
import { recordingTerminal, type JsonReport } from '../run-cli.ts';
import { git } from '../verify-project.ts';
import { writeFiles } from '../wire/replay-files.ts';
import { readTree, type Project, type Tree } from './project.ts';

/** What a run of `migrate` came to. */
export interface ProjectMigration {
  readonly code: number;
  readonly files: JsonReport['files'];
  /** The files after the run. */
  readonly tree: Tree;
}

/** Runs `migrate` with further options, and commits what it changed. */
export type Migrate = (...words: readonly string[]) => Promise<ProjectMigration>;

/** Makes a copy of a project, in a repository of its own, for as long as it is used. */
export async function inCopy<Result>(
  { before, options }: Project,
  use: (migrate: Migrate) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'project-'));
  try {
    writeFiles(folder, before);
    git(folder, ['init', '--quiet']);
    git(folder, ['add', '--all']);
    git(folder, ['commit', '--quiet', '--message', 'Begin']);
    let committed = before;
    return await use(async (...words) => {
      const migration = await runMigrate(folder, [...(options.options ?? []), ...words]);
      if (JSON.stringify(migration.tree) !== JSON.stringify(committed)) {
        git(folder, ['commit', '--quiet', '--all', '--message', 'Migrate']);
        committed = migration.tree;
      }
      return migration;
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function runMigrate(folder: string, words: readonly string[]): Promise<ProjectMigration> {
  const terminal = recordingTerminal(folder);
  try {
    const invocation = await parseCommandLine(['migrate', '--format', 'json', ...words]);
    if (invocation?.command !== 'migrate') throw new Error(`${words.join(' ')} is not a migration`);
    const code = await migrate(invocation.request, terminal);
    return { code, files: (JSON.parse(terminal.out) as JsonReport).files, tree: readTree(folder) };
  } catch (error) {
    if (error instanceof UsageError) return { code: 2, files: [], tree: readTree(folder) };
    throw error;
  }
}
