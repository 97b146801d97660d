import type { Token } from './tokens.ts';

/** What stands between two line breaks or commas: tokens, and blocks in brackets. */
export interface Statement {
  readonly parts: readonly (Block | Token)[];
  readonly block: Block;
}

/** What stands in brackets; the whole text is one without them. */
export interface Block {
  readonly kind: 'block';
  readonly open?: Token;
  readonly start: number;
  readonly end: number;
  readonly statements: readonly Statement[];
  /** The statement that it is part of; absent for the whole text. */
  readonly within?: Statement;
}

/** Reads the structure of a text; undefined where brackets do not match or are nested too deeply. */
export function readBlocks(text: string, tokens: readonly Token[]): Block | undefined {
  let index = 0;
  const readBlock = (within: Statement | undefined, open: Token | undefined, depth: number): Block | undefined => {
    if (depth > 100) return undefined;
    const statements: Statement[] = [];
    const block = {
      kind: 'block' as const,
      start: open?.start ?? 0,
      end: text.length,
      statements,
      ...(open && { open }),
      ...(within && { within }),
    };
    let parts: (Block | Token)[] = [];
    let statement: Statement = { parts, block };
    const finish = () => {
      if (parts.length > 0) statements.push(statement);
      parts = [];
      statement = { parts, block };
    };
    for (let token = tokens[index]; token !== undefined; token = tokens[index]) {
      index += 1;
      if (token.kind === 'close') {
        if (!open || !closes(text, open, token)) return undefined;
        finish();
        block.end = token.end;
        return block;
      }
      if (token.kind === 'open') {
        const inner = readBlock(statement, token, depth + 1);
        if (inner === undefined) return undefined;
        parts.push(inner);
      } else if (token.kind === 'break' || text.slice(token.start, token.end) === ',') finish();
      else if (token.kind !== 'comment') parts.push(token);
    }
    finish();
    return open ? undefined : block;
  };
  return readBlock(undefined, undefined, 0);
}

const pairs: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

function closes(text: string, open: Token, close: Token): boolean {
  return pairs[text.slice(open.start, open.end)] === text.slice(close.start, close.end);
}

/** All statements, from the outside to the inside. */
export function statementsOf(block: Block): readonly Statement[] {
  return block.statements.flatMap((statement) => [
    statement,
    ...statement.parts.flatMap((part) => (part.kind === 'block' ? statementsOf(part) : [])),
  ]);
}
