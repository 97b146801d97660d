import { compareTraffic, scenarios } from '@azure-openai-v1/wire';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inCopy } from '../driver/migrate-project.ts';
import { projects, type Tree } from '../driver/project.ts';
import { isRunnable, runProjects, type ProjectState, type RunnableProject } from './project-replay.ts';
import { removeFolders } from './replay-project.ts';
import type { ProgramTraffic } from './replay-run.ts';

/** The project as it is, as it should become, and as it becomes when only safe edits are applied. */
type Side = 'before' | 'after' | 'safe';

/** What a process is told to run must fit into one argument. */
const statesPerProcess = 16;

const runnable = projects.filter(isRunnable);
const shown = new Map<string, Readonly<Record<Side, ProgramTraffic>>>();

beforeAll(async () => {
  const sides = await Promise.all(runnable.map(listSides));
  const states = sides.flatMap(distinctStates);
  const starts = states.map((_, index) => index).filter((index) => index % statesPerProcess === 0);
  const pieces = starts.map((start) => states.slice(start, start + statesPerProcess));
  const traffics = (await Promise.all(pieces.map(runProjects))).flat();
  for (const { project, trees } of sides) {
    const trafficOf = (side: Side) => traffics[states.findIndex((state) => isState(state, project, trees[side]))];
    const [before, after, safe] = [trafficOf('before'), trafficOf('after'), trafficOf('safe')];
    if (before && after && safe) shown.set(project.name, { before, after, safe });
  }
});

afterAll(removeFolders);

describe.each(runnable.map((project) => [project.name, project] as const))('%s', (name, { options }) => {
  test('sends requests, and all of them are answered', () => {
    const traffic = shown.get(name);
    for (const { ok } of traffic ? [traffic.before, traffic.after] : []) {
      expect(ok.outcome.error).toBeUndefined();
      expect(ok.exchanges).not.toEqual([]);
      expect(ok.exchanges.filter(({ answer }) => answer.status >= 400)).toEqual([]);
    }
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

interface Sides {
  readonly project: RunnableProject;
  readonly trees: Readonly<Record<Side, Tree>>;
}

async function listSides(project: RunnableProject): Promise<Sides> {
  const { before, after, options } = project;
  const isSafe = options.grade === 'safe' && options.pending === undefined;
  const safe = isSafe ? after : (await inCopy(project, (migrate) => migrate('--write'))).tree;
  return { project, trees: { before, after, safe } };
}

/** What is the same on two sides is run once. */
function distinctStates({ project, trees }: Sides): readonly ProjectState[] {
  const states = Object.entries(trees).map(([name, tree]) => ({ project, name, tree }));
  return states.filter((state, index) => !states.slice(0, index).some(({ tree }) => isState(state, project, tree)));
}

function isState({ project, tree }: ProjectState, wanted: RunnableProject, wantedTree: Tree): boolean {
  return project === wanted && JSON.stringify(tree) === JSON.stringify(wantedTree);
}

function findDifferences(name: string, side: Side) {
  const traffic = shown.get(name);
  if (traffic === undefined) throw new Error(`${name} was not run`);
  return scenarios.flatMap((scenario) =>
    compareTraffic(traffic.before[scenario], traffic[side][scenario]).map(({ kind, sentence }) => ({
      kind,
      scenario,
      sentence,
    })),
  );
}
