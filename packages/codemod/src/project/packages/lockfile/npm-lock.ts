import { objectsAt, textAt, valueAt } from '../data-value.ts';
import type { LockedLookup, LockedRequest } from './locked-request.ts';

/** Opens `package-lock.json` and `npm-shrinkwrap.json` of the versions 1 to 3. */
export function openNpmLock(text: string): LockedLookup {
  const lock: unknown = JSON.parse(text);
  if (valueAt(lock, 'packages') === undefined) return (request) => findInFirstVersion(lock, request);
  const packages = objectsAt(lock, 'packages');
  return ({ importer, dependency }) => {
    // A folder that the lockfile does not know is no package of its workspace.
    if (!packages.has(importer)) return undefined;
    const place = foldersUpwards(importer)
      .map((folder) => packages.get(`${folder === '' ? '' : `${folder}/`}node_modules/${dependency}`))
      .find((entry) => entry !== undefined);
    return (textAt(place, 'name') ?? 'openai') === 'openai' ? textAt(place, 'version') : undefined;
  };
}

/** Version 1 has no workspaces, and writes an alias as `npm:openai@4.104.0`. */
function findInFirstVersion(lock: unknown, { importer, dependency }: LockedRequest): string | undefined {
  if (importer !== '') return undefined;
  return textAt(lock, 'dependencies', dependency, 'version')?.replace(/^npm:openai@/, '');
}

function foldersUpwards(folder: string): readonly string[] {
  const names = folder === '' ? [] : folder.split('/');
  return [...names.map((_, index) => names.slice(0, names.length - index).join('/')), ''];
}
