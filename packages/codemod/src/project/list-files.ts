import { lstatSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { listWithGit } from './git-listing.ts';
import { neverEntered } from './never-entered.ts';
import { isInside, reportPath } from './report-path.ts';
import { kindOfFile, type SourceFile } from './source-file.ts';
import { warn, type Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';
import { listByWalking } from './walk-listing.ts';

/**
 * Lists every file under the named paths that could hold code, each once and in the order of their paths.
 *
 * @throws {UsageError} when a path does not exist
 */
export async function listFiles(paths: readonly string[], terminal: Terminal): Promise<readonly SourceFile[]> {
  const named = paths.map((path) => ({ path, absolute: resolve(terminal.cwd, requireExisting(path, terminal.cwd)) }));
  const files = new Map<string, SourceFile>();
  for (const { path, absolute } of named) {
    const listed = await listNamed(path, absolute, terminal);
    if (listed.length === 0)
      warn(terminal, `Nothing to look at in ${path}: it holds no source file that is not ignored.`);
    for (const file of listed) files.set(file.absolute, file);
  }
  return [...files.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

function requireExisting(path: string, cwd: string): string {
  if (path !== '' && !path.includes('\0') && lstatSync(resolve(cwd, path), { throwIfNoEntry: false })) return path;
  throw new UsageError(`The path ${JSON.stringify(path)} does not exist. Name files or folders that do.`);
}

async function listNamed(path: string, absolute: string, terminal: Terminal): Promise<readonly SourceFile[]> {
  const { cwd } = terminal;
  const avoided = neverEntered(isInside(cwd, absolute) ? reportPath(cwd, absolute) : basename(absolute));
  if (avoided !== undefined) {
    warn(terminal, `${path} was left out: ${avoided} is never entered.`);
    return [];
  }
  if (statSync(absolute, { throwIfNoEntry: false })?.isDirectory())
    return listFolder(absolute, realpathSync(absolute), terminal);
  if (kindOfFile(absolute) === 'other') return [];
  const root = realpathSync(isInside(cwd, absolute) ? cwd : dirname(absolute));
  return [{ absolute, path: reportPath(cwd, absolute), root }];
}

/**
 * Lists the files of a folder, those of repositories within it included; without what is ignored or never entered.
 *
 * @param accepts tells by its name whether a file is wanted; by default those that could hold code are
 */
export async function listFolder(
  folder: string,
  root: string,
  terminal: Terminal,
  accepts: (name: string) => boolean = (name) => kindOfFile(name) !== 'other',
): Promise<readonly SourceFile[]> {
  const names =
    (await listWithGit(folder)) ??
    (await listByWalking(folder, (line) => {
      warn(terminal, line);
    }));
  const files: SourceFile[] = [];
  for (const name of names) {
    if (neverEntered(name) !== undefined) continue;
    const absolute = resolve(folder, name);
    if (absolute !== folder && isFolder(absolute)) files.push(...(await listFolder(absolute, root, terminal, accepts)));
    else if (accepts(name)) files.push({ absolute, path: reportPath(terminal.cwd, absolute), root });
  }
  return files;
}

/** A submodule or a repository within the repository: git names the folder and not its files. */
function isFolder(absolute: string): boolean {
  return lstatSync(absolute, { throwIfNoEntry: false })?.isDirectory() === true;
}
