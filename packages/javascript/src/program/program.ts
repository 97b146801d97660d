import type { ProjectFacts } from '../project-facts.ts';
import type { SourceModule } from '../source-module.ts';
import { registerModule } from '../syntax/module-of.ts';

/** The files that import a module, and what may use it without being seen. */
export interface Importers {
  readonly modules: readonly SourceModule[];
  /** Ways in which something unseen certainly uses it: clauses that complete "it leaves this file, …". */
  readonly escapes: readonly string[];
  /** The same where it is not certain, such as an import of a name that only the running program knows. */
  readonly doubts: readonly string[];
}

/** The modules of a project as far as they are known to each other. Every answer is the same each time. */
export interface Program {
  /** Those that hold a word of the legacy API; their clients are judged together. */
  readonly candidates: readonly SourceModule[];
  /** What is known beyond a module. */
  projectOf(module: SourceModule): ProjectFacts;
  /** The module that a specifier in another module means; undefined for packages and what is not seen. */
  resolve(from: SourceModule, specifier: string): SourceModule | undefined;
  /** Undefined where nothing is known of the files that import a module. */
  importersOf(module: SourceModule): Importers | undefined;
  /** Why the file at a path cannot be changed in this run; undefined where it can. */
  fixedBecause(path: string): string | undefined;
  /** Why a change of the file at a path must be looked at; undefined where nothing speaks against it. */
  doubtOf(path: string): string | undefined;
  /** Whether some file of the program, tests aside, sets a variable of the environment. */
  setsVariable(name: string): boolean;
  /** How a module names another in an import, where it does not do so yet; undefined where that is not known. */
  specifierFor(from: SourceModule, to: SourceModule): string | undefined;
}

/** A program of one module of which nothing else is known, as a linter has it. */
export function soleProgram(module: SourceModule, project: ProjectFacts): Program {
  return {
    candidates: [module],
    projectOf: () => project,
    resolve: () => undefined,
    importersOf: () => undefined,
    fixedBecause: () => undefined,
    doubtOf: () => undefined,
    setsVariable: () => false,
    specifierFor: () => undefined,
  };
}

/** A module as one of a program. Its nodes are then known to be of that, whatever programs the tree was in before. */
export function joinProgram({ path, text, ast, scopes }: SourceModule, program: Program): SourceModule {
  const module: SourceModule = { path, text, ast, scopes, program };
  registerModule(module);
  return module;
}
