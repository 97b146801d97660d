import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../source-module.ts';
import { unwrap } from '../syntax/nodes.ts';
import { resolveValue } from './resolve-value.ts';

/**
 * What an imported name, or a property of an imported object, is declared as in the module that it comes from; undefined
 * where the program is not known or says nothing. Whoever goes on with the result goes on with its own module.
 */
export function farValue(module: SourceModule, expression: TSESTree.Node): TSESTree.Node | undefined {
  const node = unwrap(expression);
  if (!module.program || (node.type !== 'Identifier' && node.type !== 'MemberExpression')) return undefined;
  const value = resolveValue(module.program, node);
  return value === node || value.type.endsWith('Declaration') ? undefined : value;
}
