import { dirname, isAbsolute } from 'node:path';
import { settle } from '@azure-openai-v1/deployments';
import { unknownProject, type ProjectFacts } from '@azure-openai-v1/javascript';
import { readProjectFiles, type FolderFacts } from './project-files.ts';
import type { ProjectSettings } from './project-settings.ts';

interface Memory {
  readonly files: FolderFacts;
  readonly facts: ProjectFacts;
}

const nothing: FolderFacts = { openaiVersion: undefined, deployments: [] };

const memories = new WeakMap<ProjectSettings, Map<string, Memory>>();

/**
 * Works out what is known beyond one file: what the settings say, then what files of the project say. As long as those
 * do not change, the answer is the same object, so that facts are worked out once.
 */
export function projectFactsOf(settings: ProjectSettings, filename: string, cwd: string): ProjectFacts {
  // A text without a file, such as standard input without a name, is in no project.
  const folder = settings.readProject && isAbsolute(filename) ? dirname(filename) : '';
  const files = folder === '' ? nothing : readProjectFiles(folder, cwd);
  const known = memories.get(settings) ?? new Map<string, Memory>();
  memories.set(settings, known);
  const remembered = known.get(folder);
  if (remembered && isSame(remembered.files, files)) return remembered.facts;
  const facts = combine(settings, files);
  known.set(folder, { files, facts });
  return facts;
}

function combine(settings: ProjectSettings, files: FolderFacts): ProjectFacts {
  const levels = [settings.deployments, files.deployments].map((statements) => ({ statements, isCertain: true }));
  return {
    ...unknownProject,
    openaiVersion: settings.openaiVersion ?? files.openaiVersion,
    deployments: settle(levels).deployments,
  };
}

function isSame(a: FolderFacts, b: FolderFacts): boolean {
  return a.openaiVersion === b.openaiVersion && JSON.stringify(a.deployments) === JSON.stringify(b.deployments);
}
