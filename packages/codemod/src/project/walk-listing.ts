import { accessSync, constants, lstatSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fdir } from 'fdir';
import ignore, { type Ignore } from 'ignore';
import { neverEntered } from './never-entered.ts';

/**
 * Lists the files under a folder that is in no git repository, without what nested `.gitignore` files exclude. Links
 * are listed and not followed.
 *
 * @returns paths relative to the folder
 */
export async function listByWalking(folder: string, warn: (line: string) => void): Promise<readonly string[]> {
  const isIgnored = createIgnoreLookup(folder);
  const found = await new fdir()
    .withFullPaths()
    .exclude((name, path) => neverEntered(name) !== undefined || isIgnored(path, true) || !isReadable(path, warn))
    .filter((path) => !isIgnored(path, false))
    .crawl(folder)
    .withPromise();
  return found.map((path) => relative(folder, path));
}

function isReadable(folder: string, warn: (line: string) => void): boolean {
  try {
    accessSync(folder, constants.R_OK | constants.X_OK);
    return true;
  } catch {
    warn(`The folder ${folder} cannot be read and was not looked at.`);
    return false;
  }
}

/** Answers as git does: the deepest `.gitignore` with an opinion decides. */
function createIgnoreLookup(root: string): (path: string, isFolder: boolean) => boolean {
  const matchers = new Map<string, Ignore | undefined>();
  const matcherOf = (folder: string) => {
    if (!matchers.has(folder)) matchers.set(folder, readMatcher(folder));
    return matchers.get(folder);
  };
  return (path, isFolder) => {
    const plain = path.endsWith(sep) ? path.slice(0, -1) : path;
    for (let folder = dirname(plain); folder.length >= root.length; folder = dirname(folder)) {
      const name = relative(folder, plain).replaceAll(sep, '/');
      const verdict = matcherOf(folder)?.test(isFolder ? `${name}/` : name);
      if (verdict?.ignored || verdict?.unignored) return verdict.ignored;
      if (folder === dirname(folder)) break;
    }
    return false;
  };
}

function readMatcher(folder: string): Ignore | undefined {
  const path = join(folder, '.gitignore');
  if (lstatSync(path, { throwIfNoEntry: false })?.isFile() !== true) return undefined;
  return ignore().add(readFileSync(path, 'utf8'));
}
