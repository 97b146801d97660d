import type { TextEdit } from '@azure-openai-v1/core';
import type { TSESTree } from '@typescript-eslint/utils';
import { inFile } from '../../edits/combine.ts';
import type { Program } from '../../program/program.ts';
import type { SourceModule } from '../../source-module.ts';
import type { ClientFlow } from '../flow/client-flow.ts';
import { trackClient } from '../flow/track-client.ts';
import type { OpenAIReference } from '../openai-references.ts';
import { neededBump, standingOf } from '../sdk/sdk-standing.ts';
import { readClientOptions, type ClientOptions } from './client-options.ts';
import type { Concern } from './concern.ts';
import { judgeFlow, type FlowJudgement } from './judge-flow.ts';
import { judgeOptions, type OptionsJudgement } from './judge-options.ts';

/** A place where a client of the legacy API is built. */
export interface Construction {
  readonly node: TSESTree.NewExpression;
  readonly reference: OpenAIReference;
  readonly className: 'AzureOpenAI' | 'OpenAI';
}

/** A client of the legacy API and everything that its migration takes. */
export interface LegacyClient extends Construction {
  /** The module that builds it. */
  readonly module: SourceModule;
  readonly options: ClientOptions;
  readonly flow: ClientFlow;
  readonly optionsJudgement: OptionsJudgement;
  readonly flowJudgement: FlowJudgement;
  /** Empty where the migration provably changes no request. */
  readonly concerns: readonly Concern[];
  /**
   * The edits of its options and calls, each with the path of its file, and of what declares its SDK; those of names,
   * imports and constants depend on the other clients.
   */
  readonly edits: readonly TextEdit[];
}

/** Judges a client without regard to others. */
export function judgeAlone(program: Program, module: SourceModule, construction: Construction): LegacyClient {
  const { node, reference, className } = construction;
  const project = program.projectOf(module);
  const { specifier } = reference;
  const options = readClientOptions(module, node);
  const runtime = specifier.runtime;
  const flow = trackClient(program, node);
  const sdk = standingOf(specifier, project, flow.calls);
  const optionsJudgement = judgeOptions({ module, construction: node, className, sdk, runtime }, options);
  const { deployment, isDeploymentInUrl } = optionsJudgement;
  const hasProvider = options.kind === 'known' && options.options.has('azureADTokenProvider');
  const bump = hasProvider ? neededBump(sdk)?.edit : undefined;
  const flowJudgement = judgeFlow({ program, module, deployment, isDeploymentInUrl, hasProvider }, flow);
  return {
    ...construction,
    module,
    options,
    flow,
    optionsJudgement,
    flowJudgement,
    concerns: [...optionsJudgement.concerns, ...flowJudgement.concerns],
    edits: [
      ...inFile(module, optionsJudgement.edits),
      ...[...flowJudgement.models.values()].flat(),
      ...(bump ? [bump] : []),
    ],
  };
}
