import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../source-module.ts';
import { walk } from './walk.ts';

type NodeOfType<Type extends TSESTree.Node['type']> = Extract<TSESTree.Node, { type: `${Type}` }>;

const indexes = new WeakMap<TSESTree.Program, ReadonlyMap<string, readonly TSESTree.Node[]>>();

/** All nodes of one kind in a module, in the order of the text; the tree is walked once, whatever is asked of it. */
export function nodesOfType<Type extends `${TSESTree.Node['type']}`>(
  { ast }: SourceModule,
  type: Type,
): readonly NodeOfType<Extract<TSESTree.Node['type'], Type>>[] {
  let index = indexes.get(ast);
  if (index === undefined) indexes.set(ast, (index = indexNodes(ast)));
  // The index groups by exactly the field that the type parameter names.
  return (index.get(type) ?? []) as NodeOfType<Extract<TSESTree.Node['type'], Type>>[];
}

function indexNodes(ast: TSESTree.Program): ReadonlyMap<string, readonly TSESTree.Node[]> {
  const index = new Map<string, TSESTree.Node[]>();
  for (const node of walk(ast)) {
    const known = index.get(node.type);
    if (known === undefined) index.set(node.type, [node]);
    else known.push(node);
  }
  return index;
}
