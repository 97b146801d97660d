import type { Place, TextFile } from '../place.ts';
import type { Dialect } from './dialect.ts';
import { readToken, type Token } from './token.ts';

/** What goes on with the expression of the line before. */
const continuing = new Set([
  '?',
  ':',
  '&&',
  '||',
  '??',
  '+',
  '-',
  '*',
  '/',
  '%',
  '==',
  '!=',
  '<',
  '>',
  '<=',
  '>=',
  '.',
]);

const opening = new Set(['(', '[', '{']);
const closing = new Set([')', ']', '}']);

/** The tokens of a file, one after the other. */
export class Tokens {
  /** The token that is taken next. */
  peek: Token;
  readonly #file: TextFile;
  readonly #dialect: Dialect;

  constructor(file: TextFile, dialect: Dialect) {
    this.#file = file;
    this.#dialect = dialect;
    this.peek = this.#readAt(0);
  }

  take(): Token {
    const token = this.peek;
    if (token.kind !== 'end') this.peek = this.#readAt(token.end);
    return token;
  }

  place({ start }: Token): Place {
    return { file: this.#file, offset: start };
  }

  /** Tells whether the next token is a certain sign. */
  isAt(mark: string): boolean {
    return this.peek.kind === 'mark' && this.peek.text === mark;
  }

  /** Tells whether the next token is a certain sign, and takes it then. */
  takeIf(mark: string): boolean {
    const isThere = this.isAt(mark);
    if (isThere) this.take();
    return isThere;
  }

  skipSeparators(): void {
    while (this.peek.kind === 'newline' || this.isAt(',')) this.take();
  }

  /** Skips to behind the bracket that closes the one just taken. */
  skipBalanced(): void {
    for (let depth = 1; depth > 0 && this.peek.kind !== 'end';) {
      const { kind, text } = this.take();
      if (kind === 'mark') depth += opening.has(text) ? 1 : closing.has(text) ? -1 : 0;
    }
  }

  /** Tells whether an expression ends here; blank lines before its continuation are taken. */
  isExpressionOver(): boolean {
    const { kind, text, end } = this.peek;
    if (kind === 'mark') return text === ',' || closing.has(text);
    if (kind !== 'newline') return kind === 'end';
    let next = this.#readAt(end);
    while (next.kind === 'newline') next = this.#readAt(next.end);
    if (next.kind !== 'mark' || !continuing.has(next.text)) return true;
    this.peek = next;
    return false;
  }

  /** Skips what is left of an expression. */
  skipExpression(): void {
    while (!this.isExpressionOver()) {
      const { kind, text } = this.take();
      if (kind === 'mark' && opening.has(text)) this.skipBalanced();
    }
  }

  #readAt(index: number): Token {
    return readToken(this.#file.text, index, this.#dialect);
  }
}
