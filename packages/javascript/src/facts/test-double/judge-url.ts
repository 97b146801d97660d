import type { TextEdit } from '@azure-openai-v1/core';
import { classifyHost, findLegacyOperation, isDatedApiVersion } from '@azure-openai-v1/knowledge';
import type { TSESTree } from '@typescript-eslint/utils';
import { toV1Path } from '../../edits/to-v1-path.ts';
import type { SourceModule } from '../../source-module.ts';
import { walk } from '../../syntax/walk.ts';
import { readUrlBase, trimSlashes, type UrlBase } from '../azure-url.ts';
import type { Concern } from '../client/concern.ts';
import { requestConcern } from '../request/request-concern.ts';
import { readUrlSkeleton } from '../url-skeleton.ts';
import { doubleConcern } from './double-concern.ts';
import type { DoublePlace } from './double-place.ts';
import { expectModel } from './expected-model.ts';
import { readExpectedParts } from './expected-parts.ts';
import { dropExpectedVersion } from './expected-query.ts';
import type { LegacyUrl } from './legacy-url.ts';

type SpelledUrl = Extract<LegacyUrl, { kind: 'url' }>;

/** What becomes of a URL that a test answers or asserts. */
export interface UrlJudgement {
  readonly concerns: readonly Concern[];
  readonly edits: readonly TextEdit[];
  /** Expressions that go. */
  readonly removed: readonly TSESTree.Node[];
  /** The migrated request in words; empty where there is none. */
  readonly expected: string;
}

/** Judges a URL of a test double; undefined where nothing says that it belongs to the legacy API. */
export function judgeUrl(
  module: SourceModule,
  url: SpelledUrl,
  places: readonly DoublePlace[],
): UrlJudgement | undefined {
  const parts = places.map((place) => readExpectedParts(place));
  const queries = parts.flatMap((part) => part.queries.flatMap((query) => dropExpectedVersion(module, query) ?? []));
  const isResource = url.path.deployment === undefined && url.path.rest !== '/deployments';
  if (isResource && !url.isDated && !queries.some(({ version }) => isDatedApiVersion(version ?? ''))) return undefined;
  const model = isResource
    ? []
    : expectModel(
        module,
        url,
        parts.flatMap(({ bodies }) => bodies),
      );
  const path = toV1Path(url.skeleton, url.path);
  const concerns = [
    ...places.flatMap((place) => [...placeConcerns(module, url, place)]),
    ...operationConcerns(url, places),
    ...queryConcerns(url, parts.some(({ hasOpenQuery }) => hasOpenQuery) || queries.some(({ edits }) => !edits)),
    ...(model ? [] : [doubleConcern('body-unclear')]),
    ...(path ? [] : [doubleConcern('operation')]),
  ];
  const removed = [url.version?.value, ...queries.map(({ value }) => value), ...deploymentNodes(url)];
  return {
    concerns,
    edits: [path, url.version?.edit, ...queries.flatMap(({ edits }) => edits ?? []), ...(model ?? [])].filter(
      (edit) => edit !== undefined,
    ),
    removed: removed.filter((node) => node !== undefined),
    expected: expectedRequest(url, isResource),
  };
}

/** The migrated request in words; empty where there is none. */
function expectedRequest(url: SpelledUrl, isResource: boolean): string {
  const operation = operationOf(url);
  if (findLegacyOperation(operation)?.v1 === 'none') return '';
  return `\`/openai/v1/${operation}\` without \`api-version\`${isResource ? '' : ', with the deployment as `model`'}`;
}

function* deploymentNodes({ skeleton, path: { deployment } }: SpelledUrl): Generator<TSESTree.Node | undefined> {
  if (!deployment) return;
  for (let index = deployment.start; index < deployment.end; index += 1) yield skeleton.holeAt(index);
}

/** A star at the end of a pattern takes what may follow. */
function operationOf({ path }: SpelledUrl): string {
  return path.rest === '/deployments' ? '' : trimSlashes(path.operation.replace(/\*+$/, ''));
}

function* placeConcerns(module: SourceModule, url: SpelledUrl, place: DoublePlace): Generator<Concern> {
  if (place.isComposed) yield doubleConcern('fragment');
  if (place.kind === 'fake') yield doubleConcern('fake');
  else if (place.kind === 'assertion') {
    if (!place.isUrl) yield doubleConcern('place-unclear');
    if (place.comparison === 'pattern') yield doubleConcern('pattern');
  } else if (readsPathParameter(url, place.call)) yield doubleConcern('path-parameter');
  // A browser asks the server that its page came from.
  if (place.kind === 'answer' && place.library === 'msw' && url.skeleton.text.startsWith('/'))
    yield doubleConcern('gateway', 'the server of the page');
  const base = url.path.base.kind === 'relative' ? baseOfPlace(module, place) : url.path.base;
  if (base?.kind === 'other' && !isMadeUp(base.name)) yield doubleConcern('gateway', base.name);
}

/** `http.post('…/deployments/:name/…', ({ params }) => …)` */
function readsPathParameter({ skeleton, path: { deployment } }: SpelledUrl, call: TSESTree.CallExpression): boolean {
  if (!deployment || skeleton.text.charAt(deployment.start) !== ':') return false;
  const names = call.arguments.slice(1).flatMap((argument) => [...walk(argument)]);
  return names.some((node) => node.type === 'Identifier' && /^(?:params|expressParams)$/.test(node.name));
}

/** The host that `nock(host).post(path)` and `agent.get(host).intercept({ path })` name. */
function baseOfPlace(module: SourceModule, place: DoublePlace): UrlBase | undefined {
  const callee = place.kind === 'answer' ? place.call.callee : undefined;
  const owner = callee?.type === 'MemberExpression' ? callee.object : undefined;
  const host = owner?.type === 'CallExpression' ? owner.arguments[0] : undefined;
  const skeleton = host && readUrlSkeleton(module, host);
  return skeleton && readUrlBase(module, skeleton, trimSlashes(skeleton.text).length);
}

/** Hosts and names that only a test has say nothing of the service that the code talks to. */
function isMadeUp(name: string): boolean {
  const standing = classifyHost(name);
  if (standing === 'unverified' || (standing === 'gateway' && !/^(?:localhost|127\.)/.test(name))) return false;
  return /(?:^|[^a-z])(?:example|invalid|test|local|localhost|127|mock|fake|stub|dummy)/i.test(name);
}

function* operationConcerns(url: SpelledUrl, places: readonly DoublePlace[]): Generator<Concern> {
  const name = operationOf(url);
  const isPart = places.every((place) => place.kind === 'assertion' && place.comparison === 'part');
  if (name === '' && isPart) return;
  if (name === '') {
    yield doubleConcern('base');
    return;
  }
  const operation = findLegacyOperation(name);
  const scope = url.path.deployment ? 'deployment' : 'resource';
  // A connection to `realtime` takes the deployment from the query, and is another request on v1.
  if (operation?.scope !== scope || operation.path === 'realtime') yield doubleConcern('operation');
  else if (operation.v1 === 'none') yield requestConcern('no-v1-form', operation.path);
  else if (operation.v1 === 'preview') yield requestConcern('preview-on-v1', operation.path);
}

function* queryConcerns({ skeleton, path, version }: SpelledUrl, isOpen: boolean): Generator<Concern> {
  const query = skeleton.text.slice(path.queryStart);
  if (isOpen || (version && !version.edit)) yield doubleConcern('query-unclear');
  else if (query !== '' && (!version || query.includes('*'))) yield doubleConcern('query-unclear');
}
