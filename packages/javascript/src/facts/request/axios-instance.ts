import type { TSESTree } from '@typescript-eslint/utils';
import type { Program } from '../../program/program.ts';
import type { SourceModule } from '../../source-module.ts';
import { moduleOf } from '../../syntax/module-of.ts';
import { staticName, unwrap } from '../../syntax/nodes.ts';
import { findProperty } from '../../syntax/object-literal.ts';
import type { Concern } from '../client/concern.ts';
import type { ClientCall } from '../flow/client-flow.ts';
import { trackClient } from '../flow/track-client.ts';
import { isAxios, readAxiosCall } from './http-call.ts';
import { requestConcern } from './request-concern.ts';
import { isShared, waysOut, type RequestUse } from './request-use.ts';

/** What becomes of an instance of axios. */
export interface AxiosInstance {
  readonly uses: readonly RequestUse[];
  readonly concerns: readonly Concern[];
  /** The parameters that all of its requests have. */
  readonly query: TSESTree.Property | undefined;
}

/** Options that change neither the URL nor the body of a request. */
const plainOptions: ReadonlySet<string> = new Set([
  'baseURL',
  'headers',
  'httpAgent',
  'httpsAgent',
  'maxBodyLength',
  'maxContentLength',
  'maxRedirects',
  'params',
  'proxy',
  'responseType',
  'timeout',
  'validateStatus',
]);

/** The instance that has a node as its `baseURL`. */
export function instanceWith(module: SourceModule, url: TSESTree.Node): TSESTree.CallExpression | undefined {
  const property = url.parent;
  if (property?.type !== 'Property' || property.value !== url || staticName(property) !== 'baseURL') return undefined;
  const call = property.parent.parent;
  if (call.type !== 'CallExpression' || call.arguments[0] !== property.parent) return undefined;
  const callee = unwrap(call.callee);
  const isCreate =
    callee.type === 'MemberExpression' && staticName(callee) === 'create' && isAxios(module, callee.object);
  return isCreate ? call : undefined;
}

/** Follows an instance through a program to its requests. */
export function trackInstance(program: Program, instance: TSESTree.CallExpression): AxiosInstance {
  const flow = trackClient(program, instance);
  const { holders, expressions } = flow;
  const direct = flow.directCalls.map((node): ClientCall => ({ node, path: [], passages: [], holders }));
  const uses: RequestUse[] = [];
  const concerns: Concern[] = [];
  const note = (concern: Concern | undefined) => concern && concerns.push(concern);
  for (const called of [...flow.calls, ...direct]) {
    const [method, kind] = called.path;
    if (method === 'interceptors') {
      note(kind === 'response' ? undefined : requestConcern('axios-interceptor'));
      continue;
    }
    const call = called.path.length < 2 ? readAxiosCall(moduleOf(called.node), called.node, method) : undefined;
    if (call) uses.push({ call, passages: called.passages, holders: called.holders });
    else note(requestConcern('axios-use', called.path.join('.') || 'itself'));
  }
  for (const name of flow.members) if (!usedMembers.has(name)) note(requestConcern('axios-use', name));
  const ways = waysOut(flow);
  if (ways.length > 0) note(requestConcern('request-unseen', ways.join(', ')));
  if (flow.doubts.length > 0) note(requestConcern('request-doubt', [...new Set(flow.doubts)].join(', ')));
  if (uses.some((use) => isShared(program, use, expressions))) note(requestConcern('axios-use', 'one of several'));
  const options = optionsOf(instance);
  return {
    uses,
    concerns: [...concerns, ...optionConcerns(options)],
    query: options && findProperty(options, 'params'),
  };
}

const usedMembers: ReadonlySet<string> = new Set(['interceptors', 'patch', 'post', 'put', 'request']);

function optionsOf({ arguments: [options] }: TSESTree.CallExpression): TSESTree.ObjectExpression | undefined {
  return options?.type === 'ObjectExpression' ? options : undefined;
}

function* optionConcerns(options: TSESTree.ObjectExpression | undefined): Generator<Concern> {
  for (const property of options?.properties ?? []) {
    const name = property.type === 'Property' ? staticName(property) : undefined;
    if (name === undefined) yield requestConcern('axios-options');
    else if (!plainOptions.has(name)) yield requestConcern('axios-option', name);
  }
}
