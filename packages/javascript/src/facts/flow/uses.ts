import type { TSESTree } from '@typescript-eslint/utils';
import { exportNamesOfDeclaration } from '../../program/exports.ts';
import type { SourceModule } from '../../source-module.ts';
import { nodesOfType } from '../../syntax/node-index.ts';
import { classOfThis, staticName, unwrap, type ClassNode } from '../../syntax/nodes.ts';
import { findVariable, readsOf, type Variable } from '../../syntax/scope.ts';

/** The expressions of its own module that have a holder's value, and how else it leaves there. */
export interface Uses {
  readonly reads: readonly TSESTree.Node[];
  readonly escapes: readonly string[];
  /** The names by which its declaration exports it. */
  readonly exportedAs: readonly string[];
}

/** Finds the expressions that take a value out of a variable, a parameter, or the name of a function or class. */
export function usesOfVariable(variable: Variable): Uses {
  const declaration = variable.defs[0]?.node;
  const statement = declaration?.type === 'VariableDeclarator' ? declaration.parent : declaration;
  return {
    reads: readsOf(variable).map(({ identifier }) => identifier),
    escapes: [],
    exportedAs:
      variable.defs[0]?.type === 'Parameter' || !statement ? [] : exportNamesOfDeclaration(statement, variable.name),
  };
}

/**
 * Finds `this.name` in a class, and what else in its file reaches the field.
 *
 * @param isSeen whether reads through objects of the class are found otherwise
 */
export function usesOfField(module: SourceModule, owner: ClassNode, name: string, isSeen = false): Uses {
  const reads: TSESTree.Node[] = [];
  const escapes: string[] = [];
  for (const member of nodesOfType(module, 'MemberExpression')) {
    const isThis = isThisOf(member.object, owner);
    if (isThis && staticName(member) === undefined) escapes.push('a field is read by a computed name');
    if (staticName(member) !== name) continue;
    if (isThis) {
      if (!isWritten(member)) reads.push(member);
    } else if (!isSeen && !name.startsWith('#') && mayBeInstance(module, member.object, owner)) {
      escapes.push(`\`.${name}\` is read elsewhere in the file`);
    }
  }
  return { reads, escapes: [...escapes, ...takenFromThis(module, owner, name)], exportedAs: [] };
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
