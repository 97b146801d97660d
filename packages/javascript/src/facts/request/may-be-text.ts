import type { TSESTree } from '@typescript-eslint/utils';
import type { Program } from '../../program/program.ts';
import { resolveValue } from '../../program/resolve-value.ts';
import { moduleOf } from '../../syntax/module-of.ts';
import { isFunction, staticName, unwrap } from '../../syntax/nodes.ts';
import { findVariable } from '../../syntax/scope.ts';
import { callersOf } from '../flow/callers.ts';
import { certaintyOf } from '../string-certainty.ts';

/** Tells whether some caller is seen to pass a text as a body: spread into an object, it would fall into its letters. */
export function mayBeText(program: Program, body: TSESTree.Node): boolean {
  const node = unwrap(body);
  const variable = node.type === 'Identifier' ? findVariable(moduleOf(node), node) : undefined;
  const definition = variable?.defs[0];
  const of: TSESTree.Node | undefined = definition?.type === 'Parameter' ? definition.node : undefined;
  if (!variable || !of || !isFunction(of)) return isText(program, node);
  const index = of.params.findIndex((parameter) => parameter === variable.identifiers[0]);
  return callersOf(program, of).calls.some((call) => {
    const argument = call.arguments[index];
    return argument !== undefined && isText(program, argument);
  });
}

function isText(program: Program, expression: TSESTree.Node): boolean {
  const value = resolveValue(program, expression);
  if (value.type === 'CallExpression' && value.callee.type === 'MemberExpression')
    return staticName(value.callee) === 'stringify';
  return certaintyOf(moduleOf(value), value) !== 'unknown';
}
