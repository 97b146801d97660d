import type { TextEdit } from '@azure-openai-v1/core';
import type { DeploymentMap } from '@azure-openai-v1/deployments';
import type { Program } from './program/program.ts';

/** What is known beyond one file. A linter without a project passes {@link unknownProject}. */
export interface ProjectFacts {
  /** The version of `openai` that the file's package has, such as `5.23.2`; undefined when unknown. */
  readonly openaiVersion: string | undefined;
  /** A clause that says where that version was found, such as `package-lock.json has 5.23.2`. */
  readonly openaiVersionFound?: string;
  /** What raises that version; only where it is wanted, needed and possible. */
  readonly bump?: SdkBump;
  /** A clause that says why it cannot be raised; only where that is wanted and needed. */
  readonly bumpObstacle?: string;
  /** The model that each deployment runs, and who says so. */
  readonly deployments: DeploymentMap;
  /** The modules around the file; absent where each file is judged by itself. */
  readonly program?: Program;
}

/** An edit of a package.json, or of a catalog, after which the package has a newer `openai`. */
export interface SdkBump {
  /** The lowest version that the code may count on afterwards. */
  readonly to: string;
  readonly crossesMajor: boolean;
  /** Absent where the declared range is high enough and only what is installed is not. */
  readonly edit?: TextEdit & { readonly path: string };
  /** A clause that says what changes. */
  readonly change: string;
  /** What other files use that the new major changes, by the path of each file. */
  readonly usedElsewhere: ReadonlyMap<string, readonly string[]>;
}

/** The facts where nothing is known. */
export const unknownProject: ProjectFacts = { openaiVersion: undefined, deployments: new Map() };
