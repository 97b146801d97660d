import { dirname, resolve } from 'node:path';
import type { ProjectFacts } from '@azure-openai-v1/javascript';
import type { Source } from '../read-source.ts';
import type { Terminal } from '../terminal.ts';
import { readImportGraph, type ImportGraph } from './import-graph.ts';
import { createModuleResolver } from './module-resolver.ts';
import { createAliasLookup } from './path-aliases.ts';
import { openRepository } from './repository.ts';
import type { ProgramParts } from './source-program.ts';
import { readWorkspace } from './workspace.ts';

/** What is known beyond a file, program aside. */
export type FactsOf = (
  source: Pick<Source, 'absolute' | 'path'>,
  changed: ReadonlySet<string>,
) => Omit<ProjectFacts, 'program'>;

/** Opens what a program needs around the named files; without any such file nothing is read. */
export async function openProgramParts(
  sources: readonly Source[],
  factsOf: FactsOf,
  { cwd }: Terminal,
): Promise<Omit<ProgramParts, 'load' | 'fixedBecause' | 'doubtOf' | 'changed'>> {
  const [first] = sources;
  const repository = first ? await openRepository(dirname(first.absolute), cwd) : { cwd, sources: [], manifests: [] };
  const paths = [...new Set([...repository.sources, ...sources.map(({ path }) => path)])];
  const workspace = readWorkspace(repository);
  const resolveModule = createModuleResolver(paths, createAliasLookup(cwd), workspace);
  let graph: ImportGraph | undefined;
  return {
    candidates: sources.map(({ path }) => path),
    factsOf: (path, changed) => factsOf({ absolute: resolve(cwd, path), path }, changed),
    resolveModule,
    graph: () => (graph ??= readImportGraph(cwd, paths, resolveModule, workspace)),
    workspace,
  };
}
