import type { TSESTree } from '@typescript-eslint/utils';
import type { Program } from '../../program/program.ts';
import { moduleOf } from '../../syntax/module-of.ts';
import { staticName, unwrap } from '../../syntax/nodes.ts';
import { findVariable } from '../../syntax/scope.ts';
import { trackValue } from '../flow/track-client.ts';
import type { State, Tracker } from '../flow/tracker.ts';
import { instanceWith } from './axios-instance.ts';
import { callWith, isLogged, queryCall, type UrlUse } from './find-request.ts';
import { readHttpCall } from './http-call.ts';
import { isShared, waysOut, type RequestUse } from './request-use.ts';

/** An instance of axios and the way on which its base came to it. */
export interface InstanceUse extends Pick<RequestUse, 'passages' | 'holders'> {
  readonly node: TSESTree.CallExpression;
}

/** What becomes of a URL in a program. */
export interface UrlFlow extends Pick<UrlUse, 'queryCalls'> {
  readonly uses: readonly RequestUse[];
  /** Instances of axios that have it as their base. */
  readonly instances: readonly InstanceUse[];
  /** How it leaves what is seen. */
  readonly escapes: readonly string[];
  readonly doubts: readonly string[];
  /** A request or an instance that may be made with another URL as well. */
  readonly shared: TSESTree.Node | undefined;
}

/** Follows a URL through a program to the requests that are made with it. */
export function trackUrl(program: Program, origin: TSESTree.Node): UrlFlow {
  const uses: RequestUse[] = [];
  const instances: InstanceUse[] = [];
  const queryCalls: UrlUse['queryCalls'][number][] = [];
  const flow = trackValue(program, origin, (state, tracker) => {
    const { node, path, passages, holders } = state;
    if (isLogged(node)) return true;
    const call = requestWith(state, tracker);
    const instance = state.slots.length + path.length === 0 ? instanceWith(moduleOf(node), node) : undefined;
    if (call) uses.push({ call, passages, holders });
    if (instance) instances.push({ node: instance, passages, holders });
    if (call ?? instance) return true;
    if (state.slots.length > 0) return false;
    const query = path.length === 0 ? queryCall(node) : undefined;
    if (!query) return path.length > 0 ? takePart(state, tracker) : takeWhole(state, tracker);
    if (query.value) queryCalls.push({ statement: query.statement, value: query.value });
    return true;
  });
  const { doubts, expressions } = flow;
  const all = [...uses.map(({ call, holders }) => ({ node: call.node, holders })), ...instances];
  const shared = all.find((use) => isShared(program, use, expressions))?.node;
  return { uses, instances, queryCalls, escapes: waysOut(flow), doubts, shared };
}

/** The request whose URL a place of the value is, or whose options hold it. */
function requestWith({ node, path, slots: [slot, ...others] }: State, { flow }: Tracker) {
  if (path.length > 0) return undefined;
  const module = moduleOf(node);
  if (!slot) return callWith(module, node);
  if (others.length > 0 || slot.kind !== 'property' || slot.name !== 'url') return undefined;
  const call = node.parent && readHttpCall(module, node.parent);
  return call && flow.expressions.has(call.url) ? call : undefined;
}

/** `url.href` and `url.toString()` are the URL; what else is taken of it says nothing of requests. */
function takePart(state: State, tracker: Tracker): boolean {
  const { node, path } = state;
  const [name = ''] = path;
  const { parent } = node;
  if (path.length > 1) return true;
  if (name === 'href') tracker.add({ ...state, path: [] });
  else if (name === 'toString' && parent?.type === 'CallExpression' && parent.callee === node)
    tracker.add({ ...state, node: parent, path: [] });
  else tracker.escape(`\`${name}\` of it is used`, state);
  return true;
}

function takeWhole(state: State, tracker: Tracker): boolean {
  const { node } = state;
  const { parent } = node;
  const taken = parent?.type === 'MemberExpression' && parent.object === node ? staticName(parent) : undefined;
  // What has no request of its own is a defect of the URL's, not of what follows it.
  if (taken !== undefined) return false;
  if (parent?.type === 'NewExpression' && parent.arguments[0] === node && isUrlClass(parent)) {
    tracker.add({ ...state, node: parent });
    return true;
  }
  if (parent?.type === 'TemplateLiteral' || parent?.type === 'BinaryExpression') {
    tracker.escape('it is joined with other text or compared with it', state);
    return true;
  }
  return false;
}

function isUrlClass({ callee }: TSESTree.NewExpression): boolean {
  const name = unwrap(callee);
  return name.type === 'Identifier' && name.name === 'URL' && !findVariable(moduleOf(name), name);
}
