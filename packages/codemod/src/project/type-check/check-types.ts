import { existsSync, realpathSync } from 'node:fs';
import { defaultLimits, reasonToGiveUp } from './limits.ts';
import { findTop } from './repository-top.ts';
import { withSlashes } from './read-only-files.ts';
import type { TypeChange, TypeCheck, TypeCheckOptions } from './type-check.ts';

/**
 * Compares the errors that TypeScript finds in the projects of changed files, before and after the changes, in the
 * changed files and in those that import them. Everything happens in memory, with this program's own compiler and the
 * projects' configurations as data.
 *
 * Files that cause errors lose their edits, and then others may not fit any more: ask again with what is left until
 * there are no errors.
 */
export async function checkTypes(changes: readonly TypeChange[], options: TypeCheckOptions): Promise<TypeCheck> {
  const changed = changes.filter(({ before, after, absolute }) => before !== after && existsSync(absolute));
  if (changed.length === 0) return { errors: [], checked: [], notChecked: [] };
  const { checkRepository } = await import('./check-repository.ts');
  const cwd = withSlashes(realpathSync(options.cwd));
  const limits = { ...defaultLimits, ...options.limits };
  const groups = new Map<string, TypeChange[]>();
  for (const change of changed) {
    const top = findTop(withSlashes(realpathSync(change.absolute)), cwd);
    groups.set(top, [...(groups.get(top) ?? []), change]);
  }
  const checks = [...groups].map(([top, own]): TypeCheck => {
    try {
      return checkRepository({ top, changes: own, cwd }, limits);
    } catch (error) {
      const reason = reasonToGiveUp(error);
      return { errors: [], checked: [], notChecked: own.map(({ path }) => ({ path, reason })) };
    }
  });
  return {
    errors: checks
      .flatMap(({ errors }) => errors)
      .toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line || a.column - b.column)),
    checked: checks.flatMap(({ checked }) => checked),
    notChecked: checks.flatMap(({ notChecked }) => notChecked),
  };
}
