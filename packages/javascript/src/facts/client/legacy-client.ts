import type { TextEdit } from '@azure-openai-v1/core';
import type { TSESTree } from '@typescript-eslint/utils';
import type { ProjectFacts } from '../../project-facts.ts';
import type { SourceModule } from '../../source-module.ts';
import { hasOtherSource } from '../flow/other-sources.ts';
import type { ClientFlow } from '../flow/client-flow.ts';
import { trackClient } from '../flow/track-client.ts';
import type { OpenAIReference } from '../openai-references.ts';
import { readClientOptions, type ClientOptions } from './client-options.ts';
import { concern, type Concern } from './concern.ts';
import { judgeFlow, type FlowJudgement } from './judge-flow.ts';
import { judgeOptions, type OptionsJudgement } from './judge-options.ts';
import { sharesOptions, sharingConcerns } from './shared-options.ts';

/** A place where a client of the legacy API is built. */
export interface Construction {
  readonly node: TSESTree.NewExpression;
  readonly reference: OpenAIReference;
  readonly className: 'AzureOpenAI' | 'OpenAI';
}

/** A client of the legacy API and everything that its migration takes. */
export interface LegacyClient extends Construction {
  readonly options: ClientOptions;
  readonly flow: ClientFlow;
  readonly optionsJudgement: OptionsJudgement;
  readonly flowJudgement: FlowJudgement;
  /** Empty where the migration provably changes no request. */
  readonly concerns: readonly Concern[];
  /** The edits of its options and calls; those of names, imports and constants depend on the other clients. */
  readonly edits: readonly TextEdit[];
}

/** Judges the clients of a file together, since they can share variables, calls and options. */
export function judgeClients(
  module: SourceModule,
  project: ProjectFacts,
  constructions: readonly Construction[],
): readonly LegacyClient[] {
  const clients = constructions.map((construction) => judgeAlone(module, project, construction));
  const known = new Set(clients.flatMap(({ flow }) => [...flow.expressions]));
  return spreadConcerns(
    clients.map((client) => {
      const together = [
        ...sharingConcerns(client, clients),
        ...mixedCalls(module, client, known),
        ...conflicts(client, clients),
      ];
      return { ...client, concerns: [...client.concerns, ...together] };
    }),
  );
}

function judgeAlone(module: SourceModule, project: ProjectFacts, construction: Construction): LegacyClient {
  const { node, reference, className } = construction;
  const { specifier } = reference;
  const options = readClientOptions(module, node);
  const runtime = specifier.runtime;
  const openaiVersion = pinnedVersion(specifier.pin) ?? project.openaiVersion;
  const optionsJudgement = judgeOptions({ module, construction: node, className, openaiVersion, runtime }, options);
  const flow = trackClient(module, node);
  const { deployment, isDeploymentInUrl } = optionsJudgement;
  const hasProvider = options.kind === 'known' && options.options.has('azureADTokenProvider');
  const flowJudgement = judgeFlow(
    { module, deployment, isDeploymentInUrl, hasProvider, clientImporters: project.clientImporters },
    flow,
  );
  return {
    ...construction,
    options,
    flow,
    optionsJudgement,
    flowJudgement,
    concerns: [...optionsJudgement.concerns, ...flowJudgement.concerns],
    edits: [...optionsJudgement.edits, ...[...flowJudgement.models.values()].flat()],
  };
}

/** Only a whole version is a fact; a range such as `4` says no more than its beginning. */
function pinnedVersion(pin: string | undefined): string | undefined {
  const match = /^[v^~]?(\d+)(?:\.(\d+))?(?:\.(\d+))?$/.exec(pin ?? '');
  return match ? `${match[1] ?? '0'}.${match[2] ?? '0'}.${match[3] ?? '0'}` : undefined;
}

/** A call that another kind of client may serve as well must keep its model. */
function* mixedCalls(
  module: SourceModule,
  { flow, flowJudgement }: LegacyClient,
  known: ReadonlySet<TSESTree.Node>,
): Generator<Concern> {
  for (const call of flow.calls) {
    const edits = flowJudgement.models.get(call.node) ?? [];
    if (edits.length > 0 && call.holders.some((holder) => hasOtherSource(module, holder, known)))
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
