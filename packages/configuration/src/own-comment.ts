import type { Line } from './lines.ts';
import { variableNamesIn } from './variable-name.ts';

/** How a text writes comments that have lines of their own. */
export interface CommentStyle {
  /** Matches a whole line that is a comment. */
  readonly line: RegExp;
  /** Matches a commented line that is an entry of its own and no words. */
  readonly entry?: RegExp;
}

/** A longer one is about more than an entry. */
const longestComment = 10;

/**
 * The first of the comment lines right above an entry that are about its variable and nothing else, or the entry's own
 * first line when there are none. In doubt a comment stays.
 *
 * @param last the entry's last line
 */
export function firstLineWithComment(
  text: string,
  lines: readonly Line[],
  { name, first, last }: { readonly name: string; readonly first: number; readonly last: number },
  style: CommentStyle,
): number {
  const textOf = (index: number) => text.slice(lines[index]?.start, lines[index]?.end);
  const isComment = (index: number) => style.line.test(textOf(index)) && style.entry?.test(textOf(index)) !== true;
  let top = first;
  while (top > 0 && isComment(top - 1)) top -= 1;
  if (first - top > longestComment) return first;
  const words = Array.from({ length: first - top }, (_, index) => textOf(top + index)).join('\n');
  const next = last + 1 < lines.length ? textOf(last + 1) : '';
  const standsAlone = next.trim() === '' || style.line.test(next) || indentOf(next) < indentOf(textOf(first));
  return isAboutOnly(words, name, standsAlone) ? top : first;
}

/** Tells whether a comment names no other variable, is no heading, and is about this one. */
function isAboutOnly(words: string, name: string, standsAlone: boolean): boolean {
  const names = variableNamesIn(words);
  if (words === '' || [...names].some((other) => other !== name)) return false;
  if (/[-=*~_#+/]{3,}/.test(words.replace(/^\s*(?:#+|\/\/+)/gm, ''))) return false;
  if (names.has(name)) return true;
  const subject = name.slice(name.lastIndexOf('_') + 1).toLowerCase();
  return (
    standsAlone &&
    words
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .includes(subject)
  );
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
