import type { TextEdit } from '@azure-openai-v1/core';
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../source-module.ts';
import { indentationAt, lineBreakAt } from '../syntax/layout.ts';
import { rangeOf } from '../syntax/nodes.ts';
import { removeElements } from './list-edits.ts';

/** What happens to the properties of one object literal. */
export interface ObjectChange {
  readonly removed: ReadonlySet<TSESTree.Node>;
  /** New source for whole properties. */
  readonly replaced: ReadonlyMap<TSESTree.Node, string>;
  /** Source of new properties, which come first. */
  readonly added: readonly string[];
}

/** Rewrites the properties of an object literal in place. */
export function changeObject(
  module: SourceModule,
  object: TSESTree.ObjectExpression,
  change: ObjectChange,
): readonly TextEdit[] {
  const [first] = object.properties;
  const replaced = new Map(change.replaced);
  const removed = new Set(change.removed);
  const added: TextEdit[] = [];
  if (change.added.length > 0 && first) {
    const separator = separatorAfter(module, first);
    const source = change.added.join(separator);
    // A new first property takes the place of an old one, so that the two edits do not meet.
    if (removed.delete(first)) replaced.set(first, source);
    else if (replaced.has(first)) replaced.set(first, `${source}${separator}${replaced.get(first) ?? ''}`);
    else added.push({ range: insertionPoint(module, object, first), text: source + separator });
  } else if (change.added.length > 0) {
    added.push({ range: rangeOf(object), text: `{ ${change.added.join(', ')} }` });
  }
  const edits = [...replaced]
    .filter(([property]) => property.parent === object)
    .map(([property, text]) => ({ range: rangeOf(property), text }));
  return [...added, ...edits, ...removeElements(module, object.properties, removed)];
}

/** Before the first property and the comments that lead it, unless they stand behind the brace on its line. */
function insertionPoint(
  { text }: SourceModule,
  object: TSESTree.ObjectExpression,
  first: TSESTree.Node,
): { start: number; end: number } {
  let start = object.range[0] + 1;
  while (/\s/.test(text.charAt(start))) start += 1;
  const isOnNextLine = /[\n\r]/.test(text.slice(object.range[0], start));
  const point = isOnNextLine ? start : first.range[0];
  return { start: point, end: point };
}

/** Adds a property behind all others, spreads included. */
export function addLastProperty(module: SourceModule, object: TSESTree.ObjectExpression, source: string): TextEdit {
  const last = object.properties.at(-1);
  if (!last) return { range: rangeOf(object), text: `{ ${source} }` };
  return { range: { start: last.range[1], end: last.range[1] }, text: separatorAfter(module, last) + source };
}

/** What separates properties: a new line where the literal has one property per line. */
export function separatorAfter({ text }: SourceModule, property: TSESTree.Node): string {
  const object = property.parent;
  const isInline = object !== undefined && !/[\n\r]/.test(text.slice(object.range[0], property.range[0]));
  return isInline ? ', ' : `,${lineBreakAt(text, property.range[0])}${indentationAt(text, property.range[0])}`;
}

/** The key of a property with another name, in the quotes that it has. */
export function renamedKey({ text }: SourceModule, property: TSESTree.Property, name: string): string {
  const quote = text.charAt(property.key.range[0]);
  return !property.shorthand && (quote === "'" || quote === '"') ? `${quote}${name}${quote}` : name;
}
