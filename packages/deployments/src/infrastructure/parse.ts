import type { TextFile } from '../place.ts';
import type { Entry, Value } from '../value.ts';
import type { Dialect } from './dialect.ts';
import { Tokens } from './tokens.ts';
import { readPart, readValue } from './parse-value.ts';

/**
 * Reads the statements of Bicep, or the blocks and attributes of Terraform. Both are a key, perhaps labels, and a value.
 * It is tolerant: what it does not know has a value that says nothing, and it goes on behind it.
 */
export function parse(file: TextFile, dialect: Dialect): readonly Entry[] {
  const tokens = new Tokens(file, dialect);
  const parts: (readonly Entry[])[] = [];
  while (tokens.peek.kind !== 'end') {
    parts.push(readEntries(tokens, 0));
    tokens.take();
  }
  return parts.flat();
}

/** Reads entries up to the bracket that closes them, which stays. */
function readEntries(tokens: Tokens, depth: number): readonly Entry[] {
  const entries: Entry[] = [];
  for (;;) {
    tokens.skipSeparators();
    if (tokens.peek.kind === 'end' || tokens.isAt('}')) return entries;
    const entry = readEntry(tokens, depth);
    if (entry) entries.push(entry);
  }
}

function readEntry(tokens: Tokens, depth: number): Entry | undefined {
  const first = tokens.take();
  const at = tokens.place(first);
  if (first.kind === 'mark') {
    if (/^[([{]$/.test(first.text)) tokens.skipBalanced();
    // What a decorator belongs to may follow on its line.
    if (first.text === '@') readPart(tokens, depth);
    else tokens.skipExpression();
    return first.text === spread ? { key: spread, labels: [], value: { kind: 'other', at }, at } : undefined;
  }
  const labels: string[] = [];
  while (!tokens.isExpressionOver()) {
    const { kind, text } = tokens.peek;
    if (kind === 'mark' && text === '{' && depth < deepest) {
      const value = readBlock(tokens, depth);
      if (tokens.isExpressionOver()) return { key: first.text, labels, value, at };
      continue;
    }
    tokens.take();
    if (kind === 'word' || kind === 'text') labels.push(text);
    else if (text === '=' || text === ':') return { key: first.text, labels, value: readValue(tokens, depth + 1), at };
    else if (/^[([{]$/.test(text)) tokens.skipBalanced();
  }
  return { key: first.kind === 'joined' ? '' : first.text, labels, value: { kind: 'other', at }, at };
}

const spread = '...';

/** Values deeper than this are skipped. */
export const deepest = 50;

/** Reads what stands in braces. */
export function readBlock(tokens: Tokens, depth: number): Value {
  const at = tokens.place(tokens.take());
  const entries = readEntries(tokens, depth + 1);
  tokens.takeIf('}');
  // Beside `...other` any key may have another value.
  return entries.some(({ key }) => key === spread) ? { kind: 'other', at } : { kind: 'object', entries, at };
}
