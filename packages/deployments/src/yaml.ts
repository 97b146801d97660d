import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { JsonReading } from './json.ts';
import type { TextFile } from './place.ts';
import type { Entry, Value } from './value.ts';

/** The library makes a regular expression of a line's indentation, and with a very deep one ends the whole process. */
const longestLine = 1000;

/** Reads YAML of one document. Anchors are not followed: what they stand for counts as not written. */
export function readYaml(file: TextFile): JsonReading {
  const long = new RegExp(`^.{${String(longestLine)}}`, 'm').exec(file.text);
  if (long) return { kind: 'wrong', offset: long.index };
  const document = parseDocument(file.text, { schema: 'core', logLevel: 'error', stringKeys: true });
  const [error] = document.errors;
  if (error) return { kind: 'wrong', offset: error.pos[0] };
  const root = document.contents;
  const at = { file, offset: 0 };
  return { kind: 'read', value: root === null ? { kind: 'object', entries: [], at } : toValue(root, file) };
}

function toValue(node: unknown, file: TextFile): Value {
  const at = { file, offset: offsetOf(node) };
  if (isScalar(node) && typeof node.value === 'string') return { kind: 'text', text: node.value, at };
  if (isSeq(node)) return { kind: 'list', items: node.items.map((item) => toValue(item, file)), at };
  if (!isMap(node)) return { kind: 'other', at };
  const entries = node.items.map(({ key, value }): Entry => {
    const name = isScalar(key) && typeof key.value === 'string' ? key.value : '';
    return { key: name, labels: [], value: toValue(value, file), at: { file, offset: offsetOf(key) } };
  });
  return { kind: 'object', entries, at };
}

function offsetOf(node: unknown): number {
  if (!isScalar(node) && !isMap(node) && !isSeq(node) && !isAlias(node)) return 0;
  return node.range?.[0] ?? 0;
}
