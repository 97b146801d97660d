import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { askGit } from '../git.ts';
import { listWithGit } from '../git-listing.ts';
import { neverEntered } from '../never-entered.ts';
import { reportPath } from '../report-path.ts';
import { kindOfFile } from '../source-file.ts';
import { listByWalking } from '../walk-listing.ts';

/** The files of the repository that the named paths are part of; all paths are as reports show them. */
export interface Repository {
  readonly cwd: string;
  /** Every file that could hold code, whether it was named or not. */
  readonly sources: readonly string[];
  readonly manifests: readonly string[];
}

/** Larger files are not searched for imports. */
const sizeLimit = 2 * 1024 * 1024;

/** Lists the repository around a folder: that of git, else the outermost folder around it with a workspace or manifest. */
export async function openRepository(folder: string, cwd: string): Promise<Repository> {
  const root = (await topOfGit(folder)) ?? topByManifest(folder);
  const names = (await listWithGit(root)) ?? (await listByWalking(root, () => undefined));
  const paths = names
    .filter((name) => !name.endsWith('/') && neverEntered(name) === undefined)
    .map((name) => reportPath(cwd, resolve(root, name)));
  return {
    cwd,
    sources: paths.filter((path) => kindOfFile(path) !== 'other').toSorted(),
    manifests: paths.filter((path) => basename(path) === 'package.json').toSorted(),
  };
}

async function topOfGit(folder: string): Promise<string | undefined> {
  const answer = await askGit(folder, ['rev-parse', '--show-toplevel']);
  const top = answer?.toString('utf8').replace(/\r?\n$/, '');
  return top === undefined || top === '' ? undefined : resolve(folder, top);
}

function topByManifest(folder: string): string {
  let top = folder;
  for (let current = folder; ; current = dirname(current)) {
    if (existsSync(join(current, 'package.json')) || existsSync(join(current, 'pnpm-workspace.yaml'))) top = current;
    if (current === dirname(current)) return top;
  }
}

/** The text of a regular file of bounded size; undefined for everything else. */
export function readSmallFile(absolute: string): string | undefined {
  try {
    const status = lstatSync(absolute);
    return status.isFile() && status.size <= sizeLimit
      ? readFileSync(absolute, 'utf8').replace(/^\uFEFF/, '')
      : undefined;
  } catch {
    return undefined;
  }
}
