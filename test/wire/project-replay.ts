import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { placeholderEnvironment, scenarios, type Scenario, type Traffic } from '@azure-openai-v1/wire';
import { foldersWithSdk, releaseFor } from '../driver/project-modules.ts';
import type { Project, ProjectRunOptions, Tree } from '../driver/project.ts';
import { standIns } from '../driver/stand-ins.ts';
import { compileProject } from './compile-project.ts';
import type { ReplayProgram } from './replay-entry.ts';
import { writeFiles } from './replay-files.ts';
import { isFuzzing } from './replay-fixtures.ts';
import { folderFor, linkSdk, type ReplayFolder } from './replay-project.ts';
import { runAll } from './replay-run.ts';

/** A project that says how it is run. */
export type RunnableProject = Project & { readonly options: { readonly run: ProjectRunOptions } };

/** One state of a project, to be run. */
export interface ProjectState {
  readonly project: RunnableProject;
  /** Tells it from the other states of the project. */
  readonly name: string;
  readonly tree: Tree;
}

/** What a state showed, by scenario. */
export type ProjectTraffic = Readonly<Partial<Record<Scenario, Traffic>>>;

/** What a server does to each project; the others are for fixtures, and for projects under `pnpm fuzz`. */
export const projectScenarios: readonly Scenario[] = isFuzzing ? scenarios : ['ok'];

/** All that one process is told to run must fit into one argument of it. */
const programsPerProcess = 80;

/** Tells whether a project says how it is run. */
export function isRunnable(project: Project): project is RunnableProject {
  return project.options.run !== null;
}

/** Runs states of projects in every scenario, each with the SDK that its `package.json` asks for. */
export async function runProjects(states: readonly ProjectState[]): Promise<readonly ProjectTraffic[]> {
  const folder = folderFor('5.23.2');
  writeFiles(join(folder.path, 'node_modules'), standInFiles());
  const size = Math.floor(programsPerProcess / projectScenarios.length);
  const starts = states.map((_, index) => index).filter((index) => index % size === 0);
  const pieces = starts.map((start) => runInOneProcess(folder, states.slice(start, start + size)));
  return (await Promise.all(pieces)).flat();
}

async function runInOneProcess(
  folder: ReplayFolder,
  states: readonly ProjectState[],
): Promise<readonly ProjectTraffic[]> {
  const programs = states.flatMap((state) => writeState(folder, state));
  const perState = projectScenarios.length;
  const runs = programs.map((_, program) => ({ program, scenario: projectScenarios[program % perState] ?? 'ok' }));
  const traffics = await runAll(folder, { programs, runs }, {});
  return states.map((_, state) =>
    Object.fromEntries(
      projectScenarios.map((scenario, index) => [scenario, traffics[state * perState + index]] as const),
    ),
  );
}

/** Writes a state once for each scenario, so that nothing that a module keeps lives on. */
function writeState({ path }: ReplayFolder, { project, name, tree }: ProjectState): readonly ReplayProgram[] {
  const { entry, environment = {} } = project.options.run;
  const files = { ...tree, [entry]: readFileSync(join(project.folder, entry), 'utf8') };
  const variables = Object.entries({ ...placeholderEnvironment, ...environment });
  const known = variables.filter((variable): variable is [string, string] => variable[1] !== null);
  return projectScenarios.map((scenario) => {
    const root = join(path, project.name, name, scenario);
    writeFiles(root, files);
    writeFiles(root, compileProject(root, Object.keys(files)));
    for (const place of foldersWithSdk(root)) {
      mkdirSync(join(place, 'node_modules'), { recursive: true });
      linkSdk(join(place, 'node_modules'), releaseFor(root, join(place, 'package.json')));
    }
    return { file: join(root, entry), folder: root, environment: Object.fromEntries(known) };
  });
}

function standInFiles(): Tree {
  const files = Object.entries(standIns).flatMap(([name, { code }]) =>
    code === undefined ? [] : [[`${name}/index.js`, code] as const],
  );
  return Object.fromEntries(files);
}
