import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../../source-module.ts';
import { encloses, staticName, type ClassNode } from '../../syntax/nodes.ts';
import { findVariable, readsOf } from '../../syntax/scope.ts';

/** The name of a method, `#` and all; undefined where it is computed. */
export function methodName(method: TSESTree.MethodDefinition): string | undefined {
  return staticName(method);
}

/** Tells whether code outside this file can reach a member of a class. */
export function isOpenMember(module: SourceModule, owner: ClassNode, name: string): boolean {
  if (name.startsWith('#')) return false;
  const accessibility = accessibilityOf(owner, name);
  return accessibility !== 'private' && isReachable(module, owner);
}

/** The word that a class puts before a member: `private`, `protected`, `public` or nothing. */
export function accessibilityOf(owner: ClassNode, name: string): string | undefined {
  for (const member of owner.body.body) {
    if (member.type !== 'PropertyDefinition' && member.type !== 'MethodDefinition') continue;
    if (staticName(member) === name) return member.accessibility;
    if (member.type !== 'MethodDefinition' || member.kind !== 'constructor') continue;
    const declared = member.value.params.find((parameter) => nameOfProperty(parameter) === name);
    if (declared?.type === 'TSParameterProperty') return declared.accessibility;
  }
  return undefined;
}

function nameOfProperty(parameter: TSESTree.Parameter): string | undefined {
  const declared = parameter.type === 'TSParameterProperty' ? parameter.parameter : undefined;
  const target = declared?.type === 'AssignmentPattern' ? declared.left : declared;
  return target?.type === 'Identifier' ? target.name : undefined;
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
