import type { TextEdit } from '@azure-openai-v1/core';
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../source-module.ts';
import { preferredQuote } from '../syntax/layout.ts';
import { unwrap } from '../syntax/nodes.ts';

/** Stands in a skeleton's text for a part that only the running program knows. */
export const hole = '\uFFFC';

/** One character of the skeleton, with the source that spells it. */
interface Piece {
  readonly start: number;
  readonly end: number;
  /** The string literal, template element or, for a hole, the expression. */
  readonly node: TSESTree.Node;
  /** How the literal that holds the character ends: a quote, a backtick, or nothing for an operand of `+`. */
  readonly delimiter: string;
}

/**
 * A URL (or any string) as the source composes it from literals, templates and `+`: what is known is text, what is not
 * is a {@link hole}. Edits on the text translate to splices of the source.
 */
export interface UrlSkeleton {
  readonly node: TSESTree.Node;
  readonly text: string;
  /** The expression behind the hole at an index of the text. */
  holeAt(index: number): TSESTree.Node | undefined;
  /** The splice that replaces `[start, end)` of the text by new text; undefined when no single splice can. */
  replace(start: number, end: number, text: string): TextEdit | undefined;
  /** The source of the whole expression with `[start, end)` of the text replaced. */
  rewrite(start: number, end: number, text: string): string | undefined;
  /** The source of `[start, end)` of the text as one JavaScript expression. */
  expressionOf(start: number, end: number): string | undefined;
}

/** Composes the skeleton of an expression; undefined when no part of it is a literal text. */
export function readUrlSkeleton(module: SourceModule, expression: TSESTree.Node): UrlSkeleton | undefined {
  const pieces: (Piece & { readonly character: string })[] = [];
  if (!collect(module, expression, pieces)) return undefined;
  return {
    node: expression,
    text: pieces.map(({ character }) => character).join(''),
    holeAt: (index) => (pieces[index]?.character === hole ? pieces[index].node : undefined),
    replace: (start, end, text) => spliceFor(module.text, pieces, start, end, text),
    rewrite: (start, end, text) => {
      const edit = spliceFor(module.text, pieces, start, end, text);
      if (!edit) return undefined;
      const [from, to] = expression.range;
      return module.text.slice(from, edit.range.start) + edit.text + module.text.slice(edit.range.end, to);
    },
    expressionOf: (start, end) => expressionFor(module, pieces.slice(start, end)),
  };
}

function collect(module: SourceModule, expression: TSESTree.Node, pieces: (Piece & { character: string })[]): boolean {
  const node = unwrap(expression);
  if (node.type === 'Literal' && typeof node.value === 'string') {
    const raw = module.text.slice(node.range[0] + 1, node.range[1] - 1);
    if (raw !== node.value) return false;
    addText(node, raw, node.range[0] + 1, node.raw.charAt(0), pieces);
    return true;
  }
  if (node.type === 'TemplateLiteral') return collectTemplate(module, node, pieces);
  if (node.type !== 'BinaryExpression' || node.operator !== '+') return false;
  for (const operand of [node.left, node.right]) {
    const { length } = pieces;
    if (collect(module, operand, pieces)) continue;
    pieces.length = length;
    pieces.push({ character: hole, start: operand.range[0], end: operand.range[1], node: operand, delimiter: '' });
  }
  return true;
}

function collectTemplate(
  module: SourceModule,
  node: TSESTree.TemplateLiteral,
  pieces: (Piece & { character: string })[],
): boolean {
  return node.quasis.every((quasi, index) => {
    // Parsers disagree on whether a template element's range holds its delimiters, so neighbours give the place.
    const before = node.expressions[index - 1];
    const after = node.expressions[index];
    const start = before ? module.text.indexOf('}', before.range[1]) + 1 : node.range[0] + 1;
    if (quasi.value.raw !== quasi.value.cooked || !module.text.startsWith(quasi.value.raw, start)) return false;
    addText(node, quasi.value.raw, start, '`', pieces);
    if (!after) return true;
    const end = module.text.indexOf('}', after.range[1]) + 1;
    pieces.push({ character: hole, start: start + quasi.value.raw.length, end, node: after, delimiter: '`' });
    return true;
  });
}

function addText(
  node: TSESTree.Node,
  raw: string,
  start: number,
  delimiter: string,
  pieces: (Piece & { character: string })[],
): void {
  for (let index = 0; index < raw.length; index += 1) {
    pieces.push({ character: raw.charAt(index), start: start + index, end: start + index + 1, node, delimiter });
  }
}

function spliceFor(
  source: string,
  pieces: readonly Piece[],
  start: number,
  end: number,
  text: string,
): TextEdit | undefined {
  const first = pieces[start];
  const last = pieces[end - 1];
  if (!first || !last || first.delimiter === '') return undefined;
  const range = { start: first.start, end: last.end };
  if (first.node !== last.node && !isBalanced(source.slice(range.start, range.end))) return undefined;
  if (last.delimiter === first.delimiter) return { range, text };
  return last.delimiter === '' ? { range, text: text + first.delimiter } : undefined;
}

/** Parentheses that open and close within the splice may go with it; others would be left without their partner. */
function isBalanced(source: string): boolean {
  let depth = 0;
  for (const character of source) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

function expressionFor(module: SourceModule, pieces: readonly (Piece & { character: string })[]): string | undefined {
  const [first] = pieces;
  const last = pieces.at(-1);
  if (!first || !last) return undefined;
  if (pieces.length === 1 && first.character === hole) return module.text.slice(...first.node.range);
  const text = pieces.map(({ character }) => character).join('');
  if (!text.includes(hole)) return quoted(module, text, first.delimiter);
  // Only a template spells text and holes side by side as one expression.
  return pieces.every(({ delimiter }) => delimiter === '`')
    ? `\`${module.text.slice(first.start, last.end)}\``
    : undefined;
}

function quoted(module: SourceModule, text: string, delimiter: string): string {
  const quote = delimiter === '`' ? preferredQuote(module) : delimiter;
  return quote + text + quote;
}
