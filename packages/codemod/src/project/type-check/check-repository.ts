import { realpathSync } from 'node:fs';
import { reportPath } from '../report-path.ts';
import type { ChangedTexts, NewDiagnostic } from './compare-program.ts';
import { findGaps } from './find-gaps.ts';
import { planJobs } from './plan-jobs.ts';
import { openReadOnly, withSlashes } from './read-only-files.ts';
import { runJobs } from './run-jobs.ts';
import type { NewTypeError, TypeChange, TypeCheck, TypeCheckLimits } from './type-check.ts';
import { wordError } from './word-error.ts';

/** The changes of one repository. */
export interface RepositoryChanges {
  /** Real paths of the repository and of the folder of the call. */
  readonly top: string;
  readonly cwd: string;
  readonly changes: readonly TypeChange[];
}

/** Checks every project of a repository that changes concern. */
export function checkRepository({ top, changes, cwd }: RepositoryChanges, limits: TypeCheckLimits): TypeCheck {
  const files = openReadOnly(top, limits);
  const byPlace = new Map(changes.map((change) => [withSlashes(realpathSync(change.absolute)), change]));
  const texts: ChangedTexts = {
    before: new Map([...byPlace].map(([file, { before }]) => [file, before])),
    after: new Map([...byPlace].map(([file, { after }]) => [file, after])),
  };
  const nameOf = (file: string) => byPlace.get(file)?.path ?? reportPath(cwd, file);
  const plan = planJobs(files, top, [...byPlace.keys()], limits);
  const results = runJobs(plan, texts, files, limits);
  const compared = results.filter((result) => result.kind === 'compared');
  return {
    errors: compared.flatMap(({ comparison }) => comparison.errors.map((error) => toTypeError(error, nameOf))),
    checked: compared
      .filter(({ comparison }) => comparison.checked.length > 0)
      .map(({ job: { config }, comparison }) => ({
        tsconfig: config === undefined ? undefined : nameOf(config),
        files: comparison.checked.map(nameOf),
      })),
    notChecked: findGaps(results, plan, texts, nameOf),
  };
}

function toTypeError(
  { file, line, column, code, words, causedBy }: NewDiagnostic,
  nameOf: (file: string) => string,
): NewTypeError {
  return { path: nameOf(file), line, column, code, message: wordError(words), causedBy: causedBy.map(nameOf) };
}
