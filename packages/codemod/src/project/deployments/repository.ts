import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Finds the root of the repository that a folder lies in: the nearest folder with `.git`; undefined without one. */
export function findRepository(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) return folder;
  return folder === dirname(folder) ? undefined : findRepository(dirname(folder));
}

/** Finds the outermost folder, at or above this one, that has a `package.json`. */
export function findOutermostPackage(folder: string): string | undefined {
  const outer = folder === dirname(folder) ? undefined : findOutermostPackage(dirname(folder));
  return outer ?? (existsSync(join(folder, 'package.json')) ? folder : undefined);
}
