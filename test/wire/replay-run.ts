import { createAzureOpenAI, runProgram, scenarios, type Exchange, type ProgramOutcome } from '@azure-openai-v1/wire';
import type { Scenario, ServiceSettings, Traffic } from '@azure-openai-v1/wire';
import type { ReplayOrder, ReplayProgram } from './replay-entry.ts';
import type { ReplayFolder } from './replay-project.ts';

/** What one program showed, by scenario. */
export type ProgramTraffic = Readonly<Record<Scenario, Traffic>>;

const marker = 'http://wire.invalid/next-run';

/** Runs programs in one process against one server, each in every scenario, and sorts what they showed. */
export async function runPrograms(
  folder: ReplayFolder,
  programs: readonly ReplayProgram[],
  settings: ServiceSettings,
): Promise<readonly ProgramTraffic[]> {
  const runs = programs.flatMap((_, program) => scenarios.map((scenario) => ({ program, scenario })));
  const traffics = await runAll(folder, { programs, runs }, settings);
  return programs.map((_, program) => byScenario(traffics.slice(program * scenarios.length)));
}

/** Runs programs in one process against one server, in the order and the scenarios that are named. */
export async function runAll(
  { path, entry }: ReplayFolder,
  { programs, runs }: Omit<ReplayOrder, 'marker'>,
  settings: ServiceSettings,
): Promise<readonly Traffic[]> {
  const order: ReplayOrder = { programs, runs, marker };
  const server = await createAzureOpenAI(settings);
  try {
    const { outcome, exchanges, stderr } = await runProgram(
      {
        file: entry,
        arguments: [JSON.stringify(order)],
        folder: path,
        environment: {},
        timeoutMilliseconds: 120_000,
      },
      server,
    );
    const outcomes = outcome.stdout.split('\n').filter(Boolean);
    if (outcomes.length !== runs.length) {
      const files = programs.map(({ file }) => file).join('\n');
      throw new Error(`${JSON.stringify(outcome.error)}\n${stderr}\n${files}`);
    }
    const parts = splitAtMarkers(exchanges);
    return outcomes.map((line, index) => ({
      exchanges: parts[index] ?? [],
      outcome: JSON.parse(line) as ProgramOutcome,
    }));
  } finally {
    await server.close();
  }
}

function splitAtMarkers(exchanges: readonly Exchange[]): readonly (readonly Exchange[])[] {
  const parts: Exchange[][] = [];
  for (const exchange of exchanges) {
    if (exchange.request.url === marker) parts.push([]);
    else parts.at(-1)?.push(exchange);
  }
  return parts;
}

function byScenario(traffics: readonly Traffic[]): ProgramTraffic {
  const entries = scenarios.map((scenario, index) => [scenario, traffics[index]] as const);
  // The traffics stand in the order of the scenarios.
  return Object.fromEntries(entries) as ProgramTraffic;
}
