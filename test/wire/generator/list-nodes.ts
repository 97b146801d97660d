import type { Node } from './tree.ts';

const notChildren: ReadonlySet<string> = new Set(['parent', 'loc', 'range', 'tokens', 'comments']);

/** Lists a node and everything below it, parents first. */
export function listNodes(root: Node): readonly Node[] {
  const nodes: Node[] = [];
  collect(root, nodes);
  return nodes;
}

function collect(value: unknown, nodes: Node[]): void {
  if (Array.isArray(value)) for (const one of value) collect(one, nodes);
  if (!isNode(value)) return;
  nodes.push(value);
  for (const key in value) if (!notChildren.has(key)) collect(value[key as keyof Node], nodes);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
