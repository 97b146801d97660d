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
  const { declarators, objects } = startsOf(module);
  const declared = declarators.get(next);
  if (declared) return standIn('TSTypeAnnotation', place, declared.id);
  if (module.text.charAt(next) !== '(') return undefined;
  const object = objects.get(skipTrivia(module, next + 1));
  return object && { ...standIn('TSSatisfiesExpression', place, module.ast), expression: object };
}

/** What a comment can stand before, by the offset where it starts. */
interface Starts {
  readonly declarators: ReadonlyMap<number, TSESTree.VariableDeclarator>;
  readonly objects: ReadonlyMap<number, TSESTree.ObjectExpression>;
}

const starts = new WeakMap<TSESTree.Program, Starts>();

function startsOf(module: SourceModule): Starts {
  const known = starts.get(module.ast);
  if (known) return known;
  const found = {
    declarators: new Map(nodesOfType(module, 'VariableDeclaration').flatMap(onlyDeclarator)),
    objects: new Map(nodesOfType(module, 'ObjectExpression').map((node) => [node.range[0], node])),
  };
  starts.set(module.ast, found);
  return found;
}

function onlyDeclarator(
  statement: TSESTree.VariableDeclaration,
): readonly (readonly [number, TSESTree.VariableDeclarator])[] {
  const [first, second] = statement.declarations;
  if (second) return [];
  const isExported = statement.parent.type === 'ExportNamedDeclaration';
  return [[isExported ? statement.parent.range[0] : statement.range[0], first]];
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
