import { lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { roleOf } from '@azure-openai-v1/configuration';
import { askGit } from '../git.ts';
import { listFolder } from '../list-files.ts';
import { isInside, reportPath } from '../report-path.ts';
import type { SourceFile } from '../source-file.ts';
import { warn, type Terminal } from '../terminal.ts';

/** The files of the repositories that the named paths belong to. */
export interface RepositoryFiles {
  readonly files: readonly SourceFile[];
  /** Tells whether a file lies in what was named, and so may be written. */
  readonly isNamed: (file: SourceFile) => boolean;
}

/** A repository with more files is not searched. */
const mostFiles = 200_000;

/** Lists the repositories whole, since any file may read a variable; undefined where they have too many files. */
export async function listRepositories(
  paths: readonly string[],
  terminal: Terminal,
): Promise<RepositoryFiles | undefined> {
  const named = paths.map((path) => resolve(terminal.cwd, path));
  const files = new Map<string, SourceFile>();
  for (const folder of new Set(await Promise.all(named.map((path) => repositoryOf(path, terminal.cwd))))) {
    for (const file of await listFolder(folder, realpathSync(folder), terminal, () => true))
      files.set(file.absolute, file);
    if (files.size <= mostFiles) continue;
    warn(terminal, `${folder} has too many files to search them for variables that are read no more.`);
    return undefined;
  }
  for (const file of ignoredEnvironments([...files.values()], terminal.cwd)) files.set(file.absolute, file);
  const isNamed = ({ absolute }: SourceFile) => named.some((path) => isInside(path, absolute));
  return { files: [...files.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1)), isNamed };
}

/** The top of the git repository, else the highest folder of a package below the folder of the call. */
async function repositoryOf(path: string, cwd: string): Promise<string> {
  const folder = statSync(path).isDirectory() ? path : dirname(path);
  const top = (await askGit(folder, ['rev-parse', '--show-toplevel']))?.toString('utf8').replace(/\r?\n$/, '');
  // Git answers with the real path; where links lead there, the way that was named is kept.
  if (top !== undefined && top !== '')
    return ancestorsOf(folder).find((above) => realpathSync(above) === resolve(top)) ?? top;
  const packages = ancestorsOf(folder).filter((above) => isInside(cwd, above) && isFile(join(above, 'package.json')));
  return packages.at(-1) ?? folder;
}

function ancestorsOf(folder: string): readonly string[] {
  return folder === dirname(folder) ? [folder] : [folder, ...ancestorsOf(dirname(folder))];
}

function isFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

/** Files with real values are usually ignored by git; they are looked for beside each manifest. */
function ignoredEnvironments(files: readonly SourceFile[], cwd: string): readonly SourceFile[] {
  const manifests = files.filter(({ path }) => /(?:^|\/)package\.json$/.test(path));
  return manifests.flatMap(({ absolute, root }) =>
    namesIn(dirname(absolute))
      .filter((name) => ['environment', 'settings-with-values'].includes(roleOf(name)))
      .map((name) => join(dirname(absolute), name))
      .map((found) => ({ absolute: found, path: reportPath(cwd, found), root })),
  );
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
