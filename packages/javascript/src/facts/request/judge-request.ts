import type { TextEdit } from '@azure-openai-v1/core';
import { findLegacyOperation, retiredBodyProperties } from '@azure-openai-v1/knowledge';
import type { TSESTree } from '@typescript-eslint/utils';
import { addToForm } from '../../edits/add-to-form.ts';
import { removeElements } from '../../edits/list-edits.ts';
import { removeStatement } from '../../edits/remove-statement.ts';
import { setModel } from '../../edits/set-model.ts';
import { toV1Path } from '../../edits/to-v1-path.ts';
import type { SourceModule } from '../../source-module.ts';
import { unwrap } from '../../syntax/nodes.ts';
import { findProperty, resolveObject } from '../../syntax/object-literal.ts';
import { readApiVersion } from '../client/api-version.ts';
import { concern, type Concern } from '../client/concern.ts';
import { deploymentInUrl, type Deployment } from '../client/deployment.ts';
import { withoutVersion } from '../client/request-defaults.ts';
import { isDeclaredBefore, portabilityOf } from '../portability.ts';
import type { AzureUrl } from './azure-url-use.ts';
import { findUrlUse, isLogged, type UrlUse } from './find-request.ts';
import type { HttpCall } from './http-call.ts';
import { requestConcern } from './request-concern.ts';
import { readVersionParameter } from './version-parameter.ts';

/** A raw request to a deployment's URL and everything that its migration takes. */
export interface LegacyRequest {
  readonly url: AzureUrl;
  /** The requests that are made with the URL, where they are seen. */
  readonly calls: readonly HttpCall[];
  readonly concerns: readonly Concern[];
  readonly edits: readonly TextEdit[];
  /** Expressions that go. */
  readonly removed: readonly TSESTree.Node[];
}

/** Judges a URL that names a deployment; undefined for any other URL. */
export function judgeRequest(module: SourceModule, url: AzureUrl): LegacyRequest | undefined {
  const { path, base, skeleton } = url;
  if (!path.deployment || isLogged(url.outer)) return undefined;
  const stay = (concerns: readonly Concern[]): LegacyRequest => ({ url, calls: [], concerns, edits: [], removed: [] });
  if (base.kind === 'other') return stay([requestConcern('host', base.name)]);
  const operation = findLegacyOperation(path.operation);
  if (operation?.scope !== 'deployment') return stay([requestConcern('operation')]);
  if (operation.v1 === 'none') return stay([requestConcern('no-v1-form', path.operation)]);
  const deployment = deploymentInUrl(module, skeleton, path.deployment.start, path.deployment.end);
  if (!deployment) return stay([concern('deployment-name')]);
  const use = findUrlUse(module, url.outer);
  if (use.calls.length === 0 || !use.isWhole) return stay([requestConcern('request-elsewhere')]);
  const parts = [
    moveUrl(url),
    dropVersion(module, url, use),
    ...use.calls.map((call) => giveModel(module, call, deployment)),
  ];
  const preview = operation.v1 === 'preview' ? [requestConcern('preview-on-v1', path.operation)] : [];
  return {
    url,
    calls: use.calls,
    concerns: [...preview, ...parts.flatMap(({ concerns }) => concerns)],
    edits: parts.flatMap(({ edits }) => edits),
    removed: [...parts.flatMap(({ removed }) => removed), ...deployment.nodes],
  };
}

interface Part {
  readonly edits: readonly TextEdit[];
  readonly concerns: readonly Concern[];
  readonly removed: readonly TSESTree.Node[];
}

function moveUrl({ skeleton, path }: AzureUrl): Part {
  const edit = toV1Path(skeleton, path);
  return { edits: edit ? [edit] : [], concerns: edit ? [] : [requestConcern('operation')], removed: [] };
}

/** The version stands in the URL, in the client's query option, or in statements that extend the URL. */
function dropVersion(module: SourceModule, { skeleton, path }: AzureUrl, { calls, queryCalls }: UrlUse): Part {
  const parts: Part[] = [];
  const inUrl = readVersionParameter(skeleton, path.queryStart);
  if (inUrl) parts.push(partOf(module, inUrl.value, inUrl.edit ? [inUrl.edit] : undefined));
  for (const { statement, value } of queryCalls)
    parts.push(partOf(module, value, [removeStatement(module, statement)]));
  for (const { query } of calls) {
    const option = query && { name: 'params', property: query, value: query.value, object: queryOwner(query) };
    const { value, isEmpty, edits, concerns } = withoutVersion(module, option);
    if (!query || !value) continue;
    const whole = removeElements(module, queryOwner(query).properties, new Set([query]));
    parts.push({ edits: isEmpty ? whole : edits, concerns, removed: [isEmpty ? query : value] });
  }
  if (parts.length === 0) return { edits: [], concerns: [requestConcern('version-elsewhere')], removed: [] };
  return {
    edits: parts.flatMap(({ edits }) => edits),
    concerns: parts.flatMap(({ concerns }) => concerns),
    removed: parts.flatMap(({ removed }) => removed),
  };
}

function queryOwner(query: TSESTree.Property): TSESTree.ObjectExpression {
  const { parent } = query;
  if (parent.type !== 'ObjectExpression') throw new TypeError('An option stands in an object literal');
  return parent;
}

function partOf(module: SourceModule, value: TSESTree.Node | undefined, edits: readonly TextEdit[] | undefined): Part {
  const { concerns } = readApiVersion(module, value);
  return {
    edits: edits ?? [],
    concerns: edits ? concerns : [requestConcern('operation')],
    removed: value ? [value] : [],
  };
}

function giveModel(module: SourceModule, { node, body }: HttpCall, deployment: Deployment): Part {
  const line = String(node.loc.start.line);
  const unclear = { edits: [], concerns: [requestConcern('body-unclear', line)], removed: [] };
  if (!body) return unclear;
  const place = body.kind === 'json' ? body.value : body.form;
  if (
    deployment.nodes.some(
      (name) => portabilityOf(module, name, place) !== 'yes' || !isDeclaredBefore(module, name, place),
    )
  ) {
    return { edits: [], concerns: [requestConcern('deployment-unclear', line)], removed: [] };
  }
  if (body.kind === 'form') {
    const edits = addToForm(module, body.form, deployment);
    return edits ? { edits, concerns: [], removed: [] } : unclear;
  }
  const change = setModel(module, body.value, deployment, 'request');
  if (!change) return unclear;
  const lost = change.losses.map(() => requestConcern('model-call', line));
  return { edits: change.edits, concerns: [...bodyConcerns(module, body.value, line), ...lost], removed: [] };
}

function* bodyConcerns(module: SourceModule, body: TSESTree.Node, line: string): Generator<Concern> {
  const object = resolveObject(module, body);
  // `req.body` and its like: whoever called decides what is in it.
  if (unwrap(body).type === 'MemberExpression') yield requestConcern('forwarded-body', line);
  for (const { property } of retiredBodyProperties) {
    if (object && findProperty(object, property)) yield requestConcern('no-v1-form', property);
  }
}
