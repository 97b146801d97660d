import type { TextRange } from '@azure-openai-v1/core';

/** A name in a JSDoc type, such as `AzureOpenAI`, `openai.AzureOpenAI` or `import('openai').AzureOpenAI`. */
export interface JSDocName {
  /** Its parts; an import stands before them. */
  readonly path: readonly string[];
  /** The last part. */
  readonly range: TextRange;
  /** The module that is imported on the spot, and the literal that names it. */
  readonly source: { readonly text: string; readonly range: TextRange } | undefined;
  /** The type is nothing but this name. */
  readonly isWhole: boolean;
  /** `typeof` stands before it, outside of `InstanceType<…>`. */
  readonly isQuery: boolean;
}

/** The type in the braces of a tag, with the names in it; ranges are in the text that was given. */
export interface JSDocType {
  readonly tag: string;
  readonly range: TextRange;
  readonly names: readonly JSDocName[];
}

/** A tag counts at the beginning of a line of the comment; elsewhere it is a word of a sentence. */
const taggedBrace = /(?:\/\*\*|[\n\r\u2028\u2029])[\t *]*@(\w+)[\t ]*\{/g;

/** No type that people write is longer, and what looks for the end of one must not read a whole file each time. */
const lengthLimit = 2000;

/** Finds the types that a JSDoc comment has in braces behind its tags. */
export function* jsdocTypes(text: string, comment: TextRange): Generator<JSDocType> {
  const content = text.slice(comment.start, comment.end);
  for (const match of content.matchAll(taggedBrace)) {
    const start = comment.start + match.index + match[0].length;
    const end = closingBrace(text, start, Math.min(comment.end, start + lengthLimit));
    if (end === undefined) continue;
    const range = { start, end };
    yield { tag: match[1] ?? '', range, names: [...namesIn(text, range)] };
  }
}

/** The end of the braces that are open at an offset. */
function closingBrace(text: string, start: number, limit: number): number | undefined {
  let depth = 1;
  for (let position = start; position < limit; position += 1) {
    const character = text.charAt(position);
    if (/['"`]/.test(character)) {
      const end = text.indexOf(character, position + 1);
      if (end === -1 || end >= limit) return undefined;
      position = end;
    } else if (character === '{') depth += 1;
    else if (character === '}') depth -= 1;
    if (depth === 0) return position;
  }
  return undefined;
}

/** An import with names behind it, a string, or a path of names. */
const tokens =
  /\bimport\(\s*(?<literal>(['"])(?<module>[^'"\n]*)\2)\s*\)\s*\.\s*(?<members>[\w$]+(?:\s*\.\s*[\w$]+)*)|(['"`])(?:(?!\5)[^\\]|\\.)*\5|(?<![\w$])(?<path>[A-Za-z_$][\w$]*(?:\s*\.\s*[A-Za-z_$][\w$]*)*)/g;

function* namesIn(text: string, range: TextRange): Generator<JSDocName> {
  const content = text.slice(range.start, range.end);
  for (const match of content.matchAll(tokens)) {
    const { literal, module, members, path } = match.groups ?? {};
    const names = members ?? path;
    if (names === undefined) continue;
    const start = range.start + match.index;
    const end = start + match[0].length;
    // The name of a property or of a parameter.
    if (path !== undefined && /^\s*\??:/.test(text.slice(end, range.end))) continue;
    const parts = names.split('.').map((part) => part.trim());
    const literalStart = start + match[0].indexOf(literal ?? '');
    yield {
      path: parts,
      range: { start: end - (parts.at(-1)?.length ?? 0), end },
      source:
        literal === undefined
          ? undefined
          : { text: module ?? '', range: { start: literalStart, end: literalStart + literal.length } },
      isWhole: content.trim() === match[0],
      isQuery: /(?<!\bInstanceType<\s*)\btypeof\s+$/.test(text.slice(range.start, start)),
    };
  }
}
