import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../../source-module.ts';
import { environmentVariable } from '../../syntax/environment-read.ts';

/** Tells whether a member expression is a variable of the environment that is only set or deleted, as tests do. */
export function isEnvironmentWrite(module: SourceModule, member: TSESTree.MemberExpression): boolean {
  const { parent } = member;
  const isTarget =
    (parent.type === 'AssignmentExpression' &&
      parent.left === member &&
      parent.operator === '=' &&
      parent.parent.type === 'ExpressionStatement') ||
    (parent.type === 'UnaryExpression' && parent.operator === 'delete');
  return isTarget && environmentVariable(module, member) !== undefined;
}
