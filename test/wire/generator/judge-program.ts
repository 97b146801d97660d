import type { SourceModule } from '@azure-openai-v1/javascript';
import { compareTraffic, createFetch, createService, mapToV1, type Traffic } from '@azure-openai-v1/wire';
import { migrateProgram, type Migration } from './migrate-program.ts';
import { runProgram } from './run-program.ts';
import { writeProgram, type Program } from './write-program.ts';
import type { ProgramPlan } from './plan.ts';

/** What the codemod made of a program. `partly` leaves some legacy use with a finding. */
export type Fate = 'clean' | 'declined' | 'migrated' | 'partly';

/** What the codemod made of a program, and whether it may. */
export interface Verdict {
  readonly program: Program;
  readonly fate: Fate;
  readonly after: string;
  /** What must not be, in sentences. */
  readonly troubles: readonly string[];
}

/** Migrates a program, runs it before and after, and compares what it showed. */
export async function judgeProgram(plan: ProgramPlan): Promise<Verdict> {
  const program = writeProgram(plan);
  const migration = migrateProgram(program);
  const fate = fateOf(program, migration);
  return { program, fate, after: migration.after.text, troubles: await checks[fate](program, migration) };
}

function fateOf({ text }: Program, migration: Migration): Fate {
  if (migration.after.text === text) return migration.found.length === 0 ? 'clean' : 'declined';
  return migration.remaining.length === 0 ? 'migrated' : 'partly';
}

const checks: Readonly<Record<Fate, (program: Program, migration: Migration) => Promise<readonly string[]>>> = {
  clean: async (program, migration) =>
    legacyRequests(await traffic(program, migration.before), 'The codemod says nothing, but the program sends'),
  declined: () => Promise.resolve([]),
  migrated: async (program, migration) => {
    const after = await traffic(program, migration.after);
    return [
      ...differences(await traffic(program, migration.before), after),
      ...legacyRequests(after, 'The codemod has nothing more to say, but the program still sends'),
    ];
  },
  partly: async (program, migration) => compareRuns(program, migration.before, migration.after),
};

/** Runs two texts of a program and says where the second does not mean what the first means. */
export async function compareRuns(
  program: Program,
  before: SourceModule,
  after: SourceModule,
): Promise<readonly string[]> {
  return differences(await traffic(program, before), await traffic(program, after));
}

function differences(before: Traffic, after: Traffic): readonly string[] {
  const leaks = after.exchanges.filter(({ request }) => new URL(request.url).hostname === 'api.openai.com');
  return [
    ...compareTraffic(before, after).map(({ kind, sentence }) => `${kind}: ${sentence}`),
    ...leaks.map(({ request }) => `leak: ${request.method} ${request.url}`),
  ];
}

function legacyRequests({ exchanges }: Traffic, words: string): readonly string[] {
  const legacy = exchanges.filter(({ request }) => mapToV1(request).kind !== 'not-legacy');
  return legacy.map(({ request }) => `silence: ${words} ${request.method} ${request.url}`);
}

async function traffic({ plan, entries }: Program, module: SourceModule): Promise<Traffic> {
  const service = createService({
    scenario: plan.scenario,
    ...(Object.keys(plan.deployments).length > 0 && { deployments: { ...namesOfDeployments, ...plan.deployments } }),
  });
  return runProgram({ plan, module, entries }, { fetch: createFetch(service), exchanges: service.exchanges });
}

/** Every name that a program may send, as its own model. */
const namesOfDeployments: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'support-chat',
    'o4-mini',
    'gpt-4o',
    'gpt-4o-mini',
    'gpt-4.1',
    'text-embedding-3-small',
    'env-deployment',
    'env-model',
    'asked-model',
    'wanted-model',
    'assigned-model',
    'asked-deployment',
    'later',
  ].map((name) => [name, name]),
);
