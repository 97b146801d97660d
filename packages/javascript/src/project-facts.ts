import type { Program } from './program/program.ts';

/** What is known beyond one file. A linter without a project passes {@link unknownProject}. */
export interface ProjectFacts {
  /** The version of `openai` that the file's package has, such as `5.23.2`; undefined when unknown. */
  readonly openaiVersion: string | undefined;
  /** The model that each deployment runs, as its owner said. */
  readonly deployments: ReadonlyMap<string, string>;
  /** The modules around the file; absent where each file is judged by itself. */
  readonly program?: Program;
}

/** The facts where nothing is known. */
export const unknownProject: ProjectFacts = { openaiVersion: undefined, deployments: new Map() };
