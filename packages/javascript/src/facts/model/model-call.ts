import { knowsMaxCompletionTokens, outputLimit } from '@azure-openai-v1/knowledge';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Program } from '../../program/program.ts';
import type { SourceModule } from '../../source-module.ts';
import { isOverridden } from '../../edits/set-model.ts';
import { moduleOf } from '../../syntax/module-of.ts';
import { staticName, unwrap } from '../../syntax/nodes.ts';
import { findProperty, resolveObject } from '../../syntax/object-literal.ts';
import { findVariable, readsOf } from '../../syntax/scope.ts';
import { staticString } from '../../syntax/static-string.ts';
import { readClientOptions } from '../client/client-options.ts';
import type { BuiltClient } from '../client/constructions.ts';
import { deploymentAtCall } from '../client/deployment-at-call.ts';
import { deploymentInUrl } from '../client/deployment.ts';
import { withoutVersion } from '../client/request-defaults.ts';
import { verdictOf } from '../client/verdict.ts';
import type { ClientCall } from '../flow/client-flow.ts';
import { trackClient } from '../flow/track-client.ts';
import type { ModuleFacts } from '../module-facts.ts';
import type { AzureUrl } from '../request/azure-url-use.ts';
import { findUrlUse } from '../request/find-request.ts';
import { verdictOfRequest } from '../request/request-verdict.ts';
import { readVersionParameter } from '../request/version-parameter.ts';
import { standingOf, type ModelStanding } from './model-standing.ts';

/** The operation of a request, as far as its parameters differ. */
export type ModelApi = 'chat' | 'responses';

/** A request to a model that reasons, or sounds like it. */
export interface ModelCall {
  readonly api: ModelApi;
  /** The request's body. */
  readonly body: TSESTree.ObjectExpression;
  /** The body is a constant that other code reads too. */
  readonly isShared: boolean;
  readonly standing: ModelStanding;
  /** Whether the API version in use knows `max_completion_tokens`; `undefined` where the version is not known. */
  readonly knowsNewLimit: boolean | undefined;
}

const modelCalls = new WeakMap<ModuleFacts, readonly ModelCall[]>();

/** Finds the requests of a file that go to reasoning models on Azure; worked out once for all rules. */
export function collectModelCalls(facts: ModuleFacts): readonly ModelCall[] {
  let calls = modelCalls.get(facts);
  if (calls === undefined) modelCalls.set(facts, (calls = findModelCalls(facts)));
  return calls;
}

function findModelCalls(facts: ModuleFacts): readonly ModelCall[] {
  const calls = [
    ...facts.clients.flatMap((client) => [...callsOfClient(facts, client)]),
    ...facts.urls.flatMap((url) => [...callsOfUrl(facts, url)]),
  ];
  return calls.filter((call, index) => calls.findIndex(({ body }) => body === call.body) === index);
}

function* callsOfClient(facts: ModuleFacts, client: BuiltClient): Generator<ModelCall> {
  if (client.kind === 'openai' || client.kind === 'elsewhere') return;
  const legacy = facts.legacyClients.find(({ node }) => node === client.node);
  const flow = legacy?.flow ?? trackClient(facts.program, client.node);
  // Some SDK versions lose the deployment of a copy, and then another model answers.
  const isCopied = legacy?.optionsJudgement.deployment !== undefined && flow.copies.length > 0;
  const knowsNewLimit = legacy ? verdictOf(facts, legacy).grade === 'safe' || versionKnows(facts.module, client) : true;
  for (const call of flow.calls) {
    const api = apiOf(call.path);
    const body = call.node.arguments[0];
    if (!api || !body || isCopied || moduleOf(body) !== facts.module) continue;
    const deployment = api === 'chat' ? legacy?.optionsJudgement.deployment : undefined;
    const model = deployment && modelOfDeployment(facts.program, deployment, call);
    yield* callOf(facts, api, body, deployment ? model : undefined, knowsNewLimit);
  }
}

function apiOf(path: readonly string[]): ModelApi | undefined {
  const name = path.join('.');
  if (/^(?:beta\.)?chat\.completions\.(?:create|parse|stream|runTools)$/.test(name)) return 'chat';
  return /^responses\.(?:create|parse|stream)$/.test(name) ? 'responses' : undefined;
}

function modelOfDeployment(
  program: Program,
  deployment: Parameters<typeof deploymentAtCall>[1],
  call: ClientCall,
): TSESTree.Node | undefined {
  const known = deploymentAtCall(program, deployment, call);
  return known.kind === 'known' && known.deployment.nodes.length === 1 ? known.deployment.nodes[0] : undefined;
}

function versionKnows(module: SourceModule, { node }: BuiltClient): boolean | undefined {
  const options = readClientOptions(module, node);
  if (options.kind !== 'known') return undefined;
  const value =
    options.options.get('apiVersion')?.value ?? withoutVersion(module, options.options.get('defaultQuery')).value;
  const version = value && staticString(module, value);
  return version === undefined ? undefined : knowsMaxCompletionTokens(version);
}

function* callsOfUrl(facts: ModuleFacts, url: AzureUrl): Generator<ModelCall> {
  const { module } = facts;
  const { path, skeleton } = url;
  if (url.base.kind === 'other') return;
  const operation = path.deployment ? path.operation : path.rest.replace(/^\/v1\//, '');
  const api = operation === 'chat/completions' ? 'chat' : operation === 'responses' ? 'responses' : undefined;
  if (!api || (!path.deployment && !path.rest.startsWith('/v1/'))) return;
  const deployment = path.deployment && deploymentInUrl(module, skeleton, path.deployment.start, path.deployment.end);
  const literal = path.deployment && skeleton.text.slice(path.deployment.start, path.deployment.end);
  const legacy = facts.legacyRequests.find((request) => request.url === url);
  const version = readVersionParameter(skeleton, path.queryStart);
  const text = version?.text ?? (version?.value && staticString(module, version.value));
  const knows = legacy
    ? verdictOfRequest(facts, legacy).grade === 'safe' ||
      (text === undefined ? undefined : knowsMaxCompletionTokens(text))
    : true;
  for (const { body } of findUrlUse(module, url.outer).calls) {
    if (body?.kind === 'json') yield* callOf(facts, api, body.value, deployment?.nodes[0] ?? literal, knows);
  }
}

function* callOf(
  facts: ModuleFacts,
  api: ModelApi,
  request: TSESTree.Node,
  deployment: TSESTree.Node | string | undefined,
  knowsNewLimit: boolean | undefined,
): Generator<ModelCall> {
  const { module, project } = facts;
  const body = resolveObject(module, request);
  if (!body) return;
  const property = findProperty(body, 'model');
  const model = deployment ?? (property && isOverridden(module, body, property) ? undefined : property?.value);
  const standing = model === undefined ? undefined : standingOf(module, project.deployments, model);
  const readers = readersOf(module, request);
  // Code that reads the limit back relies on its name.
  if (!standing || readers.some(readsLimit)) return;
  yield { api, body, isShared: readers.length > 1, standing, knowsNewLimit };
}

/** Everything that reads the constant which a request is kept in, if it is. */
function readersOf(module: SourceModule, request: TSESTree.Node): readonly TSESTree.Node[] {
  const node = unwrap(request);
  const variable = node.type === 'Identifier' ? findVariable(module, node) : undefined;
  return variable ? readsOf(variable).map(({ identifier }) => identifier) : [];
}

function readsLimit({ parent }: TSESTree.Node): boolean {
  return parent?.type === 'MemberExpression' && staticName(parent) === outputLimit.legacy;
}
