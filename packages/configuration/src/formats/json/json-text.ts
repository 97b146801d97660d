import type { TextRange } from '@azure-openai-v1/core';
import { parseTree, visit, type Node, type ParseError } from 'jsonc-parser';
import { isNestedDeeply } from '../nesting.ts';

/** A JSON text, with comments or without: its tree and where its comments are. */
export interface JsonText {
  readonly text: string;
  readonly root: Node;
  readonly comments: readonly TextRange[];
}

/** Longer texts are taken for data and not parsed. */
const lengthLimit = 512 * 1024;

/** Parses JSON; undefined where it is none. */
export function parseJson(text: string): JsonText | undefined {
  if (text.length > lengthLimit || isNestedDeeply(text)) return undefined;
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  return root === undefined || errors.length > 0 ? undefined : { text, root, comments: commentsOf(text) };
}

function commentsOf(text: string): readonly TextRange[] {
  const comments: TextRange[] = [];
  visit(text, {
    onComment(start, length) {
      comments.push({ start, end: start + length });
    },
  });
  return comments;
}

/** The key of a property. */
export function keyOf(property: Node | undefined): string {
  const key: unknown = property?.children?.[0]?.value;
  return typeof key === 'string' ? key : '';
}

/** The value of a property of an object, by its key. */
export function valueAt(node: Node | undefined, key: string): Node | undefined {
  return node?.type === 'object'
    ? node.children?.findLast((property) => keyOf(property) === key)?.children?.[1]
    : undefined;
}

/** The text of a property of an object, by its key. */
export function textAt(node: Node | undefined, key: string): string | undefined {
  const value: unknown = valueAt(node, key)?.value;
  return typeof value === 'string' ? value : undefined;
}

/** Writes down all that JSON says, however it is spelled, without some properties and elements. */
export function canonicalJson({ root }: JsonText, without: ReadonlySet<Node> = new Set()): string {
  const describe = (node: Node): string => {
    const children = (node.children ?? []).filter((child) => !without.has(child)).map(describe);
    if (node.type === 'object') return `{${children.join(',')}}`;
    if (node.type === 'array') return `[${children.join(',')}]`;
    return node.type === 'property' ? children.join(':') : JSON.stringify(node.value);
  };
  return describe(root);
}
