import { posix } from 'node:path';
import { sourceExtensions } from '@azure-openai-v1/javascript';
import type { PathAliases } from './path-aliases.ts';
import type { Workspace } from './workspace.ts';

/** Finds the file that a specifier means in another file; undefined for packages and what does not exist. */
export type ModuleResolver = (from: string, specifier: string) => string | undefined;

const extensions = [...sourceExtensions, '.vue', '.svelte', '.astro', '.mdx'];

/**
 * Resolves as Node.js, TypeScript and bundlers do, among known paths: relative names, `paths` and `baseUrl` of a
 * `tsconfig.json`, packages of the same repository, and names that begin with `#`.
 */
export function createModuleResolver(
  paths: readonly string[],
  aliasesOf: (from: string) => PathAliases,
  workspace: Workspace,
): ModuleResolver {
  const known = new Set(paths);
  const cache = new Map<string, string | undefined>();
  const resolveAnew = (from: string, specifier: string): string | undefined => {
    if (/^\.{0,2}\//.test(specifier) || /^\.{1,2}$/.test(specifier))
      return findFile(known, posix.join(posix.dirname(from), specifier));
    const candidates = [...aliasesOf(from).expand(specifier), ...workspace.expand(from, specifier)];
    for (const candidate of candidates) {
      const found = findFile(known, candidate);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return (from, specifier) => {
    const key = `${posix.dirname(from)}\n${specifier}`;
    if (!cache.has(key)) cache.set(key, resolveAnew(from, specifier));
    return cache.get(key);
  };
}

/** As it stands, with an extension, with the extension that TypeScript writes as `.js`, or as a folder's index. */
function findFile(known: ReadonlySet<string>, target: string): string | undefined {
  const stem = target.replace(/\.[cm]?jsx?$/, '');
  const named = [target, stem, `${target}/index`];
  const candidates = [target, ...named.flatMap((name) => extensions.map((extension) => name + extension))];
  return candidates.find((candidate) => known.has(candidate));
}
