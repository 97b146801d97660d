import { skipReasons, type FileReport } from '@azure-openai-v1/core';
import type { Rule } from '@azure-openai-v1/javascript';
import type { WantedGrades } from './plan-source.ts';
import { createFileStore, type FileStore } from './program/file-store.ts';
import { openProgramParts, type FactsOf } from './program/open-parts.ts';
import { planProject, type ProjectPlan } from './program/plan-project.ts';
import { kindOfFile } from './source-file.ts';
import { reportProject } from './report-project.ts';
import { createTypeDoubts } from './type-doubts.ts';
import { reportDefect, type Surveyed } from './survey.ts';
import type { Terminal } from './terminal.ts';
import { findNewSyntaxError } from './verify-syntax.ts';
import { hasSecondName, isReadOnly } from './write-source.ts';

/** What is asked of the migration of a project. */
export interface ProjectRequest {
  readonly rules: readonly Rule[];
  readonly wanted: WantedGrades;
  readonly factsOf: FactsOf;
  readonly write: boolean;
}

/** What the migration of a project came to: a report for each file, and what there is to say beside them. */
export interface MigratedProject {
  readonly files: readonly FileReport[];
  readonly notes: readonly string[];
}

/**
 * Migrates the files that were named, together with those that use their clients, or says what a migration would do.
 */
export async function migrateProject(
  { sources, named }: Surveyed,
  request: ProjectRequest,
  terminal: Terminal,
): Promise<MigratedProject> {
  const store = createFileStore(terminal.cwd, sources);
  const defects = new Map<string, FileReport>();
  const parts = await openProgramParts(sources, request.factsOf, terminal);
  const syntax = new Map<string, string>();
  const types = createTypeDoubts(store, terminal.cwd);
  for (;;) {
    const means = {
      ...request,
      store,
      parts,
      fixedBecause: (path: string) => whyFixed(store, named, path),
      doubtOf: types.doubtOf,
      onDefect: (path: string, error: unknown) => {
        if (!defects.has(path)) defects.set(path, reportDefect(path, error, terminal));
      },
    };
    const plan = await planProject(means, syntax);
    if ((await addSyntaxErrors(plan, store, syntax)) > 0 || (await types.addErrorsOf(plan)) > 0) continue;
    const paths = sources.map(({ path }) => path);
    return { files: await reportProject({ plan, store, defects, write: request.write, paths }), notes: types.notes() };
  }
}

function whyFixed(store: FileStore, named: ReadonlySet<string>, path: string): string | undefined {
  const source = store.sourceAt(path);
  if (typeof source === 'string') return `it ${skipReasons[source]}`;
  if (!named.has(path) && kindOfFile(path) !== 'other') return 'it was not named for this run; name both';
  if (isReadOnly(source)) return 'it is not writable';
  return hasSecondName(source) ? 'it has a second name' : undefined;
}

/** Asks TypeScript about every text that would change; a file that would not parse stays as it is. */
async function addSyntaxErrors(plan: ProjectPlan, store: FileStore, found: Map<string, string>): Promise<number> {
  const known = found.size;
  for (const [path, file] of plan.files) {
    const source = store.sourceAt(path);
    if (file.kind !== 'analyzed' || file.text === undefined || typeof source === 'string') continue;
    const message = await findNewSyntaxError(path, source.text, file.text);
    if (message !== undefined) found.set(path, message);
  }
  return found.size - known;
}
