import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Outcome } from '@azure-openai-v1/core';

/** The texts of a folder by their paths, which use `/`. */
export type Tree = Readonly<Record<string, string>>;

/** What a project says of itself in its `project.json`. */
export interface ProjectOptions {
  /** One sentence: what the project is about. */
  readonly idea: string;
  /** The grade of the edits with which `before` becomes `after`. */
  readonly grade: 'safe' | 'review';
  /** Words of the command line beside `migrate --write`. */
  readonly options?: readonly string[];
  /** What becomes of each file that the report names; all other files are not in the report. */
  readonly expect: Readonly<Record<string, Outcome['kind']>>;
  /** Words that the messages for a file hold. */
  readonly says?: Readonly<Record<string, readonly string[]>>;
  /** How the project is run against a server; null when it cannot be. */
  readonly run: ProjectRunOptions | null;
  /** Why the project is not run. */
  readonly notRun?: string;
  /** What the command cannot do yet. */
  readonly pending?: string;
}

/** How a project is run, before and after, against a server. */
export interface ProjectRunOptions {
  /** A module beside `before` that imports the project's own and prints what they answer. */
  readonly entry: string;
  /** Variables beside the usual ones; null takes one away. */
  readonly environment?: Readonly<Record<string, string | null>>;
  /** The kinds of difference that the migration makes, and the reason. */
  readonly differences?: { readonly kinds: readonly string[]; readonly why: string };
}

/** A small project and what the command makes of it. */
export interface Project {
  readonly name: string;
  readonly folder: string;
  readonly options: ProjectOptions;
  readonly before: Tree;
  /** The same as `before` where nothing changes. */
  readonly after: Tree;
}

const projectsFolder = fileURLToPath(new URL('../../fixtures/projects/', import.meta.url));

const optionNames = new Set(['idea', 'grade', 'options', 'expect', 'says', 'run', 'notRun', 'pending']);
const runOptionNames = new Set(['entry', 'environment', 'differences']);

/** Every project of `fixtures/projects`. */
export const projects: readonly Project[] = readdirSync(projectsFolder).map(readProject);

/** All files of a folder with their texts. */
export function readTree(folder: string): Tree {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .filter((path) => !/(?:^|\/)(?:\.git|node_modules)\//.test(path));
  return Object.fromEntries(paths.toSorted().map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

function readProject(name: string): Project {
  const folder = join(projectsFolder, name);
  const after = join(folder, 'after');
  const before = readTree(join(folder, 'before'));
  return { name, folder, options: readOptions(folder), before, after: existsSync(after) ? readTree(after) : before };
}

function readOptions(folder: string): ProjectOptions {
  const options = JSON.parse(readFileSync(join(folder, 'project.json'), 'utf8')) as ProjectOptions;
  const wrong =
    Object.keys(options).find((name) => !optionNames.has(name)) ??
    Object.keys(options.run ?? {}).find((name) => !runOptionNames.has(name));
  if (wrong !== undefined) throw new Error(`${folder} has the unknown option ${wrong}`);
  if ((options.run === null) !== (options.notRun !== undefined)) {
    throw new Error(`${folder} must have either a way to run it or the reason why not`);
  }
  return options;
}
