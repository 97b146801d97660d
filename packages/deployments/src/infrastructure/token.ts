import type { Dialect } from './dialect.ts';

/** A word, a text without and with expressions in it, a sign, or the end of a line or of the file. */
export interface Token {
  readonly kind: 'word' | 'number' | 'text' | 'joined' | 'mark' | 'newline' | 'end';
  /** What is written; of a text its content, of a joined text what stands after its last expression. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const marks = /=>|==|!=|[<>]=|\?\?|&&|\|\||\.\.\.|\.\?|::|[^]/y;

/** Reads the token at or after a place. Every step moves on, so a file is read in one pass whatever it holds. */
export function readToken(text: string, from: number, dialect: Dialect): Token {
  const start = skipBlanks(text, from, dialect);
  const character = text.charAt(start);
  if (character === '') return { kind: 'end', text: '', start, end: start };
  if (character === '\n') return { kind: 'newline', text: character, start, end: start + 1 };
  const rawEnd = dialect.rawEnd(text, start);
  if (rawEnd !== undefined) return { kind: 'joined', text: '', start, end: rawEnd };
  if (character === dialect.quote) return readText(text, start, dialect);
  const word = match(dialect.word, text, start);
  if (word !== undefined) return { kind: 'word', text: word, start, end: start + word.length };
  const number = match(/\d[\w.]*/y, text, start);
  if (number !== undefined) return { kind: 'number', text: number, start, end: start + number.length };
  const mark = match(marks, text, start) ?? character;
  return { kind: 'mark', text: mark, start, end: start + mark.length };
}

function match(pattern: RegExp, text: string, start: number): string | undefined {
  pattern.lastIndex = start;
  return pattern.exec(text)?.[0];
}

function skipBlanks(text: string, from: number, dialect: Dialect): number {
  let index = from;
  for (;;) {
    const end = endOfBlank(text, index, dialect);
    if (end === index) return index;
    index = end;
  }
}

/** Steps over one blank or comment; a comment without an end takes the rest of the file. */
function endOfBlank(text: string, index: number, { lineComment }: Dialect): number {
  const character = text.charAt(index);
  if (character === ' ' || character === '\t' || character === '\r' || character === '\uFEFF') return index + 1;
  if (text.startsWith('/*', index)) {
    const end = text.indexOf('*/', index + 2);
    return end === -1 ? text.length : end + 2;
  }
  if (!text.startsWith('//', index) && character !== lineComment) return index;
  const end = text.indexOf('\n', index);
  return end === -1 ? text.length : end;
}

/** Reads a text in quotes. Expressions in it may hold texts in turn. */
function readText(text: string, start: number, { quote, openings }: Dialect): Token {
  const nesting: ('text' | 'code')[] = ['text'];
  let index = start + 1;
  let tail = index;
  let isPlain = true;
  while (index < text.length) {
    const character = text.charAt(index);
    const inText = nesting.at(-1) === 'text';
    const opens = inText && openings.includes(text.slice(index, index + 2));
    if (inText && character === '\n') break;
    if (inText && (character === '\\' || opens)) {
      isPlain = false;
      if (opens) nesting.push('code');
      index += 1;
      tail = index + 1;
    } else if (character === quote) {
      if (!inText) nesting.push('text');
      else if (nesting.length > 1) nesting.pop();
      else {
        return { kind: isPlain ? 'text' : 'joined', text: text.slice(tail, index), start, end: index + 1 };
      }
    } else if (!inText && character === '{') nesting.push('code');
    else if (!inText && character === '}') {
      nesting.pop();
      tail = index + 1;
    }
    index += 1;
  }
  return { kind: 'joined', text: '', start, end: index };
}
