import type { TextRange } from './text-range.ts';

/** A splice: the text in `range` is replaced by `text`. */
export interface TextEdit {
  readonly range: TextRange;
  readonly text: string;
  /** The file that it changes, when that is another than the one where the finding stands. */
  readonly path?: string;
}

/** Tells whether two edits do exactly the same. */
export function isSameEdit(a: TextEdit, b: TextEdit): boolean {
  return a.path === b.path && a.range.start === b.range.start && a.range.end === b.range.end && a.text === b.text;
}

/** Orders edits by the place where they begin; an insertion comes before a replacement at the same place. */
export function sortEdits(edits: readonly TextEdit[]): readonly TextEdit[] {
  return edits.toSorted((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

/**
 * Applies edits to a text. Every code unit outside the edited ranges stays as it is.
 *
 * @throws {RangeError} when two edits overlap or one lies outside the text: the caller planned badly.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let position = 0;
  for (const { range, text: replacement } of sortEdits(edits)) {
    if (range.start < position || range.end < range.start || range.end > text.length) {
      throw new RangeError(
        `The edit [${String(range.start)}, ${String(range.end)}) overlaps another or leaves the text`,
      );
    }
    result += text.slice(position, range.start) + replacement;
    position = range.end;
  }
  return result + text.slice(position);
}

/**
 * Maps an offset in the edited text back to the text before the edits. An offset within a replacement maps to the
 * beginning of what was replaced.
 */
export function offsetBeforeEdits(offset: number, edits: readonly TextEdit[]): number {
  let shift = 0;
  for (const { range, text } of sortEdits(edits)) {
    const start = range.start + shift;
    if (offset < start) break;
    if (offset < start + text.length) return range.start;
    shift += text.length - (range.end - range.start);
  }
  return offset - shift;
}
