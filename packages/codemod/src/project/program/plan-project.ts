import { setImmediate } from 'node:timers/promises';
import {
  convergeTogether,
  skipReasons,
  type Analysis,
  type ConvergenceOfAll,
  type FileConvergence,
} from '@azure-openai-v1/core';
import { analyze, type ProjectFacts, type Rule, type SourceModule } from '@azure-openai-v1/javascript';
import type { WantedGrades } from '../plan-source.ts';
import { kindOfFile } from '../source-file.ts';
import type { FileStore } from './file-store.ts';
import { createProgram, type ProgramParts, type SourceProgram } from './source-program.ts';

/** What a project is migrated with. */
export interface ProjectMeans {
  readonly rules: readonly Rule[];
  /** The grades whose edits are applied. */
  readonly wanted: WantedGrades;
  readonly store: FileStore;
  readonly parts: Omit<ProgramParts, 'load' | 'fixedBecause' | 'doubtOf' | 'changed'>;
  /** Why a file cannot be changed, whatever its text becomes. */
  readonly fixedBecause: (path: string) => string | undefined;
  readonly doubtOf: (path: string) => string | undefined;
  /** Is told of a defect of this program that showed in a file. */
  readonly onDefect: (path: string, error: unknown) => void;
}

/** What a migration would make of the files of a project. */
export interface ProjectPlan {
  readonly files: ReadonlyMap<string, FileConvergence>;
  /** Files that would not have come out right, each with the reason; they stay as they are. */
  readonly broken: ReadonlyMap<string, string>;
}

/**
 * Works out the migration of all files together. A file that would come out wrong is left out, and all is tried anew.
 *
 * @param excluded files that are known to come out wrong, each with the reason
 */
export async function planProject(means: ProjectMeans, excluded: ReadonlyMap<string, string>): Promise<ProjectPlan> {
  const broken = new Map(excluded);
  for (;;) {
    const end = await plan(means, broken);
    if (end.kind === 'converged') return { files: end.files, broken };
    if (broken.has(end.path)) return { files: new Map(), broken };
    broken.set(end.path, end.message);
  }
}

async function plan(means: ProjectMeans, broken: ReadonlyMap<string, string>): Promise<ConvergenceOfAll> {
  const first = await run(means, broken, new Map());
  if (first.kind !== 'converged') return first;
  const texts = new Map([...first.files].flatMap(([path, file]) => textOf(path, file)));
  if (texts.size === 0) return first;
  const again = await run(means, broken, texts);
  if (again.kind !== 'converged') return again;
  const unstable = [...again.files].find(([, file]) => file.kind === 'analyzed' && file.text !== undefined);
  return unstable ? { kind: 'broken', path: unstable[0], message: 'A second run would change it again' } : first;
}

function textOf(path: string, file: FileConvergence): readonly (readonly [string, string])[] {
  return file.kind === 'analyzed' && file.text !== undefined ? [[path, file.text]] : [];
}

/** @param start texts that stand for those of the disk */
async function run(
  means: ProjectMeans,
  broken: ReadonlyMap<string, string>,
  start: ReadonlyMap<string, string>,
): Promise<ConvergenceOfAll> {
  const read = (path: string) => start.get(path) ?? textOnDisk(means.store, path) ?? '';
  const steps = convergeTogether(read, means.wanted);
  let step = steps.next();
  while (!step.done) {
    const texts = new Map([...start, ...step.value]);
    step = steps.next(await analyzeAll(means, broken, texts, new Set(step.value.keys())));
  }
  return step.value;
}

function textOnDisk(store: FileStore, path: string): string | undefined {
  const source = store.sourceAt(path);
  return typeof source === 'string' ? undefined : source.text;
}

async function analyzeAll(
  means: ProjectMeans,
  broken: ReadonlyMap<string, string>,
  texts: ReadonlyMap<string, string>,
  changed: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Analysis>> {
  const load = (path: string): SourceModule | string => loadModule(means, texts, path);
  const fixedBecause = (path: string) => broken.get(path) ?? means.fixedBecause(path);
  const program = createProgram({ ...means.parts, load, fixedBecause, doubtOf: means.doubtOf, changed });
  const analyses = new Map<string, Analysis>();
  for (const path of new Set([...means.parts.candidates, ...changed])) {
    // Between two files a signal must get its turn.
    await setImmediate();
    analyses.set(path, analyzeOne(means, program, path));
  }
  for (const path of broken.keys()) if (analyses.has(path)) analyses.set(path, nothing);
  return analyses;
}

const nothing: Analysis = { kind: 'analyzed', findings: [] };

function analyzeOne(means: ProjectMeans, program: SourceProgram, path: string): Analysis {
  // A manifest may change with the code, and has no findings of its own.
  if (kindOfFile(path) === 'other') return nothing;
  const module = program.load(path);
  if (typeof module === 'string') return { kind: 'unparsable', message: module };
  return { kind: 'analyzed', findings: analyzeSafely(means, module, program.projectOf(module)) };
}

function loadModule(
  { store, onDefect }: ProjectMeans,
  texts: ReadonlyMap<string, string>,
  path: string,
): SourceModule | string {
  const source = store.sourceAt(path);
  const text = texts.get(path) ?? (typeof source === 'string' ? undefined : source.text);
  try {
    return text === undefined && typeof source === 'string' ? skipReasons[source] : store.moduleOf(path, text ?? '');
  } catch (error) {
    onDefect(path, error);
    return 'met a defect of this program';
  }
}

/** Keeps a defect of this program with the path where it showed. */
function analyzeSafely({ rules, onDefect }: ProjectMeans, module: SourceModule, project: ProjectFacts) {
  try {
    return analyze(module, rules, project);
  } catch (error) {
    onDefect(module.path, error);
    return [];
  }
}
