import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../../source-module.ts';
import { isFunction, staticName, unwrap } from '../../syntax/nodes.ts';
import { findVariable, readsOf } from '../../syntax/scope.ts';
import { constantSource } from '../../syntax/static-string.ts';

/** Whether a client's `fetch` is a function of this file that does more with a request than pass it on. */
export function looksAtRequest(module: SourceModule, value: TSESTree.Node): boolean {
  const node = unwrap(constantSource(module, value) ?? value);
  const declared = node.type === 'Identifier' ? findVariable(module, node)?.defs[0]?.node : node;
  if (!declared || !isFunction(declared)) return false;
  return !declared.params.every((parameter) => isPassedOn(module, parameter));
}

function isPassedOn(module: SourceModule, parameter: TSESTree.Parameter): boolean {
  const target = parameter.type === 'RestElement' ? parameter.argument : parameter;
  const variable = target.type === 'Identifier' ? findVariable(module, target) : undefined;
  return variable !== undefined && readsOf(variable).every(({ identifier }) => goesToFetch(identifier));
}

/** `fetch(url, init)`, `fetch(...request)`, `fetch(url, { ...init, dispatcher })` */
function goesToFetch(node: TSESTree.Node): boolean {
  const { parent } = node;
  if (parent?.type === 'SpreadElement') return goesToFetch(parent);
  if (parent?.type === 'ObjectExpression') return node.type === 'SpreadElement' && goesToFetch(parent);
  if (parent?.type !== 'CallExpression' || parent.callee === node) return false;
  const callee = unwrap(parent.callee);
  const name = callee.type === 'Identifier' ? callee.name : callee.type === 'MemberExpression' && staticName(callee);
  return typeof name === 'string' && /fetch$/i.test(name);
}
