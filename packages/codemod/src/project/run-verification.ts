import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  compareTraffic,
  createAzureOpenAI,
  runProgram,
  type AzureOpenAI,
  type ProgramRun,
  type Scenario,
} from '@azure-openai-v1/wire';
import { makeBeforeTree } from './before-tree.ts';
import { programEnvironment } from './program-environment.ts';
import { warn, type Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';
import type { Variables } from './variables.ts';
import type { ScenarioRuns } from './verification.ts';
import type { VerificationPlan } from './verification-plan.ts';

/** How the program is run. */
export interface RunSettings {
  readonly arguments: readonly string[];
  /** The commit, as the user named it. */
  readonly before: string;
  readonly deployments: ReadonlyMap<string, string>;
  readonly scenarios: readonly Scenario[];
  readonly timeoutSeconds: number;
  readonly variables: Variables;
}

/**
 * Runs the program as it was and as it is, in every scenario, and compares.
 *
 * @param workplace an empty folder for the old files and for what the program stores
 * @throws {UsageError} when the program was not there before
 */
export async function runVerification(
  plan: VerificationPlan,
  settings: RunSettings,
  workplace: string,
  terminal: Terminal,
): Promise<readonly ScenarioRuns[]> {
  const tree = join(workplace, 'tree');
  await prepareTree(plan, settings, tree, terminal);
  const environment = programEnvironment(workplace, settings.variables);
  const { deployments } = settings;
  const server = await createAzureOpenAI(
    deployments.size === 0 ? {} : { deployments: Object.fromEntries(deployments) },
  );
  const run = (root: string, scenario: Scenario) => {
    server.setScenario(scenario);
    return runIn(root, plan, { ...settings, environment, hiddenFolders: [tree, plan.root] }, server);
  };
  try {
    const runs: ScenarioRuns[] = [];
    for (const scenario of settings.scenarios) {
      const before = await run(tree, scenario);
      const after = await run(plan.root, scenario);
      runs.push({ scenario, before, after, differences: compareTraffic(before, after) });
    }
    return runs;
  } finally {
    await server.close();
  }
}

async function prepareTree(plan: VerificationPlan, { before }: RunSettings, tree: string, terminal: Terminal) {
  const leftOut = await makeBeforeTree(plan.commit, { from: plan.root, to: tree });
  if (leftOut.length > 0) warn(terminal, `Left out of the files of ${before}: ${leftOut.join(', ')}`);
  if (!existsSync(join(tree, plan.entry))) {
    throw new UsageError(`${plan.entry} is not there in ${before}. Name a commit that has it with --before.`);
  }
  mkdirSync(join(tree, plan.folder), { recursive: true });
}

interface World extends RunSettings {
  readonly environment: Readonly<Record<string, string>>;
  readonly hiddenFolders: readonly string[];
}

function runIn(root: string, plan: VerificationPlan, world: World, server: AzureOpenAI): Promise<ProgramRun> {
  const program = {
    file: join(root, plan.entry),
    arguments: world.arguments,
    folder: join(root, plan.folder),
    hiddenFolders: world.hiddenFolders,
    environment: world.environment,
    imports: /\.(?:[cm]?ts|tsx|jsx)$/.test(plan.entry) ? [import.meta.resolve('tsx')] : [],
    timeoutMilliseconds: world.timeoutSeconds * 1000,
  };
  return runProgram(program, server);
}
