import type { TextRange } from '@azure-openai-v1/core';

/** A piece of a Bicep or Terraform text. */
export interface Token extends TextRange {
  readonly kind: 'break' | 'close' | 'comment' | 'mark' | 'open' | 'string' | 'word';
}

/** How a language writes strings and comments. */
export interface Spelling {
  readonly quote: '"' | "'";
  /** `'''` of Bicep, in which nothing is special. */
  readonly hasLongStrings: boolean;
  /** `#` and here-documents of Terraform. */
  readonly isTerraform: boolean;
}

/** Bicep's. */
export const bicep: Spelling = { quote: "'", hasLongStrings: true, isTerraform: false };

/** That of Terraform. */
export const terraform: Spelling = { quote: '"', hasLongStrings: false, isTerraform: true };

/** Takes a text apart; undefined where a string or a comment does not end. */
export function tokensOf(text: string, spelling: Spelling): readonly Token[] | undefined {
  const tokens: Token[] = [];
  for (let start = 0; start < text.length;) {
    const found = tokenAt(text, start, spelling);
    if (found === undefined) return undefined;
    if (found.kind !== 'space') tokens.push({ kind: found.kind, start, end: found.end });
    start = found.end;
  }
  return tokens;
}

type Found = { readonly kind: Token['kind'] | 'space'; readonly end: number } | undefined;

function tokenAt(text: string, start: number, spelling: Spelling): Found {
  const character = text.charAt(start);
  const two = text.slice(start, start + 2);
  if (/[\n\r]/.test(character)) return { kind: 'break', end: start + 1 };
  if (/\s/.test(character)) return { kind: 'space', end: start + 1 };
  if (two === '//' || (spelling.isTerraform && character === '#'))
    return { kind: 'comment', end: endOfLine(text, start) };
  if (two === '/*') return ended('comment', text.indexOf('*/', start + 2), 2);
  if (spelling.hasLongStrings && text.startsWith("'''", start)) return ended('string', endOfLongString(text, start), 0);
  if (character === spelling.quote) return ended('string', endOfString(text, start, spelling, 0), 0);
  if (spelling.isTerraform && two === '<<') return hereDocument(text, start);
  if (/[([{]/.test(character)) return { kind: 'open', end: start + 1 };
  if (/[)\]}]/.test(character)) return { kind: 'close', end: start + 1 };
  word.lastIndex = start;
  const length = word.exec(text)?.[0].length ?? 0;
  return length > 0 ? { kind: 'word', end: start + length } : { kind: 'mark', end: start + 1 };
}

const word = /[\w.-]+/y;

function ended(kind: Token['kind'], end: number, more: number): Found {
  return end === -1 ? undefined : { kind, end: end + more };
}

function endOfLine(text: string, start: number): number {
  const lineBreak = /[\n\r]/g;
  lineBreak.lastIndex = start;
  return lineBreak.exec(text)?.index ?? text.length;
}

function endOfLongString(text: string, start: number): number {
  const end = text.indexOf("'''", start + 3);
  return end === -1 ? -1 : end + 3;
}

/** Deeper strings within strings are no configuration. */
const deepest = 20;

function endOfString(text: string, start: number, spelling: Spelling, depth: number): number {
  if (depth > deepest) return -1;
  for (let index = start + 1; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character === spelling.quote) return index + 1;
    if (/[\n\r]/.test(character)) return -1;
    if (character === '\\') index += 1;
    else if (/^(?:\$\$|%%)\{/.test(text.slice(index, index + 3)) && spelling.isTerraform) index += 2;
    else if (/^[$%]\{/.test(text.slice(index, index + 2)) && (character === '$' || spelling.isTerraform)) {
      index = endOfHole(text, index + 2, spelling, depth) - 1;
      if (index < 0) return -1;
    }
  }
  return -1;
}

function endOfHole(text: string, start: number, spelling: Spelling, depth: number): number {
  let open = 1;
  for (let index = start; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character === spelling.quote) {
      index = endOfString(text, index, spelling, depth + 1) - 1;
      if (index < 0) return -1;
    } else if (character === '{') open += 1;
    else if (character === '}' && (open -= 1) === 0) return index + 1;
  }
  return -1;
}

function hereDocument(text: string, start: number): Found {
  const [head, name = ''] = /^<<[-~]?([A-Za-z_]\w*)[ \t]*(?=[\n\r])/.exec(text.slice(start, start + 200)) ?? [];
  if (head === undefined) return { kind: 'mark', end: start + 1 };
  const rest = text.slice(start + head.length);
  const last = new RegExp(`[\\n\\r][ \\t]*${name}(?=[\\n\\r]|$)`).exec(rest);
  return last ? { kind: 'string', end: start + head.length + last.index + last[0].length } : undefined;
}
