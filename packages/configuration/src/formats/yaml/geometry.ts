import type { TextRange } from '@azure-openai-v1/core';
import { isCollection, isMap, isNode, isPair, isScalar, type Pair } from 'yaml';
import { linesTouched, type Line } from '../../lines.ts';
import type { YamlPlace } from './yaml-place.ts';

/** The stretch that a place takes up, without what stands before it on its line. */
export function extentOf({ label, node }: YamlPlace): TextRange {
  const start = label.range?.[0] ?? 0;
  const [from, to] = isPair(node) ? [start, endOf(node)] : [node.range?.[0] ?? start, lastEnd(node)];
  return { start: Math.min(from, start), end: to };
}

/** Where an entry ends. */
export function endOf({ key, value }: Pair): number {
  const keyEnd = isNode(key) ? (key.range?.[1] ?? 0) : 0;
  return Math.max(keyEnd, isNode(value) ? lastEnd(value) : 0);
}

/** Where a node ends. A block map says that this is after the blank lines and comments behind it; its last value does not. */
export function lastEnd(node: unknown): number {
  if (isMap(node) && node.flow !== true) {
    const last = node.items.at(-1);
    return last ? endOf(last) : (node.range?.[1] ?? 0);
  }
  return isNode(node) ? (node.range?.[1] ?? 0) : 0;
}

/** Where a node begins. */
export function startOf(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

/** Whether a stretch has its lines to itself, but for what `lead` admits before it and a comment behind it. */
export function hasOwnLines(text: string, lines: readonly Line[], extent: TextRange, lead: RegExp): boolean {
  const { first, last } = linesTouched(lines, extent);
  const before = text.slice(lines[first]?.start, extent.start);
  const after = text.slice(extent.end, lines[last]?.end);
  return lead.test(before) && /^[ \t]*:?[ \t]*(?:#.*)?$/.test(after);
}

/** Whether something bears an anchor, so that something else may refer to it. */
export function hasAnchor(node: unknown): boolean {
  if (isPair(node)) return hasAnchor(node.key) || hasAnchor(node.value);
  if (isCollection(node)) return node.anchor !== undefined || node.items.some(hasAnchor);
  return isScalar(node) && node.anchor !== undefined;
}
