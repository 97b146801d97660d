import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../source-module.ts';

/** Where the line that holds an offset begins. */
export function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isLineEnd(text.charAt(start - 1))) start -= 1;
  return start;
}

/** Where the line that holds an offset ends, before its line break. */
export function lineEnd(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && !isLineEnd(text.charAt(end))) end += 1;
  return end;
}

/** Where the next line begins, past the line break that ends this one. */
export function nextLineStart(text: string, offset: number): number {
  const end = lineEnd(text, offset);
  return text.startsWith('\r\n', end) ? end + 2 : Math.min(end + 1, text.length);
}

function isLineEnd(character: string): boolean {
  return character === '\n' || character === '\r' || character === '\u2028' || character === '\u2029';
}

/** The white space before the first character of the line that holds an offset. */
export function indentationAt(text: string, offset: number): string {
  const start = lineStart(text, offset);
  let end = start;
  while (text.charAt(end) === ' ' || text.charAt(end) === '\t') end += 1;
  return text.slice(start, end);
}

/** The line break that the line of an offset ends with, else the one before it, else LF. */
export function lineBreakAt(text: string, offset: number): string {
  const end = lineEnd(text, offset);
  if (end < text.length) return text.slice(end, nextLineStart(text, end));
  const start = lineStart(text, offset);
  if (start === 0) return '\n';
  return text.startsWith('\r\n', start - 2) ? '\r\n' : text.charAt(start - 1);
}

/** One step of indentation, as the first indented line of the text shows it. */
export function indentationUnit(text: string): string {
  const match = /^(\t| {2,8})(?=[^\s*])/m.exec(text);
  return match?.[1] ?? '  ';
}

/** Moves an offset past white space and comments. */
export function skipTrivia({ text, ast }: SourceModule, offset: number): number {
  let position = offset;
  for (;;) {
    while (position < text.length && /\s/.test(text.charAt(position))) position += 1;
    const comment = ast.comments?.find(({ range }) => range[0] === position);
    if (!comment) return position;
    position = comment.range[1];
  }
}

/** Tells whether a comment lies in a stretch of the text, wholly or in part. */
export function hasComment({ ast }: SourceModule, start: number, end: number): boolean {
  return ast.comments?.some(({ range }) => range[0] < end && start < range[1]) === true;
}

/** The quote that most strings of the file have. */
export function preferredQuote({ ast }: SourceModule): string {
  let balance = 0;
  for (const { type, value } of ast.tokens ?? []) {
    if (type === 'String' && value.startsWith("'")) balance += 1;
    if (type === 'String' && value.startsWith('"')) balance -= 1;
  }
  return balance < 0 ? '"' : "'";
}

/** The source of a node. */
export function sourceOf({ text }: SourceModule, node: TSESTree.Node): string {
  return text.slice(node.range[0], node.range[1]);
}
