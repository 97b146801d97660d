import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../../source-module.ts';
import { nodesOfType } from '../../syntax/node-index.ts';
import { staticName, unwrap } from '../../syntax/nodes.ts';

/** A call of a method, and the names that lead to it: `client.files.list()` has `['client', 'files', 'list']`. */
export interface MemberCall {
  readonly node: TSESTree.CallExpression;
  readonly path: readonly string[];
}

/** Lists the calls of methods in a module, whatever they are called on. */
export function memberCalls(module: SourceModule): readonly MemberCall[] {
  return nodesOfType(module, 'CallExpression').flatMap((node) => {
    const path = memberPath(node.callee);
    return path.length > 0 ? [{ node, path }] : [];
  });
}

/** The names of a chain of members from its beginning on; a computed name begins the chain anew. */
export function memberPath(expression: TSESTree.Node): readonly string[] {
  const names: string[] = [];
  let node = unwrap(expression);
  for (; node.type === 'MemberExpression'; node = unwrap(node.object)) {
    const name = staticName(node);
    if (name === undefined) return names;
    names.unshift(name);
  }
  return node.type === 'Identifier' ? [node.name, ...names] : names;
}

/** Tells whether a path ends in the names of a method, as `a.b.c` does in `b.c`. */
export function endsWith(path: readonly string[], method: string): boolean {
  return `.${path.join('.')}`.endsWith(`.${method}`);
}
