import { posix, resolve } from 'node:path';
import type { ModuleResolver } from './module-resolver.ts';
import { readSmallFile } from './repository.ts';
import { findLoadedNames, type LoadedNames } from './specifiers.ts';
import type { Workspace } from './workspace.ts';

/** Who loads a file. */
export interface Loaders {
  /** Files that name it. */
  readonly certain: readonly string[];
  /** Files that load what lies in its folder by names that only the running program knows. */
  readonly byFolder: readonly string[];
  /** Files that may load it, each with the way in which they may. */
  readonly possible: readonly { readonly path: string; readonly how: string }[];
}

/** Which files of a repository load which. */
export interface ImportGraph {
  loadersOf(path: string): Loaders;
  /** Whether a file that is no test sets a variable of the environment. */
  setsVariable(name: string): boolean;
}

/** Reads what every file loads. Files are searched and not parsed. */
export function readImportGraph(
  cwd: string,
  paths: readonly string[],
  resolveModule: ModuleResolver,
  workspace: Workspace,
): ImportGraph {
  const certain = new Map<string, Set<string>>();
  const unresolved: { readonly path: string; readonly specifier: string }[] = [];
  const names = new Map<string, LoadedNames>();
  const variables = new Set<string>();
  for (const path of paths) {
    const text = readSmallFile(resolve(cwd, path));
    if (text === undefined) continue;
    const loaded = findLoadedNames(text);
    if (!isTest(path)) for (const variable of loaded.variables) variables.add(variable);
    if (loaded.prefixes.length > 0 || loaded.loadsAnything) names.set(path, loaded);
    for (const specifier of loaded.specifiers) {
      const target = resolveModule(path, specifier);
      if (target !== undefined) certain.set(target, (certain.get(target) ?? new Set()).add(path));
      else if (mayBeAlias(specifier) && !workspace.dependsOn(path, specifier)) unresolved.push({ path, specifier });
    }
  }
  return {
    setsVariable: (name) => variables.has(name),
    loadersOf: (path) => ({
      certain: [...(certain.get(path) ?? [])],
      byFolder: [...names].flatMap(([from, { prefixes }]) => (loadsFolder(from, prefixes, path) ? [from] : [])),
      possible: [
        ...unresolved
          .filter(({ specifier }) => stemOf(specifier) === stemOf(path))
          .map((entry) => ({ path: entry.path, how: `imports \`${entry.specifier}\`, which may be it` })),
        ...[...names].flatMap(([from, loaded]) => possibleLoad(from, loaded, path, workspace)),
      ].filter((entry) => entry.path !== path),
    }),
  };
}

/** What a test sets, it sets before the code that it tests. */
function isTest(path: string): boolean {
  return /(?:^|\/)(?:__tests__|__mocks__|tests?|spec|e2e)\/|\.(?:test|spec)\.|(?:^|\/)(?:jest|vitest)[.-]/.test(path);
}

/** A scoped or a bare name may be a package, or a name that a bundler was told of. */
function mayBeAlias(specifier: string): boolean {
  return /^[@~#$\w]/.test(specifier) && specifier.includes('/') && !/^(?:node|npm|https?|jsr|bun):/.test(specifier);
}

/** The last part of a name; the folder's name for an index. */
function stemOf(path: string): string {
  const bare = path.replace(/\.[^./]+$/, '');
  return posix.basename(bare) === 'index' ? posix.basename(posix.dirname(bare)) : posix.basename(bare);
}

function loadsFolder(from: string, prefixes: readonly string[], path: string): boolean {
  return (
    from !== path &&
    prefixes.some((prefix) => prefix.startsWith('.') && path.startsWith(posix.join(posix.dirname(from), prefix)))
  );
}

/** Programs that configure or build others load many files, and no clients. */
const tooling = /(?:^|\/)(?:scripts|build|tools|config)\/|\.config\.|(?:^|\/)(?:gulpfile|Gruntfile|karma|webpack)/;

function possibleLoad(
  from: string,
  { loadsAnything }: LoadedNames,
  path: string,
  workspace: Workspace,
): Loaders['possible'] {
  const isNear = loadsAnything && workspace.folderOf(from) === workspace.folderOf(path) && !tooling.test(from);
  return isNear ? [{ path: from, how: 'loads files by names that only the running program knows' }] : [];
}
