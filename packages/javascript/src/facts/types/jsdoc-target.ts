import type { TextRange } from '@azure-openai-v1/core';
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../../source-module.ts';
import { skipTrivia } from '../../syntax/layout.ts';
import { nodesOfType } from '../../syntax/node-index.ts';

/**
 * Makes the node that TypeScript would make of a `@type` or `@satisfies` before a declaration or before an object literal
 * in parentheses; undefined before anything else.
 */
export function documentedTarget(
  module: SourceModule,
  tag: string,
  { range }: TSESTree.Comment,
): TSESTree.Node | undefined {
  if (tag !== 'type' && tag !== 'satisfies') return undefined;
  const place = { start: range[0], end: range[1] };
  const next = skipTrivia(module, range[1]);
  const declared = declarationAt(module, next);
  if (declared) return standIn('TSTypeAnnotation', place, declared.id);
  if (module.text.charAt(next) !== '(') return undefined;
  const start = skipTrivia(module, next + 1);
  const object = nodesOfType(module, 'ObjectExpression').find((node) => node.range[0] === start);
  return object && { ...standIn('TSSatisfiesExpression', place, module.ast), expression: object };
}

function declarationAt(module: SourceModule, start: number): TSESTree.VariableDeclarator | undefined {
  const statement = nodesOfType(module, 'VariableDeclaration').find((node) => {
    const isExported = node.parent.type === 'ExportNamedDeclaration' && node.parent.range[0] === start;
    return (isExported || node.range[0] === start) && node.declarations.length === 1;
  });
  return statement?.declarations[0];
}

/**
 * Stands in for a node that TypeScript would make of a comment and this parser does not. Nobody may ask for more of it
 * than its kind, its place and its parent.
 */
export function standIn<Kind extends `${TSESTree.Node['type']}`>(
  type: Kind,
  { start, end }: TextRange,
  parent: TSESTree.Node,
): Extract<TSESTree.Node, { type: `${Kind}` }> {
  // The other fields say what the text says, and whoever renames a name reads the text.
  return { type, range: [start, end], parent } as unknown as Extract<TSESTree.Node, { type: `${Kind}` }>;
}
