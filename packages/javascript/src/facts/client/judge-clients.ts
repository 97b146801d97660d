import type { TSESTree } from '@typescript-eslint/utils';
import type { Program } from '../../program/program.ts';
import type { SourceModule } from '../../source-module.ts';
import { hasOtherSource } from '../flow/other-sources.ts';
import { collectSdkUse, isLegacy } from '../sdk-use.ts';
import { concern, type Concern } from './concern.ts';
import { judgeAlone, type LegacyClient } from './legacy-client.ts';
import { sharesOptions, sharingConcerns } from './shared-options.ts';

/** The legacy clients of a program, judged. */
export interface JudgedClients {
  readonly all: readonly LegacyClient[];
  of(module: SourceModule): readonly LegacyClient[];
}

const cache = new WeakMap<Program, JudgedClients>();

/** Judges the clients of a program together, since they can share variables, calls and options. */
export function judgeClients(program: Program): JudgedClients {
  let judged = cache.get(program);
  if (!judged) cache.set(program, (judged = judge(program)));
  return judged;
}

function judge(program: Program): JudgedClients {
  // A defect that one module brings to light must not take the others with it.
  const defects = new Map<SourceModule, unknown>();
  const alone = program.candidates.flatMap((module) => {
    try {
      return collectSdkUse(module)
        .clients.filter(isLegacy)
        .map((client) => judgeAlone(program, module, client));
    } catch (error) {
      defects.set(module, error);
      return [];
    }
  });
  const known = new Set(alone.flatMap(({ flow }) => [...flow.expressions]));
  const together = alone.map((client) => {
    const peers = alone.filter(({ module }) => module === client.module);
    const shared = [
      ...sharingConcerns(client, peers),
      ...mixedCalls(program, client, known),
      ...conflicts(client, alone),
    ];
    return { ...client, concerns: [...client.concerns, ...shared] };
  });
  const all = spreadConcerns(together);
  const of = (module: SourceModule) => {
    if (defects.has(module)) throw defects.get(module);
    return all.filter((client) => client.module === module);
  };
  return { all, of };
}

/** A call that another kind of client may serve as well must keep its model. */
function* mixedCalls(
  program: Program,
  { flow, flowJudgement }: LegacyClient,
  known: ReadonlySet<TSESTree.Node>,
): Generator<Concern> {
  for (const call of flow.calls) {
    const edits = flowJudgement.models.get(call.node) ?? [];
    if (edits.length > 0 && call.holders.some((holder) => hasOtherSource(program, holder, known)))
      yield concern('deployment-conflict');
  }
}

function* conflicts(client: LegacyClient, clients: readonly LegacyClient[]): Generator<Concern> {
  for (const other of clients) {
    if (other === client) continue;
    for (const { node } of client.flow.calls) {
      if (!other.flow.calls.some((call) => call.node === node)) continue;
      const [mine, theirs] = [client, other].map(({ flowJudgement }) =>
        JSON.stringify(flowJudgement.models.get(node) ?? []),
      );
      if (mine !== theirs) yield concern('deployment-conflict');
    }
  }
}

/** Clients that read one option object are migrated together or not at all. */
function spreadConcerns(clients: readonly LegacyClient[]): readonly LegacyClient[] {
  return clients.map((client) => {
    const peers = clients.filter((other) => other !== client && sharesOptions(client.options, other.options));
    return { ...client, concerns: [...client.concerns, ...peers.flatMap(({ concerns }) => concerns)] };
  });
}
