import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../../source-module.ts';
import { nodesOfType } from '../../syntax/node-index.ts';
import {
  classOfThis,
  closest,
  encloses,
  staticName,
  unwrap,
  type ClassNode,
  type FunctionNode,
} from '../../syntax/nodes.ts';
import { findVariable, readsOf, type Variable } from '../../syntax/scope.ts';

/** Something that keeps a client for later or hands it on. */
export type Holder =
  | { readonly kind: 'variable'; readonly variable: Variable }
  | { readonly kind: 'field'; readonly owner: ClassNode; readonly name: string }
  | { readonly kind: 'function'; readonly of: FunctionNode }
  | { readonly kind: 'parameter'; readonly variable: Variable; readonly of: FunctionNode }
  | { readonly kind: 'branch'; readonly node: TSESTree.ConditionalExpression | TSESTree.LogicalExpression };

/** The expressions that have the holder's value, and how else it leaves the file, if it does. */
export interface Uses {
  readonly reads: readonly TSESTree.Node[];
  readonly escapes: readonly string[];
}

/** Finds the expressions that take a client out of a variable or a parameter. */
export function usesOfVariable(variable: Variable): Uses {
  const declaration = variable.defs[0]?.node;
  const statement = declaration?.type === 'VariableDeclarator' ? declaration.parent : undefined;
  const isExported = statement?.parent.type === 'ExportNamedDeclaration';
  return {
    reads: readsOf(variable).map(({ identifier }) => identifier),
    escapes: isExported ? ['it is exported'] : [],
  };
}

/** Finds `this.name` in a class, and what else reaches the field. */
export function usesOfField(module: SourceModule, owner: ClassNode, name: string): Uses {
  const reads: TSESTree.Node[] = [];
  const escapes: string[] = [];
  for (const member of nodesOfType(module, 'MemberExpression')) {
    const isThis = isThisOf(member.object, owner);
    if (isThis && staticName(member) === undefined) escapes.push('a field is read by a computed name');
    if (staticName(member) !== name) continue;
    if (isThis) {
      if (!isWritten(member)) reads.push(member);
    } else if (!name.startsWith('#') && mayBeInstance(module, member.object, owner)) {
      escapes.push(`\`.${name}\` is read elsewhere in the file`);
    }
  }
  return { reads, escapes: [...escapes, ...takenFromThis(module, owner, name)] };
}

function isThisOf(object: TSESTree.Node, owner: ClassNode): boolean {
  const node = unwrap(object);
  return node.type === 'ThisExpression' && classOfThis(node) === owner;
}

/** `const { client } = this` and `{ ...this }` take the field without naming it as a member. */
function takenFromThis(module: SourceModule, owner: ClassNode, name: string): readonly string[] {
  const isTaken = nodesOfType(module, 'ThisExpression').some((node) => {
    if (classOfThis(node) !== owner) return false;
    const { parent } = node;
    if (parent.type === 'SpreadElement') return true;
    const pattern =
      parent.type === 'VariableDeclarator'
        ? parent.id
        : parent.type === 'AssignmentExpression'
          ? parent.left
          : undefined;
    if (pattern?.type === 'Identifier') return true;
    if (pattern?.type !== 'ObjectPattern') return false;
    return pattern.properties.some(
      (property) => property.type === 'RestElement' || (staticName(property) ?? name) === name,
    );
  });
  return isTaken ? [`\`${name}\` is taken out of \`this\` without being named`] : [];
}

function isWritten(node: TSESTree.MemberExpression): boolean {
  return node.parent.type === 'AssignmentExpression' && node.parent.left === node && node.parent.operator === '=';
}

/** Imports, `this` of an unrelated class and globals are no instances of a class of this file. */
function mayBeInstance(module: SourceModule, object: TSESTree.Node, owner: ClassNode): boolean {
  const node = unwrap(object);
  if (node.type === 'ThisExpression') return mayInherit(module, classOfThis(node), owner);
  if (node.type !== 'Identifier') return true;
  const definition = findVariable(module, node)?.defs[0];
  return definition !== undefined && definition.type !== 'ImportBinding';
}

/** Where `this` belongs to no class, it may belong to any. */
function mayInherit(module: SourceModule, heir: ClassNode | undefined, owner: ClassNode): boolean {
  if (!heir) return true;
  if (!heir.superClass) return false;
  const parent = unwrap(heir.superClass);
  const declared = parent.type === 'Identifier' ? findVariable(module, parent)?.defs[0]?.node : undefined;
  if (declared === owner) return true;
  return declared?.type === 'ClassDeclaration' ? mayInherit(module, declared, owner) : parent.type !== 'Identifier';
}

