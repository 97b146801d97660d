import type { TextRange } from '@azure-openai-v1/core';
import { Lexer, parseAllDocuments, type Document } from 'yaml';
import { isNestedDeeply } from '../nesting.ts';

/** A YAML text: its documents and where its comments are. */
export interface YamlText {
  readonly text: string;
  readonly documents: readonly Document.Parsed[];
  readonly comments: readonly TextRange[];
}

/** Longer texts are taken for data and not parsed. */
const lengthLimit = 128 * 1024;

/** Parses YAML; undefined where it is not, as with templates that become YAML later. */
export function parseYaml(text: string): YamlText | undefined {
  if (text.length > lengthLimit || isNestedDeeply(text)) return undefined;
  const parsed = parseAllDocuments(text, { uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
  const documents = 'empty' in parsed ? [] : parsed;
  if (documents.some(({ errors }) => errors.length > 0)) return undefined;
  return { text, documents, comments: commentsOf(text) };
}

/** The lexer yields the source piece by piece, and single control characters before a scalar and a document. */
function commentsOf(text: string): readonly TextRange[] {
  const comments: TextRange[] = [];
  let offset = 0;
  let isScalar = false;
  for (const piece of new Lexer().lex(text)) {
    if (/^[\u0002\u0018\u001f]$/.test(piece)) {
      isScalar = piece === '\u001f';
      continue;
    }
    if (!isScalar && piece.startsWith('#')) comments.push({ start: offset, end: offset + piece.length });
    isScalar = false;
    offset += piece.length;
  }
  return comments;
}
