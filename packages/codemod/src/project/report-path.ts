import { relative, sep } from 'node:path';

/** Writes a path as reports show it: relative to the folder of the call, with `/`. */
export function reportPath(cwd: string, absolute: string): string {
  const path = relative(cwd, absolute) || '.';
  return sep === '/' ? path : path.replaceAll(sep, '/');
}

/** Tells whether a path lies in a folder or is that folder; both absolute. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !/^[a-z]:/i.test(way) && !way.startsWith(sep);
}
