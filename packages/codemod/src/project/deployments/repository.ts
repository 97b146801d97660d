import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Finds the root of the repository that a folder lies in: the nearest folder with `.git`; undefined without one. */
export function findRepository(folder: string): string | undefined {
  return findAbove(folder, '.git');
}

/** Finds the nearest folder, at or above this one, that has something of a certain name. */
export function findAbove(folder: string, name: string): string | undefined {
  if (existsSync(join(folder, name))) return folder;
  return folder === dirname(folder) ? undefined : findAbove(dirname(folder), name);
}
