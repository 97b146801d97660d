import type { TSESTree } from '@typescript-eslint/utils';
import { farValue } from '../program/far-value.ts';
import type { SourceModule } from '../source-module.ts';
import { moduleOf } from './module-of.ts';
import { literalText, unwrap } from './nodes.ts';
import { resolveMember } from './object-literal.ts';
import { constantInit, findVariable } from './scope.ts';

/** The string that an expression certainly is: a literal, a constant, or a concatenation of such. */
export function staticString(module: SourceModule, expression: TSESTree.Node, depth = 0): string | undefined {
  const node = unwrap(expression);
  const literal = literalText(node);
  if (literal !== undefined || depth > 8) return literal;
  if (node.type === 'BinaryExpression' && node.operator === '+') {
    const left = staticString(module, node.left, depth + 1);
    const right = staticString(module, node.right, depth + 1);
    return left === undefined || right === undefined ? undefined : left + right;
  }
  const source = constantSource(module, node) ?? farValue(module, node);
  return source === undefined ? undefined : staticString(moduleOf(source), source, depth + 1);
}

/** What a constant or a member of a constant object is declared as; undefined for everything else. */
export function constantSource(module: SourceModule, expression: TSESTree.Node): TSESTree.Node | undefined {
  const node = unwrap(expression);
  if (node.type === 'Identifier') return constantInit(findVariable(module, node));
  if (node.type === 'MemberExpression') return resolveMember(module, node);
  return undefined;
}
