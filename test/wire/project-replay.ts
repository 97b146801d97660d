import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { placeholderEnvironment, scenarios } from '@azure-openai-v1/wire';
import { foldersWithSdk, releaseFor } from '../driver/project-modules.ts';
import type { Project, ProjectRunOptions, Tree } from '../driver/project.ts';
import { standIns } from '../driver/stand-ins.ts';
import { compileProject } from './compile-project.ts';
import type { ReplayProgram } from './replay-entry.ts';
import { writeFiles } from './replay-files.ts';
import { folderFor, linkSdk, type ReplayFolder } from './replay-project.ts';
import { groupByScenario, runAll, type ProgramTraffic } from './replay-run.ts';

/** A project that says how it is run. */
export type RunnableProject = Project & { readonly options: { readonly run: ProjectRunOptions } };

/** One state of a project, to be run. */
export interface ProjectState {
  readonly project: RunnableProject;
  /** Tells it from the other states of the project. */
  readonly name: string;
  readonly tree: Tree;
}

/** Tells whether a project says how it is run. */
export function isRunnable(project: Project): project is RunnableProject {
  return project.options.run !== null;
}

/** Runs states of projects in one process and every scenario, each with the SDK that its `package.json` asks for. */
export async function runProjects(states: readonly ProjectState[]): Promise<readonly ProgramTraffic[]> {
  const folder = folderFor('5.23.2');
  const packages = Object.entries(standIns).flatMap(([name, { code }]) =>
    code === undefined ? [] : [[`${name}/index.js`, code] as const],
  );
  writeFiles(join(folder.path, 'node_modules'), Object.fromEntries(packages));
  const programs = states.flatMap((state) => writeState(folder, state));
  const runs = programs.map((_, program) => ({ program, scenario: scenarios[program % scenarios.length] ?? 'ok' }));
  return groupByScenario(await runAll(folder, { programs, runs }, {}));
}

/** Writes a state once for each scenario, so that nothing that a module keeps lives on. */
function writeState({ path }: ReplayFolder, { project, name, tree }: ProjectState): readonly ReplayProgram[] {
  const { entry, environment = {} } = project.options.run;
  const files = { ...tree, [entry]: readFileSync(join(project.folder, entry), 'utf8') };
  let compiled: Tree | undefined;
  return scenarios.map((scenario) => {
    const root = join(path, project.name, name, scenario);
    writeFiles(root, files);
    compiled ??= compileProject(root, Object.keys(files));
    writeFiles(root, compiled);
    for (const place of foldersWithSdk(root)) {
      mkdirSync(join(place, 'node_modules'), { recursive: true });
      linkSdk(join(place, 'node_modules'), releaseFor(root, join(place, 'package.json')));
    }
    const variables = Object.entries({ ...placeholderEnvironment, ...environment });
    const known = variables.filter((variable): variable is [string, string] => variable[1] !== null);
    return { file: join(root, entry), folder: root, environment: Object.fromEntries(known) };
  });
}
