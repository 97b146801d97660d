import { isAlias, isMap, isPair, isScalar, isSeq } from 'yaml';
import type { YamlText } from './yaml-text.ts';

/** Writes down all that a YAML text says, however it is spelled, without some entries and items. */
export function canonicalYaml({ documents }: YamlText, without: ReadonlySet<unknown> = new Set()): string {
  const describe = (node: unknown): string => {
    if (isAlias(node)) return `*${node.source}`;
    if (isPair(node)) return `${describe(node.key)}:${describe(node.value)}`;
    if (isScalar(node)) return `${properties(node)}${typeof node.value}${JSON.stringify(String(node.value))}`;
    if (!isMap(node) && !isSeq(node)) return 'nothing';
    const items: readonly unknown[] = node.items;
    return `${properties(node)}${isMap(node) ? '{' : '['}${items
      .filter((item) => !without.has(item))
      .map(describe)
      .join(',')}`;
  };
  return documents.map(({ contents }) => describe(contents)).join('\n---\n');
}

function properties({
  anchor,
  tag,
}: {
  readonly anchor?: string | undefined;
  readonly tag?: string | undefined;
}): string {
  return `&${anchor ?? ''}!${tag ?? ''} `;
}
