import type { TextRange } from '@azure-openai-v1/core';

/** A line of a text: where it begins, where its line break begins and where the next line does. */
export interface Line extends TextRange {
  readonly next: number;
}

/** Takes a text apart at LF, CRLF and CR. What follows the last line break is a line only where it is not empty. */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const { 0: lineBreak, index } of text.matchAll(/\r\n|\n|\r/g)) {
    lines.push({ start, end: index, next: index + lineBreak.length });
    start = index + lineBreak.length;
  }
  if (start < text.length) lines.push({ start, end: text.length, next: text.length });
  return lines;
}

/** The number of the line that an offset lies in; the last one for the end of the text. */
export function lineAt(lines: readonly Line[], offset: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((lines[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * The stretch that takes whole lines out. Where the last line of a text goes and has no line break of its own, the one
 * before it goes instead, so that the text still ends without one.
 */
export function stretchOfLines(lines: readonly Line[], first: number, last: number): TextRange {
  const start = lines[first]?.start ?? 0;
  const { end = start, next = start } = lines[last] ?? {};
  if (next > end || first === 0) return { start, end: next };
  return { start: lines[first - 1]?.end ?? start, end: next };
}

/** The numbers of the first and the last line that a stretch touches. */
export function linesTouched(
  lines: readonly Line[],
  { start, end }: TextRange,
): { readonly first: number; readonly last: number } {
  return { first: lineAt(lines, start), last: lineAt(lines, Math.max(start, end - 1)) };
}
