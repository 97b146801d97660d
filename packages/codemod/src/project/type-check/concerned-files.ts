import { posix } from 'node:path';
import { ts } from '@ts-morph/common';
import type { ImportGraph } from './import-graph.ts';
import { isInPackages } from './read-only-files.ts';
import { isJavaScript } from './unchecked-file.ts';

/** The files of a program that a change can bring errors to. */
export interface ConcernedFiles {
  readonly files: readonly ts.SourceFile[];
  /** The names of the changed files that an error in a file comes from. */
  readonly causesOf: (file: string) => readonly string[];
}

/** Finds the changed files and those that depend on them; what a file declares for the whole program concerns all. */
export function findConcernedFiles(
  program: ts.Program,
  graph: ImportGraph,
  realPath: (file: string) => string,
  changes: ReadonlyMap<string, string>,
): ConcernedFiles {
  // Packages of the repository itself are linked among the installed ones.
  const members = program
    .getSourceFiles()
    .filter((file) => !program.isSourceFileDefaultLibrary(file) && !isInPackages(realPath(file.fileName)));
  for (const { fileName, referencedFiles } of members)
    for (const reference of referencedFiles)
      graph.add(fileName, posix.resolve(posix.dirname(fileName), reference.fileName));
  const changed = members.filter(({ fileName }) => changes.has(realPath(fileName)));
  const names = new Set(changed.map(({ fileName }) => fileName));
  const global = changed.filter(isGlobal).map(({ fileName }) => fileName);
  const dependents = graph.dependentsOf(names);
  return {
    files: global.length > 0 ? members : members.filter(({ fileName }) => dependents.has(fileName)),
    causesOf(file) {
      const nearest = graph.nearest(file, names);
      return nearest.length > 0 ? nearest : global;
    },
  };
}

function isGlobal(file: ts.SourceFile): boolean {
  if (isJavaScript(file.fileName)) return false;
  return !ts.isExternalModule(file) || /\bdeclare\s+(?:global|module)\b/.test(file.text);
}
