import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../source-module.ts';
import { staticName, unwrap } from './nodes.ts';
import { constantInit, findVariable, readsOf } from './scope.ts';

/** The last plain property of a name in an object literal (the one that counts), if any. */
export function findProperty(object: TSESTree.ObjectExpression, name: string): TSESTree.Property | undefined {
  return object.properties.findLast(
    (property): property is TSESTree.Property => property.type === 'Property' && staticName(property) === name,
  );
}

/**
 * The object literal that an expression is or, as a constant of this file, stands for. A constant that something else
 * might change stands for nothing that is known.
 */
export function resolveObject(module: SourceModule, expression: TSESTree.Node): TSESTree.ObjectExpression | undefined {
  const node = unwrap(expression);
  if (node.type === 'ObjectExpression') return node;
  if (node.type !== 'Identifier') return undefined;
  const variable = findVariable(module, node);
  const init = constantInit(variable);
  const value = init && unwrap(init);
  if (!variable || value?.type !== 'ObjectExpression') return undefined;
  return readsOf(variable).every(({ identifier }) => identifier === node || isPlainRead(identifier))
    ? value
    : undefined;
}

/** The value behind `CONFIG.name` when `CONFIG` is a constant object literal of this file that nothing writes to. */
export function resolveMember(module: SourceModule, member: TSESTree.MemberExpression): TSESTree.Node | undefined {
  const name = staticName(member);
  const object = resolveObject(module, member.object);
  if (name === undefined || object === undefined || unwrap(member.object) === object) return undefined;
  if (object.properties.some((property) => property.type === 'SpreadElement')) return undefined;
  return findProperty(object, name)?.value;
}

/** A use that cannot change the object: a property is read, or all are copied. */
export function isPlainRead({ parent }: TSESTree.Node): boolean {
  if (parent?.type === 'SpreadElement') return true;
  if (parent?.type !== 'MemberExpression') return false;
  const { parent: use } = parent;
  if (use.type === 'UpdateExpression' || (use.type === 'UnaryExpression' && use.operator === 'delete')) return false;
  return !(use.type === 'AssignmentExpression' && use.left === parent);
}
