import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../../source-module.ts';
import { isFunction, unwrap } from '../../syntax/nodes.ts';
import { resolveObject } from '../../syntax/object-literal.ts';
import { constantInit, findVariable } from '../../syntax/scope.ts';
import { walk } from '../../syntax/walk.ts';

/**
 * The object literals that a factory may return as the exports of a module; undefined where one of its results is not
 * written out.
 */
export function factoryExports(
  module: SourceModule,
  factory: TSESTree.Node,
): readonly TSESTree.ObjectExpression[] | undefined {
  const made = functionOf(module, factory);
  if (!made?.body) return undefined;
  const results = made.body.type === 'BlockStatement' ? returnedBy(made.body) : [made.body];
  const objects = results.map((result) => exportsObject(module, result));
  return objects.length > 0 && objects.every((object) => object !== undefined) ? objects : undefined;
}

/** The literal that an expression is, or that a constant of the file holds. */
export function exportsObject(module: SourceModule, expression: TSESTree.Node): TSESTree.ObjectExpression | undefined {
  const node = unwrap(expression);
  if (node.type === 'AwaitExpression') return exportsObject(module, node.argument);
  return resolveObject(module, node) ?? constantObject(module, node);
}

/** A constant whose object a test passes on as a whole keeps the names that it was made with. */
function constantObject(module: SourceModule, node: TSESTree.Node): TSESTree.ObjectExpression | undefined {
  const init = node.type === 'Identifier' ? constantInit(findVariable(module, node)) : undefined;
  const value = init && unwrap(init);
  return value?.type === 'ObjectExpression' ? value : undefined;
}

function functionOf(module: SourceModule, expression: TSESTree.Node) {
  const node = unwrap(expression);
  if (isFunction(node)) return node;
  const variable = node.type === 'Identifier' ? findVariable(module, node) : undefined;
  const declared = constantInit(variable) ?? variable?.defs[0]?.node;
  return declared && isFunction(declared) ? declared : undefined;
}

function returnedBy(body: TSESTree.BlockStatement): readonly TSESTree.Node[] {
  return [...walk(body, isFunction)].flatMap((node) =>
    node.type === 'ReturnStatement' && node.argument ? [node.argument] : [],
  );
}
