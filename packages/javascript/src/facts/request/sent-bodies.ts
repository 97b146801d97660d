import type { TSESTree } from '@typescript-eslint/utils';
import type { Program } from '../../program/program.ts';
import { moduleOf } from '../../syntax/module-of.ts';
import { unwrap } from '../../syntax/nodes.ts';
import { findVariable, isNeverReassigned, readsOf } from '../../syntax/scope.ts';
import { callersOf } from '../flow/callers.ts';
import { isFunction } from '../../syntax/nodes.ts';
import { readBody, type HttpBody } from './http-body.ts';
import type { RequestUse } from './request-use.ts';

/** A body that a request sends, where it is made. */
export interface SentBody {
  readonly body: HttpBody;
  /** The request, or the call that passes the body to the function which makes it. */
  readonly place: TSESTree.Node;
  readonly use: RequestUse;
}

/** More functions around a request than real code has. */
const maximumDepth = 3;

/** The bodies that a request can send: its own, or those that all callers of its function pass; none where one is not seen. */
export function sentBodies(program: Program, use: RequestUse): readonly SentBody[] {
  const { body, given, node } = use.call;
  if (body) return [{ body, place: node, use }];
  return given ? passedBodies(program, use, given.node, given.isObject, 0) : [];
}

function passedBodies(
  program: Program,
  use: RequestUse,
  given: TSESTree.Node,
  isObject: boolean,
  depth: number,
): readonly SentBody[] {
  const node = unwrap(given);
  const variable = node.type === 'Identifier' ? findVariable(moduleOf(node), node) : undefined;
  const definition = variable?.defs[0];
  if (!variable || definition?.type !== 'Parameter' || !isNeverReassigned(variable)) return [];
  const of: TSESTree.Node = definition.node;
  // What else reads the body would see its model.
  if (!isFunction(of) || readsOf(variable).length !== 1 || depth > maximumDepth) return [];
  const index = of.params.findIndex((parameter) => parameter === variable.identifiers[0]);
  const { calls, isComplete } = callersOf(program, of);
  if (index === -1 || !isComplete) return [];
  const passed = calls.map((call): readonly SentBody[] => {
    const argument = call.arguments[index];
    if (!argument || call.type !== 'CallExpression') return [];
    if (call.arguments.slice(0, index + 1).some(({ type }) => type === 'SpreadElement')) return [];
    const through: RequestUse = { ...use, passages: [...use.passages, { of, call, isMemoized: false }] };
    const body = readBody(moduleOf(argument), argument, isObject);
    return body ? [{ body, place: call, use: through }] : passedBodies(program, through, argument, isObject, depth + 1);
  });
  return passed.every((bodies) => bodies.length > 0) ? passed.flat() : [];
}
