import { posix } from 'node:path';
import {
  joinProgram,
  type Importers,
  type Program,
  type ProjectFacts,
  type SourceModule,
} from '@azure-openai-v1/javascript';
import { kindOfFile } from '../source-file.ts';
import type { ImportGraph } from './import-graph.ts';
import type { ModuleResolver } from './module-resolver.ts';
import type { Workspace } from './workspace.ts';

/** What a program of source files is made of. */
export interface ProgramParts {
  /** The paths of the files that hold a word of the legacy API. */
  readonly candidates: readonly string[];
  /** A file as a module; the reason where it is none. */
  readonly load: (path: string) => SourceModule | string;
  /** @param changed the paths of files that have been changed already */
  readonly factsOf: (path: string, changed: ReadonlySet<string>) => Omit<ProjectFacts, 'program'>;
  readonly changed: ReadonlySet<string>;
  readonly resolveModule: ModuleResolver;
  /** Read when it is first needed. */
  readonly graph: () => ImportGraph;
  readonly workspace: Workspace;
  readonly fixedBecause: (path: string) => string | undefined;
  readonly doubtOf: (path: string) => string | undefined;
}

/** A program whose files can be asked for by their paths. */
export interface SourceProgram extends Program {
  /** A file as a module of the program; the reason where it is none. */
  load(path: string): SourceModule | string;
}

/** Joins files to a program at one moment: while a migration goes on, every pass has a program of its own. */
export function createProgram(parts: ProgramParts): SourceProgram {
  const project = remember((path: string): ProjectFacts => ({ ...parts.factsOf(path, parts.changed), program }));
  const importers = remember((path: string) => findImporters({ ...parts, load }, path));
  const load = remember((path: string): SourceModule | string => {
    const loaded = parts.load(path);
    return typeof loaded === 'string' ? loaded : joinProgram(loaded, program);
  });
  const moduleAt = (path: string): SourceModule | undefined => {
    const loaded = load(path);
    return typeof loaded === 'string' ? undefined : loaded;
  };
  const program: SourceProgram = {
    load,
    get candidates() {
      return parts.candidates.flatMap((path) => moduleAt(path) ?? []);
    },
    projectOf: ({ path }) => project(path),
    resolve(from, specifier) {
      const path = parts.resolveModule(from.path, specifier);
      return path === undefined || kindOfFile(path) !== 'source' ? undefined : moduleAt(path);
    },
    importersOf: ({ path }) => importers(path),
    fixedBecause: parts.fixedBecause,
    doubtOf: parts.doubtOf,
    setsVariable: (name) => parts.graph().setsVariable(name),
    specifierFor: (from, to) => relativeSpecifier(from, to),
  };
  return program;
}

/** Answers each question once. */
function remember<Answer>(ask: (path: string) => Answer): (path: string) => Answer {
  const answers = new Map<string, Answer>();
  return (path) => {
    const known = answers.get(path) ?? ask(path);
    answers.set(path, known);
    return known;
  };
}

function findImporters({ graph, load, workspace }: ProgramParts, path: string): Importers {
  const { certain, byFolder, possible } = graph().loadersOf(path);
  const modules: SourceModule[] = [];
  const escapes: string[] = [];
  for (const importer of certain) {
    const loaded = kindOfFile(importer) === 'source' ? load(importer) : 'is of a kind that is not migrated';
    if (typeof loaded === 'string') escapes.push(`it is imported by \`${importer}\`, which is not read: ${loaded}`);
    else modules.push(loaded);
  }
  escapes.push(...byFolder.map((from) => `\`${from}\` loads it by a name that only the running program knows`));
  const published = workspace.publishes(path);
  if (published !== undefined)
    escapes.push(`it is exported by \`${path}\`, an entry point of the published package ${published}`);
  return { modules, escapes, doubts: possible.map((entry) => `\`${entry.path}\` ${entry.how}`) };
}

/** How one file imports another, with the endings that its other imports have. */
function relativeSpecifier(from: SourceModule, to: SourceModule): string {
  const way = posix.relative(posix.dirname(from.path), to.path);
  const path = way.startsWith('.') ? way : `./${way}`;
  const ending = /from\s*['"]\.{1,2}\/[^'"]*?(\.[cm]?[jt]sx?)?['"]/.exec(from.text)?.[1];
  if (ending === undefined) return path.replace(/(?:\/index)?\.[cm]?[jt]sx?$/, '');
  return ending.includes('t') ? path : path.replace(/\.([cm]?)tsx?$/, '.$1js');
}
