import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../source-module.ts';
import { parentOf } from './nodes.ts';

const modules = new WeakMap<TSESTree.Node, SourceModule>();

/** Makes a module known as the one that its nodes are of. */
export function registerModule(module: SourceModule): void {
  modules.set(module.ast, module);
}

/**
 * The module that a node is of. A value that is followed from file to file passes nodes of several.
 *
 * @throws {Error} when the node's module was never registered: a defect of this program
 */
export function moduleOf(node: TSESTree.Node): SourceModule {
  let top = node;
  for (let parent = parentOf(top); parent !== undefined; parent = parentOf(parent)) top = parent;
  const module = modules.get(top);
  if (!module) throw new Error('A node of an unknown module');
  return module;
}