/** Finds the calls of a function whose result they have; a getter is read instead. */
export function usesOfFunction(module: SourceModule, of: FunctionNode): Uses {
  const { parent } = of;
  if (parent.type === 'MethodDefinition' || parent.type === 'PropertyDefinition') return usesOfMethod(module, parent);
  const variable = bindingOf(module, of);
  if (!variable) return { reads: [], escapes: ['it is returned from a function whose calls cannot be followed'] };
  const { reads, escapes } = usesOfVariable(variable);
  const exported = isExportedFunction(of)
    ? ['it is returned from an exported function']
    : escapes.map(() => 'it is returned from an exported function');
  return callsOf(reads, exported);
}

/** A function's result is where it is called; wherever else the function goes, its result may come from there. */
function callsOf(reads: readonly TSESTree.Node[], escapes: readonly string[]): Uses {
  const calls: TSESTree.Node[] = [];
  const others: string[] = [];
  for (const read of reads) {
    const { parent } = read;
    if (parent?.type === 'CallExpression' && parent.callee === read) calls.push(parent);
    else if (parent?.type === 'ExportSpecifier') others.push('it is returned from an exported function');
    else others.push('the function that returns it is passed on');
  }
  return { reads: calls, escapes: [...escapes, ...others] };
}

function usesOfMethod(module: SourceModule, member: TSESTree.MethodDefinition | TSESTree.PropertyDefinition): Uses {
  const name = staticName(member);
  if (name === undefined || member.static)
    return { reads: [], escapes: ['it is returned from a static or computed method'] };
  const { reads, escapes } = usesOfField(module, member.parent.parent, name);
  if (member.type === 'MethodDefinition' && member.kind === 'get') return { reads, escapes };
  return callsOf(reads, escapes);
}

/** The variable through which a function is called. */
export function bindingOf(module: SourceModule, of: FunctionNode): Variable | undefined {
  if (of.type === 'FunctionDeclaration') return of.id ? findVariable(module, of.id) : undefined;
  const declarator = closest(
    of.parent,
    (node): node is TSESTree.VariableDeclarator => node.type === 'VariableDeclarator',
  );
  if (!declarator?.init || unwrap(declarator.init) !== of) return undefined;
  return findVariable(module, declarator.id);
}

function isExportedFunction(of: FunctionNode): boolean {
  return /^Export(?:Named|Default)Declaration$/.test(of.parent.type);
}

/** Tells whether code outside this file can reach a member of a class. */
export function isOpenMember(module: SourceModule, owner: ClassNode, name: string): boolean {
  if (name.startsWith('#')) return false;
  const accessibility = declaredAccessibility(owner, name);
  return accessibility !== 'private' && isReachable(module, owner);
}

function declaredAccessibility(owner: ClassNode, name: string): string | undefined {
  for (const member of owner.body.body) {
    if ((member.type === 'PropertyDefinition' || member.type === 'MethodDefinition') && staticName(member) === name)
      return member.accessibility;
  }
  return undefined;
}

/** A class is out of reach when it is only ever instantiated, in places that keep the instance within the file. */
function isReachable(module: SourceModule, owner: ClassNode): boolean {
  if (owner.type === 'ClassExpression' || owner.parent.type.startsWith('Export')) return true;
  const variable = owner.id && findVariable(module, owner.id);
  if (!variable) return true;
  return readsOf(variable).some(({ identifier }) => !encloses(owner, identifier) && !staysInFile(module, identifier));
}

/** `new Service().ask()` or `const service = new Service()` with nothing but member accesses on `service`. */
function staysInFile(module: SourceModule, identifier: TSESTree.Node): boolean {
  const { parent } = identifier;
  if (parent?.type !== 'NewExpression' || parent.callee !== identifier) return false;
  const target = parent.parent;
  if (target.type === 'MemberExpression' || target.type === 'ExpressionStatement') return true;
  if (target.type !== 'VariableDeclarator' || target.id.type !== 'Identifier') return false;
  const kept = findVariable(module, target.id);
  if (!kept || target.parent.parent.type === 'ExportNamedDeclaration') return false;
  return readsOf(kept).every((read) => read.identifier.parent.type === 'MemberExpression');
}

/** Tells whether a holder outlives one call of a function. */
export function isOutside(holder: Holder, of: FunctionNode): boolean {
  if (holder.kind === 'field') return encloses(holder.owner, of);
  const declaration = holder.kind === 'variable' ? holder.variable.identifiers[0] : undefined;
  return declaration !== undefined && !encloses(of, declaration);
}
