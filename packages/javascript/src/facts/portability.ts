import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../source-module.ts';
import { nodesOfType } from '../syntax/node-index.ts';
import { environmentVariable, writesEnvironment } from '../syntax/environment-read.ts';
import { classOfThis, closest, isFunction, staticName, unwrap, type ClassNode } from '../syntax/nodes.ts';
import { isPlainRead } from '../syntax/object-literal.ts';
import { constantInit, findVariable, isNeverReassigned, lookUpName, readsOf } from '../syntax/scope.ts';
import { walk } from '../syntax/walk.ts';

/**
 * Whether an expression means the same at another place of the file: `yes`, `call` where it does but runs a function
 * once more, `no` where it cannot be said.
 */
export type Portability = 'yes' | 'call' | 'no';

/** Judges whether a copy of an expression at `place` has the value that the expression has where it stands. */
export function portabilityOf(module: SourceModule, expression: TSESTree.Node, place: TSESTree.Node): Portability {
  const ask = (...nodes: TSESTree.Node[]) => worst(nodes.map((node) => portabilityOf(module, node, place)));
  const node = unwrap(expression);
  if (environmentVariable(module, node) !== undefined)
    return isSameEnvironment(module, node, place) && !writesEnvironment(module, node) ? 'yes' : 'no';
  switch (node.type) {
    case 'Literal':
      return 'yes';
    case 'TemplateLiteral':
      return ask(...node.expressions);
    case 'LogicalExpression':
    case 'BinaryExpression':
      return ask(node.left, node.right);
    case 'ConditionalExpression':
      return ask(node.test, node.consequent, node.alternate);
    case 'Identifier':
      return isSameBinding(module, node, place) ? 'yes' : 'no';
    case 'MemberExpression':
      return isStableMember(module, node, place) ? 'yes' : 'no';
    case 'CallExpression':
      return worst(['call', ask(...node.arguments), ofCallee(module, node.callee, place)]);
    default:
      return 'no';
  }
}

function worst(portabilities: readonly Portability[]): Portability {
  if (portabilities.includes('no')) return 'no';
  return portabilities.includes('call') ? 'call' : 'yes';
}

function ofCallee(module: SourceModule, callee: TSESTree.Node, place: TSESTree.Node): Portability {
  const node = unwrap(callee);
  return node.type === 'MemberExpression'
    ? portabilityOf(module, node.object, place)
    : portabilityOf(module, node, place);
}

/** `process` is another thing where a parameter or a variable has that name. */
function isSameEnvironment(module: SourceModule, expression: TSESTree.Node, place: TSESTree.Node): boolean {
  let owner = expression;
  while (owner.type === 'MemberExpression' || owner.type === 'CallExpression') {
    owner = unwrap(owner.type === 'MemberExpression' ? owner.object : owner.callee);
  }
  return owner.type !== 'Identifier' || lookUpName(module, place, owner.name) === findVariable(module, owner);
}

function isSameBinding(module: SourceModule, node: TSESTree.Identifier, place: TSESTree.Node): boolean {
  const variable = findVariable(module, node);
  if (!variable) return node.name === 'undefined' || node.name === 'String';
  return isNeverReassigned(variable) && lookUpName(module, place, node.name) === variable;
}

function isStableMember(module: SourceModule, node: TSESTree.MemberExpression, place: TSESTree.Node): boolean {
  const name = staticName(node);
  if (name === undefined) return false;
  const owner = unwrap(node.object);
  if (owner.type !== 'ThisExpression')
    return (
      portabilityOf(module, owner, place) === 'yes' &&
      !isAssigned(module, node, name) &&
      isPlainMember(module, owner, name)
    );
  const holder = classOfThis(node);
  return holder !== undefined && classOfThis(place) === holder && !isAssignedLater(module, holder, name);
}

/** An object of this file must keep its property: no accessor, and no other name or function that could change it. */
function isPlainMember(module: SourceModule, owner: TSESTree.Node, name: string): boolean {
  const variable = owner.type === 'Identifier' ? findVariable(module, owner) : undefined;
  const init = constantInit(variable);
  const object = init && unwrap(init);
  if (!variable || object?.type !== 'ObjectExpression') return true;
  const isAccessor = object.properties.some(
    (property) => property.type === 'Property' && property.kind !== 'init' && (staticName(property) ?? name) === name,
  );
  return !isAccessor && readsOf(variable).every(({ identifier }) => isPlainRead(identifier));
}

function isAssigned(module: SourceModule, member: TSESTree.MemberExpression, name: string): boolean {
  const text = module.text.slice(...unwrap(member.object).range);
  if (isAssignTarget(module, text)) return true;
  return nodesOfType(module, 'AssignmentExpression').some(
    ({ left }) =>
      left.type === 'MemberExpression' && staticName(left) === name && module.text.slice(...left.object.range) === text,
  );
}

/** `Object.assign(target, …)` may set anything. */
function isAssignTarget(module: SourceModule, text: string): boolean {
  return nodesOfType(module, 'CallExpression').some(({ callee, arguments: [target] }) => {
    if (callee.type !== 'MemberExpression' || staticName(callee) !== 'assign' || !target) return false;
    return module.text.slice(...target.range) === text;
  });
}

/** A field that only the constructor (or its initializer) sets keeps its value. */
function isAssignedLater(module: SourceModule, owner: TSESTree.Node, name: string): boolean {
  if (isAssignTarget(module, 'this')) return true;
  return nodesOfType(module, 'AssignmentExpression').some(({ left }) => {
    if (left.type !== 'MemberExpression' || staticName(left) !== name) return false;
    if (left.object.type !== 'ThisExpression') return true;
    const method = closest(left, (node): node is TSESTree.MethodDefinition => node.type === 'MethodDefinition');
    return classOfThis(left) === owner && method?.kind !== 'constructor';
  });
}

/** Tells whether a field of a class is set by one assignment of its constructor and by nothing else. */
export function isSetOnce(module: SourceModule, owner: ClassNode, name: string): boolean {
  const isDeclaredOtherwise = owner.body.body.some(
    (member) =>
      (member.type === 'MethodDefinition' && staticName(member) === name) ||
      (member.type === 'PropertyDefinition' && staticName(member) === name && (member.static || member.value !== null)),
  );
  const written = nodesOfType(module, 'AssignmentExpression').filter(
    ({ left }) => left.type === 'MemberExpression' && staticName(left) === name && classOfThis(left) === owner,
  );
  return !isDeclaredOtherwise && written.length === 1 && !isAssignedLater(module, owner, name);
}

/** Tells whether the names in an expression have their values by the time that `place` in the same function runs. */
export function isDeclaredBefore(module: SourceModule, expression: TSESTree.Node, place: TSESTree.Node): boolean {
  return [...walk(expression)].every((node) => {
    const declared = node.type === 'Identifier' ? findVariable(module, node)?.identifiers[0] : undefined;
    if (!declared || closest(declared.parent, isFunction) !== closest(place, isFunction)) return true;
    return declared.range[0] < place.range[0];
  });
}
