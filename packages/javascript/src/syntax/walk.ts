import type { TSESTree } from '@typescript-eslint/utils';

const notChildren: ReadonlySet<string> = new Set(['parent', 'loc', 'range', 'tokens', 'comments']);

/**
 * Yields a node and everything below it, parents first. It needs no table of node kinds, so any ESTree flavour will do.
 *
 * @param isClosed tells which nodes are yielded without what is below them
 */
export function* walk(
  root: TSESTree.Node,
  isClosed: (node: TSESTree.Node) => boolean = () => false,
): Generator<TSESTree.Node> {
  const pending: TSESTree.Node[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    yield node;
    if (isClosed(node)) continue;
    const children: TSESTree.Node[] = [];
    for (const [key, value] of Object.entries(node) as [string, unknown][]) {
      if (notChildren.has(key)) continue;
      if (Array.isArray(value)) children.push(...value.filter(isNode));
      else if (isNode(value)) children.push(value);
    }
    pending.push(...children.reverse());
  }
}

function isNode(value: unknown): value is TSESTree.Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
