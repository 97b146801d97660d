import type { FileStore } from './program/file-store.ts';
import type { ProjectPlan } from './program/plan-project.ts';
import { checkTypes } from './type-check/check-types.ts';
import type { NewTypeError, NotChecked, TypeCheck } from './type-check/type-check.ts';

/** What TypeScript says of the plans of a run. */
export interface TypeDoubts {
  /** The first new error that a change of a file causes; undefined where it causes none. */
  readonly doubtOf: (path: string) => string | undefined;
  /** Checks a plan. @returns how many files are newly known to cause errors */
  addErrorsOf(plan: ProjectPlan): Promise<number>;
  /** What was and was not checked, one line each. */
  notes(): readonly string[];
}

/** Prepares the check of types for a run. Nothing is loaded before something changes. */
export function createTypeDoubts(store: FileStore, cwd: string): TypeDoubts {
  const doubts = new Map<string, string>();
  let last: TypeCheck | undefined;
  return {
    doubtOf: (path) => doubts.get(path),
    async addErrorsOf(plan) {
      const known = doubts.size;
      const check = await checkTypes(changesOf(plan, store), { cwd });
      for (const error of check.errors) {
        for (const path of error.causedBy) if (!doubts.has(path)) doubts.set(path, describeError(error));
      }
      if (check.checked.length + check.notChecked.length > 0) last = check;
      return doubts.size - known;
    },
    notes: () => (last ? describeCheck(last) : []),
  };
}

function changesOf(plan: ProjectPlan, store: FileStore) {
  return [...plan.files].flatMap(([path, file]) => {
    const source = store.sourceAt(path);
    if (file.kind !== 'analyzed' || file.text === undefined || typeof source === 'string') return [];
    return [{ absolute: source.absolute, path, before: source.text, after: file.text }];
  });
}

function describeError({ path, line, column, code, message }: NewTypeError): string {
  return `\`${path}:${String(line)}:${String(column)}\` TS${String(code)}: ${message}`;
}

function describeCheck({ errors, checked, notChecked }: TypeCheck): readonly string[] {
  const count = new Set(checked.flatMap(({ files }) => files)).size;
  const reasons = new Map<string, string[]>();
  for (const entry of notChecked) {
    reasons.set(entry.reason, [...(reasons.get(entry.reason) ?? []), nameOf(entry)]);
  }
  return [
    ...errors.map((error) => `New type error: ${describeError(error)}`),
    ...(count > 0
      ? [
          `Types: TypeScript finds ${errors.length > 0 ? 'these' : 'no'} new errors in ${String(count)} ${count === 1 ? 'file' : 'files'}.`,
        ]
      : []),
    ...[...reasons].map(([reason, names]) => `Types were not checked: ${listNames(names)}: ${reason}.`),
  ];
}

function nameOf(entry: NotChecked): string {
  return 'path' in entry ? entry.path : entry.package;
}

/** The first few names, and how many more there are. */
function listNames(names: readonly string[]): string {
  const shown = names.slice(0, 3).join(', ');
  return names.length > 3 ? `${shown} and ${String(names.length - 3)} more` : shown;
}
