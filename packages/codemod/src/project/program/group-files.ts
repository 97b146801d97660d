import type { FileConvergence } from '@azure-openai-v1/core';

/** Sorts the files of a plan into groups that change together, because a finding of one of them edits others. */
export function groupFiles(files: ReadonlyMap<string, FileConvergence>): readonly (readonly string[])[] {
  const groups = new Map<string, Set<string>>([...files.keys()].map((path) => [path, new Set([path])]));
  for (const [path, file] of files) {
    if (file.kind !== 'analyzed') continue;
    for (const other of file.applied.flatMap(({ edits }) => edits.map((edit) => edit.path ?? path))) {
      const [mine, theirs] = [groups.get(path), groups.get(other)];
      if (!mine || !theirs || mine === theirs) continue;
      for (const member of theirs) {
        mine.add(member);
        groups.set(member, mine);
      }
    }
  }
  return [...new Set(groups.values())].map((group) => [...group].toSorted());
}
