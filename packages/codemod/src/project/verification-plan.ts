import { realpathSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { askGit } from './git.ts';
import { isInside } from './report-path.ts';
import { UsageError } from './usage-error.ts';

/** Which file is run, and where, in the work tree and at a commit. */
export interface VerificationPlan {
  /** The repository's own folder. */
  readonly root: string;
  readonly commit: string;
  /** Relative to the root. */
  readonly entry: string;
  /** The folder of the call, relative to the root. */
  readonly folder: string;
}

/**
 * Finds out what there is to run, without running anything.
 *
 * @throws {UsageError} when the file, the repository or the commit is not there
 */
export async function planVerification(entry: string, before: string, cwd: string): Promise<VerificationPlan> {
  const folder = realpathSync(cwd);
  const file = requireFile(entry, folder);
  const root = await askGit(folder, ['rev-parse', '--show-toplevel']);
  if (root === undefined) {
    throw new UsageError('verify compares with a commit, and git knows no repository here. Call it inside one.');
  }
  const realRoot = realpathSync(root.toString('utf8').replace(/\r?\n$/, ''));
  if (!isInside(realRoot, file)) {
    throw new UsageError(`--entry ${JSON.stringify(entry)} is outside this repository. Name a file inside.`);
  }
  const commit = await findCommit(before, folder);
  return { root: realRoot, commit, entry: relative(realRoot, file), folder: relative(realRoot, folder) };
}

function requireFile(entry: string, folder: string): string {
  const file = resolve(folder, entry);
  if (entry === '' || entry.includes('\0') || statSync(file, { throwIfNoEntry: false })?.isFile() !== true) {
    throw new UsageError(`--entry ${JSON.stringify(entry)} is no file. Name the file that starts your program.`);
  }
  return join(realpathSync(join(file, '..')), file.slice(join(file, '..').length));
}

async function findCommit(before: string, folder: string): Promise<string> {
  const answer = before.startsWith('-')
    ? undefined
    : await askGit(folder, ['rev-parse', '--verify', '--quiet', `${before}^{commit}`]);
  const commit = answer?.toString('latin1').trim() ?? '';
  if (!/^[0-9a-f]{40,64}$/.test(commit)) {
    throw new UsageError(
      `--before ${JSON.stringify(before)} is no commit of this repository. Name one that git knows.`,
    );
  }
  return commit;
}
