import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isInside } from '../report-path.ts';

/** Finds the folder that a file's project cannot leave: its repository, else the folder of the call, else its package. */
export function findTop(absolute: string, cwd: string): string {
  const repository = findUpwards(dirname(absolute), '.git');
  if (repository !== undefined) return repository;
  if (isInside(cwd, absolute)) return cwd;
  return findUpwards(dirname(absolute), 'package.json') ?? dirname(absolute);
}

function findUpwards(start: string, name: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, name))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}
