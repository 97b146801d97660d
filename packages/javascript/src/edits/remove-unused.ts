import type { TextEdit } from '@azure-openai-v1/core';
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../source-module.ts';
import { environmentVariable } from '../syntax/environment-read.ts';
import { hasComment } from '../syntax/layout.ts';
import { literalText, staticName, unwrap } from '../syntax/nodes.ts';
import { findVariable, isNeverReassigned, type Variable } from '../syntax/scope.ts';
import { walk } from '../syntax/walk.ts';
import { removeSpecifiers } from './import-plan.ts';
import { removeFromPattern, removeStatement } from './remove-statement.ts';
import { removeElements } from './list-edits.ts';

/**
 * Removes the constants that served only expressions which are removed, and what served only them in turn.
 *
 * @param removed the expressions that go, wherever they stand
 * @param isNeeded tells whether new code uses a name
 */
export function removeUnused(
  module: SourceModule,
  removed: readonly TSESTree.Node[],
  isNeeded: (variable: Variable) => boolean,
): readonly TextEdit[] {
  const gone: TSESTree.Node[] = [...removed];
  const doomed = new Set<Variable>();
  const pending = [...removed];
  for (let node = pending.pop(); node; node = pending.pop()) {
    for (const variable of variablesIn(module, node)) {
      if (doomed.has(variable) || isNeeded(variable) || !isRemovable(module, variable)) continue;
      if (!variable.references.every(({ identifier, init }) => init === true || isWithin(gone, identifier))) continue;
      doomed.add(variable);
      const declared = initOf(variable);
      if (!declared) continue;
      gone.push(declared);
      pending.push(declared);
    }
  }
  return removeDeclarations(module, doomed);
}

function* variablesIn(module: SourceModule, node: TSESTree.Node): Generator<Variable> {
  for (const child of walk(node)) {
    const variable = child.type === 'Identifier' ? findVariable(module, child) : undefined;
    if (variable) yield variable;
  }
}

function isWithin(nodes: readonly TSESTree.Node[], { range }: TSESTree.Node): boolean {
  return nodes.some((node) => node.range[0] <= range[0] && range[1] <= node.range[1]);
}

function initOf(variable: Variable): TSESTree.Node | undefined {
  const declarator = variable.defs[0]?.node;
  return declarator?.type === 'VariableDeclarator' && declarator.id.type === 'Identifier'
    ? (declarator.init ?? undefined)
    : undefined;
}

/** A plain declaration that nothing exports, whose value is made without any effect. */
function isRemovable(module: SourceModule, variable: Variable): boolean {
  if (variable.defs[0]?.type === 'ImportBinding') return variable.defs[0].node.type === 'ImportSpecifier';
  const declarator = variable.defs[0]?.node;
  if (declarator?.type !== 'VariableDeclarator' || !isNeverReassigned(variable)) return false;
  const statement = declarator.parent;
  if (!/^(?:Program|BlockStatement)$/.test(statement.parent.type) || hasComment(module, ...declarator.range))
    return false;
  if (!declarator.init || !isEffectless(module, declarator.init)) return false;
  if (declarator.id.type === 'Identifier') return true;
  return declarator.id.type === 'ObjectPattern' && patternProperty(variable, declarator.id) !== undefined;
}

/** Taking a name out of a pattern is harmless unless a rest element would then catch it. */
function patternProperty(variable: Variable, pattern: TSESTree.ObjectPattern): TSESTree.Property | undefined {
  if (pattern.properties.some(({ type }) => type === 'RestElement')) return undefined;
  return pattern.properties.find(
    (property): property is TSESTree.Property =>
      property.type === 'Property' &&
      property.value.type === 'Identifier' &&
      property.value.name === variable.name &&
      staticName(property) !== undefined,
  );
}

function isEffectless(module: SourceModule, expression: TSESTree.Node): boolean {
  const ask = (part: TSESTree.Node) => isEffectless(module, part);
  const node = unwrap(expression);
  if (literalText(node) !== undefined || environmentVariable(module, node) !== undefined) return true;
  switch (node.type) {
    case 'Literal':
    case 'Identifier':
    case 'MetaProperty':
      return true;
    case 'MemberExpression':
      return ask(node.object);
    case 'LogicalExpression':
    case 'BinaryExpression':
      return ask(node.left) && ask(node.right);
    case 'ConditionalExpression':
      return [node.test, node.consequent, node.alternate].every(ask);
    case 'TemplateLiteral':
      return node.expressions.every(ask);
    default:
      return false;
  }
}

function removeDeclarations(module: SourceModule, doomed: ReadonlySet<Variable>): readonly TextEdit[] {
  const lists = new Map<TSESTree.Node, Set<TSESTree.Node>>();
  const mark = (list: TSESTree.Node, element: TSESTree.Node) =>
    lists.set(list, (lists.get(list) ?? new Set()).add(element));
  for (const variable of doomed) {
    const declarator = variable.defs[0]?.node;
    if (declarator?.type === 'ImportSpecifier') mark(declarator.parent, declarator);
    if (declarator?.type !== 'VariableDeclarator') continue;
    const property = declarator.id.type === 'ObjectPattern' ? patternProperty(variable, declarator.id) : undefined;
    if (property) mark(declarator.id, property);
    else mark(declarator.parent, declarator);
  }
  return [...lists].flatMap(([list, elements]) => removeFromList(module, list, elements));
}

function removeFromList(
  module: SourceModule,
  list: TSESTree.Node,
  elements: ReadonlySet<TSESTree.Node>,
): readonly TextEdit[] {
  if (list.type === 'VariableDeclaration') {
    if (elements.size === list.declarations.length) return [removeStatement(module, list)];
    return removeElements(module, list.declarations, elements);
  }
  if (list.type === 'ImportDeclaration') return removeSpecifiers(module, list, elements);
  if (list.type !== 'ObjectPattern') return [];
  return removeFromPattern(module, list, elements);
}
