import type { TextEdit } from '@azure-openai-v1/core';
import { findSdkMethod, retiredBodyProperties, type SdkMethod } from '@azure-openai-v1/knowledge';
import type { TSESTree } from '@typescript-eslint/utils';
import { inFile } from '../../edits/combine.ts';
import { isOverridden, setModel } from '../../edits/set-model.ts';
import type { Program } from '../../program/program.ts';
import type { SourceModule } from '../../source-module.ts';
import { moduleOf } from '../../syntax/module-of.ts';
import { literalText, staticName, unwrap } from '../../syntax/nodes.ts';
import { findProperty, resolveObject } from '../../syntax/object-literal.ts';
import type { ClientCall, ClientFlow } from '../flow/client-flow.ts';
import { callOptionConcerns } from './call-options.ts';
import { isSameValue } from '../spelling/same-value.ts';
import { concern, type Concern } from './concern.ts';
import { deploymentAtCall } from './deployment-at-call.ts';
import type { Deployment } from './deployment.ts';

/** What the uses of a client mean for its migration. */
export interface FlowJudgement {
  readonly concerns: readonly Concern[];
  /** The edits of each call that must name the deployment; an empty list where the call names it already. */
  readonly models: ReadonlyMap<TSESTree.CallExpression, readonly TextEdit[]>;
}

/** What of a client's options matters to its calls. */
export interface FlowContext {
  readonly program: Program;
  /** The module that builds the client. */
  readonly module: SourceModule;
  readonly deployment: Deployment | undefined;
  readonly isDeploymentInUrl: boolean;
  readonly hasProvider: boolean;
}

/** Members of `AzureOpenAI` that `OpenAI` does not have, or has with another value. */
export const azureMembers: ReadonlySet<string> = new Set([
  'apiVersion',
  'deploymentName',
  'baseURL',
  'apiKey',
  '_options',
  'constructor',
]);
const rawMethods: ReadonlySet<string> = new Set(['get', 'post', 'put', 'patch', 'delete', 'request']);
const azureOptions: ReadonlySet<string> = new Set([
  'endpoint',
  'deployment',
  'apiVersion',
  'azureADTokenProvider',
  'baseURL',
  'apiKey',
  'defaultQuery',
  'defaultHeaders',
]);

/** Judges everything that a file does with a client. */
export function judgeFlow(context: FlowContext, flow: ClientFlow): FlowJudgement {
  const concerns = [...ownConcerns(context, flow)];
  const models = new Map<TSESTree.CallExpression, readonly TextEdit[]>();
  for (const call of flow.calls) {
    const method = findSdkMethod(call.path);
    concerns.push(...methodConcerns(context, call, method), ...requestConcerns(call));
    concerns.push(...callOptionConcerns(moduleOf(call.node), call, method));
    if (!method || method.status === 'none') continue;
    if (method.deploymentScoped) concerns.push(...moveModel(context, call, models));
    else if (context.isDeploymentInUrl) concerns.push(concern('unscoped-on-deployment', call.path.join('.')));
  }
  return { concerns, models };
}

function* ownConcerns({ deployment }: FlowContext, flow: ClientFlow): Generator<Concern> {
  if (flow.isAskedForClass) yield concern('instanceof');
  if (flow.opensRealtime) yield concern('no-v1-form', 'a realtime session opened with `.azure(client)`');
  for (const member of flow.members) if (azureMembers.has(member)) yield concern('azure-member', member);
  const ways = [...new Set([...flow.escapes, ...(flow.directCalls.length > 0 ? ['it is called itself'] : [])])];
  if (ways.length > 0) yield concern(deployment ? 'leaves-with-deployment' : 'leaves-file', ways.join(', '));
  for (const doubt of new Set(flow.doubts)) yield concern('may-leave', doubt);
  for (const member of new Set(flow.openMembers)) yield concern('open-field', member);
  for (const copy of flow.copies) yield copyConcern(moduleOf(copy), copy, deployment);
}

