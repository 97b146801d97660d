import type { TSESTree } from '@typescript-eslint/utils';
import { environmentVariable } from '../../syntax/environment-read.ts';
import { moduleOf } from '../../syntax/module-of.ts';
import { encloses, staticName, type FunctionNode } from '../../syntax/nodes.ts';
import { findVariable, isNeverReassigned } from '../../syntax/scope.ts';
import { walk } from '../../syntax/walk.ts';
import { stringMethods } from '../string-certainty.ts';

const acting: ReadonlySet<string> = new Set([
  'AssignmentExpression',
  'AwaitExpression',
  'UpdateExpression',
  'YieldExpression',
  'TaggedTemplateExpression',
  'ThisExpression',
  'ImportExpression',
]);

/** Names of the runtime that give the same answer each time. */
const harmless: ReadonlySet<string> = new Set(['process', 'Error', 'TypeError', 'String', 'undefined', 'Deno', 'Bun']);

/**
 * Tells whether a function only looks things up, so that equal arguments give equal results: it reads the environment, its
 * parameters and constants, and may throw.
 */
export function isLookUp(of: FunctionNode): boolean {
  const module = moduleOf(of);
  return [...walk(of.body)].every((node) => {
    if (acting.has(node.type)) return false;
    if (node.type === 'CallExpression') return environmentVariable(module, node) !== undefined || isStringCall(node);
    if (node.type !== 'Identifier' || isKey(node)) return true;
    const variable = findVariable(module, node);
    if (!variable) return harmless.has(node.name);
    const [declared] = variable.identifiers;
    return (declared !== undefined && encloses(of, declared)) || isNeverReassigned(variable);
  });
}

function isStringCall({ callee }: TSESTree.CallExpression): boolean {
  if (callee.type === 'Identifier') return callee.name === 'String';
  return callee.type === 'MemberExpression' && stringMethods.has(staticName(callee) ?? '');
}

/** A name that is written and not looked up. */
function isKey(node: TSESTree.Identifier): boolean {
  const { parent } = node;
  if (parent.type === 'MemberExpression') return parent.property === node && !parent.computed;
  return parent.type === 'Property' && parent.key === node && !parent.computed && !parent.shorthand;
}
