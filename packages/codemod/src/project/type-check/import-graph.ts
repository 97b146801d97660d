/** Which files of a program import which, as they were resolved. */
export interface ImportGraph {
  readonly add: (from: string, to: string) => void;
  /** The given files and all that import one of them, directly or not. */
  readonly dependentsOf: (files: Iterable<string>) => ReadonlySet<string>;
  /** Of the wanted files, those that are reached from a file over the fewest imports. */
  readonly nearest: (from: string, wanted: ReadonlySet<string>) => readonly string[];
}

/** Makes an empty graph. */
export function createImportGraph(): ImportGraph {
  const imports = new Map<string, Set<string>>();
  const importers = new Map<string, Set<string>>();
  return {
    add(from, to) {
      put(imports, from, to);
      put(importers, to, from);
    },
    dependentsOf(files) {
      const found = new Set(files);
      for (const file of found) for (const importer of importers.get(file) ?? []) found.add(importer);
      return found;
    },
    nearest(from, wanted) {
      const seen = new Set([from]);
      for (let level = [from]; level.length > 0;) {
        const hits = level.filter((file) => wanted.has(file));
        if (hits.length > 0) return hits;
        level = level.flatMap((file) => [...(imports.get(file) ?? [])].filter((next) => isFirst(seen, next)));
      }
      return [];
    },
  };
}

function put(map: Map<string, Set<string>>, key: string, value: string): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, new Set([value]));
  else known.add(value);
}

function isFirst(seen: Set<string>, value: string): boolean {
  const isNew = !seen.has(value);
  seen.add(value);
  return isNew;
}
