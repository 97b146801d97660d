import type { Node } from 'jsonc-parser';
import { keyOf, textAt, type JsonText } from './json-text.ts';

/**
 * A place where JSON names a variable: the key of a property (`"NAME": …`), a string of a list (`"NAME=…"`), or an
 * object of a list with the name as one of its values (`{ "name": "NAME" }`).
 */
export interface JsonPlace {
  readonly kind: 'property' | 'item' | 'labelled';
  readonly name: string;
  /** What bears the name. */
  readonly label: Node;
  /** What goes when the variable goes: a property or an element. */
  readonly node: Node;
  /** The object or list that holds it. */
  readonly container: Node;
  /** The keys and numbers that lead to the container. */
  readonly path: readonly string[];
}

/** Finds every place of a JSON text that names one of the variables. */
export function findPlaces({ root }: JsonText, names: ReadonlySet<string>): readonly JsonPlace[] {
  const found: JsonPlace[] = [];
  const visit = (container: Node, path: readonly string[]) => {
    container.children?.forEach((node, index) => {
      const isProperty = node.type === 'property';
      const value = isProperty ? node.children?.[1] : node;
      const place = isProperty ? placeOfProperty(node) : placeOfElement(node);
      if (place && names.has(place.name)) found.push({ ...place, node, container, path });
      if (value) visit(value, [...path, isProperty ? keyOf(node) : String(index)]);
    });
  };
  visit(root, []);
  return found;
}

type Naming = Pick<JsonPlace, 'kind' | 'label' | 'name'>;

function placeOfProperty(node: Node): Naming | undefined {
  const [label] = node.children ?? [];
  return label && { kind: 'property', name: keyOf(node), label };
}

function placeOfElement(node: Node): Naming | undefined {
  const value: unknown = node.value;
  if (typeof value === 'string') return { kind: 'item', name: value.split('=', 1)[0] ?? '', label: node };
  for (const key of ['name', 'key']) {
    const name = textAt(node, key);
    const label = node.children?.findLast((property) => keyOf(property) === key)?.children?.[1];
    if (name !== undefined && label) return { kind: 'labelled', name, label };
  }
  return undefined;
}
