import { posix } from 'node:path';
import type { Importers, Program, ProjectFacts, SourceModule } from '@azure-openai-v1/javascript';
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

/** Joins files to a program at one moment: while a migration goes on, every pass has a program of its own. */
export function createProgram(parts: ProgramParts): Program {
  const projects = new Map<string, ProjectFacts>();
  const importers = new Map<string, Importers>();
  const moduleAt = (path: string): SourceModule | undefined => {
    const loaded = parts.load(path);
    return typeof loaded === 'string' ? undefined : loaded;
  };
  const program: Program = {
    candidates: parts.candidates.flatMap((path) => moduleAt(path) ?? []),
    projectOf({ path }) {
      const known = projects.get(path) ?? { ...parts.factsOf(path, parts.changed), program };
      projects.set(path, known);
      return known;
    },
    resolve(from, specifier) {
      const path = parts.resolveModule(from.path, specifier);
      return path === undefined || kindOfFile(path) !== 'source' ? undefined : moduleAt(path);
    },
    importersOf({ path }) {
      const known = importers.get(path) ?? findImporters(parts, path);
      importers.set(path, known);
      return known;
    },
    fixedBecause: parts.fixedBecause,
    doubtOf: parts.doubtOf,
    specifierFor: (from, to) => relativeSpecifier(from, to),
  };
  return program;
}

function findImporters({ graph, load, workspace }: ProgramParts, path: string): Importers {
  const { certain, possible } = graph().loadersOf(path);
  const modules: SourceModule[] = [];
  const escapes: string[] = [];
  for (const importer of certain) {
    const loaded = kindOfFile(importer) === 'source' ? load(importer) : 'is of a kind that is not migrated';
    if (typeof loaded === 'string') escapes.push(`it is imported by \`${importer}\`, which is not read: ${loaded}`);
    else modules.push(loaded);
  }
  const published = workspace.publishes(path);
  if (published !== undefined)
    escapes.push(`it is exported by \`${path}\`, an entry point of the published package \`${published}\``);
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
