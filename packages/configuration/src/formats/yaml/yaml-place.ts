import { isMap, isScalar, isSeq, type Pair, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import type { YamlText } from './yaml-text.ts';

/** A map or list of YAML, where it stands and what holds it. */
export interface YamlContainer {
  readonly node: YAMLMap | YAMLSeq;
  /** The keys and numbers that lead to it. */
  readonly path: readonly string[];
  /** The entry whose value it is, and the container of that entry; absent for the top of a document. */
  readonly owner?: { readonly pair: Pair; readonly container: YamlContainer };
}

/**
 * A place where YAML names a variable: the key of an entry (`NAME: value`), an item (`- NAME=value`), or an item with
 * the name as one of its values (`- name: NAME`).
 */
export interface YamlPlace {
  readonly kind: 'entry' | 'item' | 'labelled';
  readonly name: string;
  /** What bears the name. */
  readonly label: Scalar;
  /** What goes when the variable goes. */
  readonly node: Pair | Scalar | YAMLMap;
  readonly container: YamlContainer;
}

/** The keys under which an item of a list says how a variable is called. */
const labels = ['name', 'key'];

/** Finds every place of a YAML text that names one of the variables. Aliases are not followed. */
export function findPlaces({ documents }: YamlText, names: ReadonlySet<string>): readonly YamlPlace[] {
  return containersOf(documents.map(({ contents }) => contents)).flatMap((container) => placesIn(container, names));
}

/** All maps and lists, from the outside to the inside. */
function containersOf(contents: readonly unknown[]): readonly YamlContainer[] {
  const found: YamlContainer[] = [];
  const visit = (node: unknown, path: readonly string[], owner?: YamlContainer['owner']) => {
    if (!isMap(node) && !isSeq(node)) return;
    const container = { node, path, ...(owner && { owner }) };
    found.push(container);
    if (isMap(node)) {
      for (const pair of node.items) visit(pair.value, [...path, keyOf(pair)], { pair, container });
    } else
      node.items.forEach((item, index) => {
        visit(item, [...path, String(index)]);
      });
  };
  for (const node of contents) visit(node, []);
  return found;
}

function placesIn(container: YamlContainer, names: ReadonlySet<string>): readonly YamlPlace[] {
  const { node } = container;
  if (isMap(node)) {
    return node.items.flatMap((pair): readonly YamlPlace[] => {
      const { key } = pair;
      return isScalar(key) && names.has(keyOf(pair))
        ? [{ kind: 'entry', name: keyOf(pair), label: key, node: pair, container }]
        : [];
    });
  }
  return node.items.flatMap((item): readonly YamlPlace[] => {
    if (isScalar(item)) {
      const [name = ''] = typeof item.value === 'string' ? item.value.split('=', 1) : [];
      return names.has(name) ? [{ kind: 'item', name, label: item, node: item, container }] : [];
    }
    if (!isMap(item)) return [];
    const label = item.items.find((pair) => labels.includes(keyOf(pair)))?.value;
    return isScalar(label) && typeof label.value === 'string' && names.has(label.value)
      ? [{ kind: 'labelled', name: label.value, label, node: item, container }]
      : [];
  });
}

/** The key of an entry as a word; empty for a key that is none. */
export function keyOf({ key }: Pair): string {
  return isScalar(key) && (typeof key.value === 'string' || typeof key.value === 'number') ? String(key.value) : '';
}

/** The value of an entry of a map, by its key. */
export function valueAt(node: unknown, key: string): unknown {
  return isMap(node) ? node.items.findLast((pair) => keyOf(pair) === key)?.value : undefined;
}

/** The text of an entry of a map, by its key. */
export function textAt(node: unknown, key: string): string | undefined {
  const value = valueAt(node, key);
  return isScalar(value) && typeof value.value === 'string' ? value.value : undefined;
}