function copyConcern(
  module: SourceModule,
  { arguments: [options] }: TSESTree.CallExpression,
  deployment: Deployment | undefined,
): Concern {
  const object = options && resolveObject(module, options);
  const name = object?.properties
    .map((property) => (property.type === 'Property' ? staticName(property) : undefined))
    .find((key) => key === undefined || azureOptions.has(key));
  if (!object || object.properties.some(({ type }) => type === 'SpreadElement'))
    return concern('with-options', 'options that are not written out');
  if (name !== undefined) return concern('with-options', `\`${name}\``);
  return deployment
    ? concern('with-options', 'a deployment that some SDK versions lose')
    : concern('with-options-plain');
}

function* methodConcerns(
  { hasProvider }: FlowContext,
  { path }: ClientCall,
  method: SdkMethod | undefined,
): Generator<Concern> {
  const name = path.join('.');
  if (method === undefined)
    yield concern(
      path.length === 1 && rawMethods.has(name) ? 'per-request' : 'unknown-member',
      path.length === 1 ? `${name}(…)` : name,
    );
  else if (method.status === 'none') yield concern('no-v1-form', name);
  else if (method.status === 'preview') yield concern('preview-on-v1', name);
  if (hasProvider && name === 'embeddings.create') yield concern('provider-embeddings');
}

/** Properties of a request that v1 has not. */
function* requestConcerns({ node }: ClientCall): Generator<Concern> {
  const [body] = node.arguments;
  const request = body && resolveObject(moduleOf(node), body);
  for (const { property } of retiredBodyProperties) {
    if (request && findProperty(request, property)) yield concern('no-v1-form', property);
  }
}

function* moveModel(
  { program, deployment, isDeploymentInUrl }: FlowContext,
  call: ClientCall,
  models: Map<TSESTree.CallExpression, readonly TextEdit[]>,
): Generator<Concern> {
  const module = moduleOf(call.node);
  const [body] = call.node.arguments;
  if (!deployment) {
    if (body && namesNoModel(module, body)) yield concern('model-missing');
    return;
  }
  const known = deploymentAtCall(program, deployment, call);
  if (
    body &&
    known.kind !== 'memoized' &&
    namesAlready(program, body, known.kind === 'known' ? known.deployment : deployment)
  ) {
    if (!noteModel(models, call.node, [])) yield concern('deployment-conflict');
    return;
  }
  yield* known.concerns;
  if (known.kind !== 'known') return;
  const change = body && setModel(module, body, known.deployment, isDeploymentInUrl ? 'url' : 'option');
  if (!change) {
    yield concern('call-unclear');
    return;
  }
  const { losses } = change;
  const edits = [...known.edits, ...inFile(module, change.edits)];
  if (losses.includes('fallback')) yield concern('deployment-fallback');
  if (losses.includes('call')) yield concern('model-call');
  if (!noteModel(models, call.node, edits)) yield concern('deployment-conflict');
}

/** @returns false where the call has other edits already */
function noteModel(
  models: Map<TSESTree.CallExpression, readonly TextEdit[]>,
  call: TSESTree.CallExpression,
  edits: readonly TextEdit[],
): boolean {
  const earlier = models.get(call);
  models.set(call, edits);
  return !earlier || JSON.stringify(earlier) === JSON.stringify(edits);
}

/** Tells whether the model of a request is the deployment, however the two are spelled. */
function namesAlready(program: Program, body: TSESTree.Node, { nodes: [node, ...others] }: Deployment): boolean {
  const module = moduleOf(body);
  const object = resolveObject(module, body);
  const model = object && findProperty(object, 'model');
  if (!node || others.length > 0 || model?.kind !== 'init' || model.method) return false;
  return object !== undefined && !isOverridden(module, object, model) && isSameValue(program, model.value, node);
}

function namesNoModel(module: SourceModule, body: TSESTree.Node): boolean {
  const object = resolveObject(module, unwrap(body));
  if (!object || object.properties.some(({ type }) => type === 'SpreadElement')) return false;
  const model = findProperty(object, 'model');
  return model === undefined || literalText(model.value) === '';
}
