import type { TSESTree } from '@typescript-eslint/utils';
import type { Program } from '../../program/program.ts';
import { sourceOf } from '../../syntax/layout.ts';
import { moduleOf } from '../../syntax/module-of.ts';
import { classOfThis, closest, isClass, isFunction, staticName, unwrap, type ClassNode } from '../../syntax/nodes.ts';
import { findVariable, isNeverReassigned } from '../../syntax/scope.ts';
import type { Holder } from '../flow/holder.ts';
import { accessibilityOf } from '../flow/members.ts';
import { isSetOnce, portabilityOf } from '../portability.ts';
import { isSetByOthers } from './spell-name.ts';

/**
 * Spells a field of the object that keeps a client where the client is taken from that object: beside
 * `service.client.chat…` the field `this.deployment` of its class is `service.deployment`.
 */
export function spellThroughObject(
  program: Program,
  node: TSESTree.Node,
  { callee }: TSESTree.CallExpression,
  holders: readonly Holder[],
): string | undefined {
  const field = fieldOf(unwrap(node));
  if (!field || !isOpen(field) || isSetByOthers(program, field.owner, field.name)) return undefined;
  const members = holders.flatMap((holder) =>
    holder.kind === 'field' && holder.owner === field.owner ? [holder.name] : [],
  );
  const taken = objectBefore(callee, new Set(members));
  if (!taken) return undefined;
  const beside = taken.pattern && nameIn(taken.pattern, field.name);
  if (beside !== undefined) return beside;
  return isRepeatable(taken.object) ? `${sourceOf(moduleOf(taken.object), taken.object)}.${field.name}` : undefined;
}

/** The object that a client is taken from, and the pattern that takes it, where one does. */
interface Taken {
  readonly object: TSESTree.Node;
  readonly pattern?: TSESTree.ObjectPattern;
}

/** The constant that a pattern makes of a property. */
function nameIn({ properties }: TSESTree.ObjectPattern, name: string): string | undefined {
  const property = properties.find((candidate) => candidate.type === 'Property' && staticName(candidate) === name);
  return property?.type === 'Property' && property.value.type === 'Identifier' ? property.value.name : undefined;
}

interface Field {
  readonly owner: ClassNode;
  readonly name: string;
}

/** The field that an expression reads, or that keeps the parameter of the constructor that it names. */
function fieldOf(node: TSESTree.Node): Field | undefined {
  const owner = closest(node, isClass);
  if (!owner) return undefined;
  if (node.type === 'MemberExpression') {
    const name = staticName(node);
    // What sets the field later would change the deployment of later calls.
    if (portabilityOf(moduleOf(node), node, node) === 'no') return undefined;
    return node.object.type === 'ThisExpression' && classOfThis(node) === owner && name !== undefined
      ? { owner, name }
      : undefined;
  }
  const variable = node.type === 'Identifier' ? findVariable(moduleOf(node), node) : undefined;
  const [identifier] = variable?.identifiers ?? [];
  if (!variable || !identifier || !isNeverReassigned(variable)) return undefined;
  const builder = closest(identifier.parent, isFunction)?.parent;
  if (builder?.type !== 'MethodDefinition' || builder.kind !== 'constructor') return undefined;
  if (identifier.parent.type === 'TSParameterProperty') return { owner, name: variable.name };
  const names = variable.references.flatMap(({ identifier: { parent } }) =>
    parent.type === 'AssignmentExpression' && parent.left.type === 'MemberExpression' ? [staticName(parent.left)] : [],
  );
  const [name] = names;
  return names.length === 1 && name !== undefined && isSetOnce(moduleOf(owner), owner, name)
    ? { owner, name }
    : undefined;
}

function isOpen({ owner, name }: Field): boolean {
  const accessibility = accessibilityOf(owner, name);
  return !name.startsWith('#') && accessibility !== 'private' && accessibility !== 'protected';
}

/** The object in front of one of the members, in a chain of members and calls. */
function objectBefore(callee: TSESTree.Node, members: ReadonlySet<string>): Taken | undefined {
  let node = unwrap(callee);
  for (;;) {
    if (node.type === 'CallExpression') node = unwrap(node.callee);
    else if (node.type === 'AwaitExpression') node = unwrap(node.argument);
    else if (node.type === 'Identifier') return takenApart(node, members);
    else if (node.type !== 'MemberExpression') return undefined;
    else if (members.has(staticName(node) ?? '')) return { object: unwrap(node.object) };
    else node = unwrap(node.object);
  }
}

/** `const { client } = service` */
function takenApart(node: TSESTree.Identifier, members: ReadonlySet<string>): Taken | undefined {
  const variable = findVariable(moduleOf(node), node);
  const declarator = variable?.defs[0]?.node;
  if (!variable || !isNeverReassigned(variable) || declarator?.type !== 'VariableDeclarator') return undefined;
  if (declarator.id.type !== 'ObjectPattern' || !declarator.init || declarator.parent.kind !== 'const')
    return undefined;
  const isTaken = [...members].some((member) => nameIn(declarator.id as TSESTree.ObjectPattern, member) === node.name);
  return isTaken ? { object: unwrap(declarator.init), pattern: declarator.id } : undefined;
}

function isRepeatable(node: TSESTree.Node): boolean {
  if (node.type === 'MemberExpression') return !node.computed && !node.optional && isRepeatable(node.object);
  return node.type === 'Identifier' || node.type === 'ThisExpression';
}
