import semver from 'semver';
import { textAt, textsAt } from './data-value.ts';
import type { CatalogFile } from './catalogs.ts';
import { readSpecifier } from './specifier.ts';

/** A range that the root of a workspace puts in the place of every declared one. */
export interface Override {
  readonly text: string;
  /** The file that says so. */
  readonly path: string;
  /** It is the range that the same file declares, and rises with it. */
  readonly isReference: boolean;
}

/** Where package managers keep them: npm and Bun, pnpm, pnpm-workspace.yaml, Yarn. */
const places = [['overrides'], ['pnpm', 'overrides'], ['resolutions']];

/**
 * Finds what overrides a declared range, in the files at the root of a workspace. Overrides that are meant for the
 * dependencies of one package only are passed over.
 */
export function findOverride(
  files: readonly CatalogFile[],
  dependency: string,
  declared: string,
): Override | undefined {
  for (const { path, data } of files) {
    for (const keys of places) {
      // npm also writes `{ "openai": { ".": "5.23.2" } }`.
      const nested = textAt(data, ...keys, dependency, '.');
      const entries = nested === undefined ? [...textsAt(data, ...keys)] : [[dependency, nested] as const];
      const found = entries.find(([selector]) => selects(selector, dependency, declared));
      // `$openai` stands for the range that the root itself declares.
      const isReference = found?.[1].startsWith('$') === true;
      const text = isReference ? referenced(data, found[1].slice(1)) : found?.[1];
      if (text !== undefined) return { text, path, isReference };
    }
  }
  return undefined;
}

/** `openai`, `openai@^4`, `openai@npm:^4`, and Yarn's form for any depth. */
function selects(selector: string, dependency: string, declared: string): boolean {
  const [name = '', range] = selector.replace(/^\*\*\//, '').split(/(?<=.)@(?:npm:)?/, 2);
  if (name !== dependency) return false;
  if (range === undefined) return true;
  const specifier = readSpecifier(declared);
  if (specifier.kind !== 'range' || semver.validRange(range) === null) return range === declared;
  return semver.intersects(range, specifier.range);
}

function referenced(data: unknown, name: string): string | undefined {
  return textAt(data, 'dependencies', name) ?? textAt(data, 'devDependencies', name);
}
