import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../source-module.ts';
import { staticName, unwrap } from './nodes.ts';
import { constantInit, findVariable } from './scope.ts';

/** The last plain property of a name in an object literal (the one that counts), if any. */
export function findProperty(object: TSESTree.ObjectExpression, name: string): TSESTree.Property | undefined {
  return object.properties.findLast(
    (property): property is TSESTree.Property => property.type === 'Property' && staticName(property) === name,
  );
}

/** The object literal that an expression is or, as a constant of this file, stands for. */
export function resolveObject(module: SourceModule, expression: TSESTree.Node): TSESTree.ObjectExpression | undefined {
  const node = unwrap(expression);
  if (node.type === 'ObjectExpression') return node;
  if (node.type !== 'Identifier') return undefined;
  const init = constantInit(findVariable(module, node));
  const value = init && unwrap(init);
  return value?.type === 'ObjectExpression' ? value : undefined;
}

/** The value behind `CONFIG.name` when `CONFIG` is a constant object literal of this file that nothing writes to. */
export function resolveMember(module: SourceModule, member: TSESTree.MemberExpression): TSESTree.Node | undefined {
  const name = staticName(member);
  const owner = unwrap(member.object);
  if (name === undefined || owner.type !== 'Identifier') return undefined;
  const object = resolveObject(module, owner);
  if (object === undefined || object.properties.some((property) => property.type === 'SpreadElement')) return undefined;
  const isWritten = findVariable(module, owner)?.references.some(({ identifier }) => isMemberWrite(identifier, name));
  return isWritten === true ? undefined : findProperty(object, name)?.value;
}

function isMemberWrite({ parent }: TSESTree.Node, name: string): boolean {
  return (
    parent?.type === 'MemberExpression' &&
    (staticName(parent) ?? name) === name &&
    parent.parent.type === 'AssignmentExpression' &&
    parent.parent.left === parent
  );
}
