import { posix } from 'node:path';
import { ts } from '@ts-morph/common';
import { packageOf } from './missing-types.ts';
import type { ProjectJob } from './project-job.ts';
import type { ReadOnlyFiles } from './read-only-files.ts';

/** How imports may spell files: the last part of a path, or a package. */
export type ImportNames = ReadonlySet<string>;

/** The names under which files can be imported: their own, and their folder's for an index. */
export function namesOfFiles(files: Iterable<string>): ImportNames {
  return new Set(
    [...files].flatMap((file) => {
      const name = stemOf(file);
      return name === 'index' ? [name, stemOf(posix.dirname(file)), '.', '..'] : [name];
    }),
  );
}

/** Tells by the words of its imports whether a project may use one of some files; a program takes far longer to build. */
export function mayImport({ roots }: ProjectJob, files: ReadOnlyFiles, names: ImportNames): boolean {
  return roots.some((root) => {
    const { importedFiles, referencedFiles } = ts.preProcessFile(files.readFile(root) ?? '', true, true);
    return [...importedFiles, ...referencedFiles].some(
      ({ fileName }) => names.has(stemOf(fileName)) || names.has(packageOf(fileName) ?? ''),
    );
  });
}

function stemOf(path: string): string {
  return posix.basename(path).replace(/(?:\.d)?\.[cm]?[jt]sx?$/, '');
}
