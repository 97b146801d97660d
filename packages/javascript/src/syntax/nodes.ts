import type { TextRange } from '@azure-openai-v1/core';
import type { TSESTree } from '@typescript-eslint/utils';

/** A function of any form. */
export type FunctionNode =
  TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression;

/** A class of any form. */
export type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

/** The place of a node in the text. */
export function rangeOf(node: TSESTree.Node): TextRange {
  return { start: node.range[0], end: node.range[1] };
}

/** Takes off what changes only the type or the grouping: casts, `!`, `satisfies`, optional chains. */
export function unwrap(node: TSESTree.Node): TSESTree.Node {
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSTypeAssertion':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'ChainExpression':
      return unwrap(node.expression);
    default:
      return node;
  }
}

/** The string that a node is, when it is a string literal or a template without holes. */
export function literalText(node: TSESTree.Node): string | undefined {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type === 'TemplateLiteral' && node.expressions.length === 0)
    return node.quasis[0]?.value.cooked ?? undefined;
  return undefined;
}

/** The name that a key or a member access spells out, when it is not computed at run time. */
export function staticName(
  node: TSESTree.MemberExpression | TSESTree.Property | TSESTree.PropertyDefinition | TSESTree.MethodDefinition,
): string | undefined {
  const key = node.type === 'MemberExpression' ? node.property : node.key;
  if (key.type === 'PrivateIdentifier') return `#${key.name}`;
  if (!node.computed && key.type === 'Identifier') return key.name;
  return literalText(key);
}

/** The nearest node around `node` (or itself) for which `accepts` holds. */
export function closest<Found extends TSESTree.Node>(
  node: TSESTree.Node | undefined,
  accepts: (candidate: TSESTree.Node) => candidate is Found,
): Found | undefined {
  for (let current = node; current !== undefined; current = parentOf(current)) if (accepts(current)) return current;
  return undefined;
}

/** The node around a node; ESLint gives the program a parent that is null, whatever its types say. */
export function parentOf(node: TSESTree.Node): TSESTree.Node | undefined {
  return node.parent ?? undefined;
}

/** Tells whether a node is a function of any form. */
export function isFunction(node: TSESTree.Node): node is FunctionNode {
  return (
    node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression'
  );
}

/** Tells whether a node is a class of any form. */
export function isClass(node: TSESTree.Node): node is ClassNode {
  return node.type === 'ClassDeclaration' || node.type === 'ClassExpression';
}

/** The class whose `this` a node sees, or undefined where `this` is something else. */
export function classOfThis(node: TSESTree.Node): ClassNode | undefined {
  for (let current: TSESTree.Node | undefined = node; current !== undefined; current = parentOf(current)) {
    if (isClass(current)) return current;
    const owner: TSESTree.Node | undefined = current.parent;
    if ((current.type === 'FunctionExpression' && !isMember(owner)) || current.type === 'FunctionDeclaration')
      return undefined;
    if (isMember(owner) && owner.static) return undefined;
  }
  return undefined;
}

function isMember(node: TSESTree.Node | undefined): node is TSESTree.MethodDefinition | TSESTree.PropertyDefinition {
  return node?.type === 'MethodDefinition' || node?.type === 'PropertyDefinition';
}

/** Tells whether `outer` contains `inner` or is it. */
export function encloses(outer: TSESTree.Node, inner: TSESTree.Node): boolean {
  return outer.range[0] <= inner.range[0] && inner.range[1] <= outer.range[1];
}
