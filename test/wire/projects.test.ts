import { compareTraffic } from '@azure-openai-v1/wire';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inCopy } from '../driver/migrate-project.ts';
import { projects, type Tree } from '../driver/project.ts';
import {
  isRunnable,
  projectScenarios,
  runProjects,
  type ProjectState,
  type ProjectTraffic,
  type RunnableProject,
} from './project-replay.ts';
import { removeFolders } from './replay-project.ts';

/** What each project showed as it is, as it should become, and as it becomes when only safe edits are applied. */
const shown = new Map<string, Readonly<Record<'before' | 'after' | 'safe', ProjectTraffic>>>();
const runnable = projects.filter(isRunnable);

beforeAll(async () => {
  const withSafe = await Promise.all(
    runnable.map(async (project) => ({ project, safe: await applySafeEdits(project) })),
  );
  const states = withSafe.flatMap(({ project, safe }) => distinctStates(project, safe));
  const traffics = await runProjects(states);
  for (const { project, safe } of withSafe) {
    const trafficOf = (tree: Tree) => traffics[states.findIndex((state) => isState(state, project, tree))] ?? {};
    shown.set(project.name, {
      before: trafficOf(project.before),
      after: trafficOf(project.after),
      safe: trafficOf(safe),
    });
  }
});

afterAll(removeFolders);

describe.each(runnable.map((project) => [project.name, project] as const))('%s', (name, { options }) => {
  test.each(['before', 'after'] as const)('sends requests %s, and all are answered', (side) => {
    const traffic = shown.get(name)?.[side].ok;
    expect(traffic?.outcome.error).toBeUndefined();
    expect(traffic?.exchanges.map(({ answer }) => answer.status)).toContain(200);
    expect(traffic?.exchanges.filter(({ answer }) => answer.status >= 400)).toEqual([]);
  });

  test('means the same afterwards', () => {
    const declared = options.run.differences?.kinds ?? [];
    const found = findDifferences(name, 'after');
    expect(found.filter(({ kind }) => !declared.includes(kind))).toEqual([]);
    expect(declared.filter((kind) => !found.some((difference) => difference.kind === kind))).toEqual([]);
  });

  test('means the same when only safe edits are applied', () => {
    expect(findDifferences(name, 'safe')).toEqual([]);
  });
});

/** What `migrate --write` makes of a project; other tests show what that is for one whose grade is safe. */
async function applySafeEdits(project: RunnableProject): Promise<Tree> {
  const { before, after, options } = project;
  const isKnown = options.pending === undefined && (options.grade === 'safe' || after === before);
  return isKnown ? after : (await inCopy(project, (migrate) => migrate('--write'))).tree;
}

/** What is the same in two states is run once. */
function distinctStates(project: RunnableProject, safe: Tree): readonly ProjectState[] {
  const states = Object.entries({ before: project.before, after: project.after, safe }).map(([name, tree]) => ({
    project,
    name,
    tree,
  }));
  return states.filter(({ tree }, index) => states.findIndex((state) => isState(state, project, tree)) === index);
}

function isState({ project, tree }: ProjectState, wanted: RunnableProject, wantedTree: Tree): boolean {
  return project === wanted && JSON.stringify(tree) === JSON.stringify(wantedTree);
}

function findDifferences(name: string, side: 'after' | 'safe') {
  return projectScenarios.flatMap((scenario) => {
    const [before, later] = [shown.get(name)?.before[scenario], shown.get(name)?.[side][scenario]];
    if (before === undefined || later === undefined) throw new Error(`${name} was not run`);
    return compareTraffic(before, later).map(({ kind, sentence }) => ({ kind, scenario, sentence }));
  });
}
