import type { Value } from '../value.ts';
import { deepest, readBlock } from './parse.ts';
import type { Tokens } from './tokens.ts';

/** Functions of Terraform that give what they are given, in another form. */
const transparent = new Set(['jsonencode', 'tolist', 'tomap', 'toset']);

const literals = new Set(['true', 'false', 'null']);

/** Reads a value. An expression of several parts counts as one that is not worked out. */
export function readValue(tokens: Tokens, depth: number): Value {
  while (tokens.peek.kind === 'newline') tokens.take();
  const at = tokens.place(tokens.peek);
  if (tokens.isExpressionOver()) return { kind: 'other', at };
  const value = readPart(tokens, depth);
  if (tokens.isExpressionOver()) return value;
  tokens.skipExpression();
  return { kind: 'other', at };
}

/** Reads a value up to the first operator. */
export function readPart(tokens: Tokens, depth: number): Value {
  const token = tokens.peek;
  const at = tokens.place(token);
  if (token.kind === 'word') return readWord(tokens, depth);
  if (token.kind === 'mark' && token.text === '{' && depth < deepest) return readBlock(tokens, depth);
  tokens.take();
  if (token.kind === 'text') return { kind: 'text', text: token.text, at };
  if (token.kind === 'joined') return { kind: 'joined', tail: token.text, at };
  if (/^[([{]$/.test(token.text)) {
    if (token.text === '[' && depth < deepest) return readList(tokens, depth, at);
    if (token.text === '(' && depth < deepest) return readEnclosed(tokens, depth);
    tokens.skipBalanced();
  }
  return { kind: 'other', at };
}

/** Reads the one value up to a closing bracket. */
function readEnclosed(tokens: Tokens, depth: number): Value {
  const value = readValue(tokens, depth + 1);
  tokens.skipSeparators();
  if (tokens.takeIf(')')) return value;
  tokens.skipBalanced();
  return { kind: 'other', at: value.at };
}

/** Reads `a.b['c']`, a call, or `if (…) value`, whose condition does not matter. */
function readWord(tokens: Tokens, depth: number): Value {
  const first = tokens.take();
  const at = tokens.place(first);
  const path = [first.text];
  for (;;) {
    if (tokens.takeIf('(')) {
      if (path.length === 1 && first.text === 'if') {
        tokens.skipBalanced();
        return depth < deepest ? readValue(tokens, depth + 1) : { kind: 'other', at };
      }
      if (path.length === 1 && transparent.has(first.text) && depth < deepest) return readEnclosed(tokens, depth);
      tokens.skipBalanced();
      return { kind: 'other', at };
    }
    if (tokens.takeIf('.')) path.push(tokens.take().text);
    else if (tokens.takeIf('[')) {
      const key = tokens.take();
      if (key.kind !== 'text' || !tokens.isAt(']')) {
        tokens.skipBalanced();
        return { kind: 'other', at };
      }
      tokens.take();
      path.push(key.text);
    } else return literals.has(first.text) ? { kind: 'other', at } : { kind: 'reference', path, at };
  }
}

function readList(tokens: Tokens, depth: number, at: Value['at']): Value {
  const items: Value[] = [];
  for (;;) {
    tokens.skipSeparators();
    if (tokens.peek.kind === 'end' || tokens.takeIf(']')) return { kind: 'list', items, at };
    if (items.length === 0 && tokens.peek.text === 'for' && tokens.peek.kind === 'word')
      return readLoop(tokens, depth, at);
    items.push(readValue(tokens, depth + 1));
    if (tokens.isAt('}') || tokens.isAt(')')) tokens.take();
  }
}

/** Reads `for item in list: body` or `for (item, index) in list: body` up to the end of its list. */
function readLoop(tokens: Tokens, depth: number, at: Value['at']): Value {
  tokens.take();
  const isPair = tokens.takeIf('(');
  const item = tokens.take().text;
  if (isPair) tokens.skipBalanced();
  const isLoop = tokens.take().text === 'in';
  const over = readPart(tokens, depth + 1);
  const hasBody = tokens.takeIf(':');
  const body = isLoop && hasBody ? readValue(tokens, depth + 1) : undefined;
  tokens.skipSeparators();
  const isClosed = tokens.takeIf(']');
  if (!isClosed) tokens.skipBalanced();
  return isClosed && body ? { kind: 'loop', item, over, body, at } : { kind: 'other', at };
}
