import type { TextEdit } from '@azure-openai-v1/core';
import { findNodeAtLocation, parseTree, type Node } from 'jsonc-parser';
import { isMap, isScalar, type Scalar } from 'yaml';
import type { Literal } from '../literal.ts';
import { parseYaml } from '../read-yaml.ts';

/**
 * The edit that gives a literal of a data file another text and leaves every other character as it is. Undefined where
 * the file does not have the literal exactly once, or in a form that stands for more than itself.
 *
 * @param text the file's text without byte order mark
 */
export function editLiteral(text: string, literal: Literal, replacement: string): TextEdit | undefined {
  try {
    return literal.format === 'json' ? editJson(text, literal, replacement) : editYaml(text, literal, replacement);
  } catch {
    // A file that is nested too deeply for its parser.
    return undefined;
  }
}

function editJson(text: string, { keys, text: present }: Literal, replacement: string): TextEdit | undefined {
  const root = parseTree(text);
  const node = root && findNodeAtLocation(root, [...keys]);
  if (!root || node?.type !== 'string' || node.value !== present || hasDoubledKey(root, keys)) return undefined;
  return { range: { start: node.offset, end: node.offset + node.length }, text: JSON.stringify(replacement) };
}

/** Of two equal keys the parsers take different ones. */
function hasDoubledKey(root: Node, keys: readonly string[]): boolean {
  return keys.some((key, index) => {
    const owner = findNodeAtLocation(root, keys.slice(0, index));
    return (owner?.children ?? []).filter((property) => property.children?.[0]?.value === key).length !== 1;
  });
}

function editYaml(text: string, { keys, text: present }: Literal, replacement: string): TextEdit | undefined {
  const document = parseYaml(text);
  const scalar = document && scalarAt(document.contents, keys);
  const [start, end] = scalar?.range ?? [];
  // An anchor may be used elsewhere, where something else would change.
  if (!scalar || start === undefined || end === undefined || scalar.value !== present || scalar.anchor !== undefined) {
    return undefined;
  }
  const written = text.slice(start, end);
  const quote = /^['"]/.exec(written)?.[0] ?? '';
  return written === `${quote}${present}${quote}`
    ? { range: { start, end }, text: `${quote}${replacement}${quote}` }
    : undefined;
}

function scalarAt(contents: unknown, keys: readonly string[]): Scalar | undefined {
  let current = contents;
  for (const key of keys) {
    if (!isMap(current)) return undefined;
    const pairs = current.items.filter((pair) => isScalar(pair.key) && pair.key.value === key);
    const [pair] = pairs;
    if (pairs.length !== 1 || pair === undefined) return undefined;
    current = pair.value;
  }
  return isScalar(current) ? current : undefined;
}
