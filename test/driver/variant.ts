import { applyEdits } from '@azure-openai-v1/core';
import { parseModule } from '@azure-openai-v1/javascript/parse';
import type { SourceModule } from '@azure-openai-v1/javascript';

/** Another way to write the same file; undefined where the text cannot be written so mechanically. */
export type Variant = (text: string, path: string) => string | undefined;

/** The variants under which a migration gives the corresponding result. */
export const variants: Readonly<Record<string, Variant>> = {
  'CRLF line ends': (text) => (text.includes('\r') ? undefined : text.replaceAll('\n', '\r\n')),
  'a byte order mark': (text) => `\uFEFF${text}`,
  'tab indentation': (text) => text.replaceAll(/^(?: {2})+/gm, (spaces) => '\t'.repeat(spaces.length / 2)),
  'no final newline': (text) => text.replace(/(?:\r?\n)+$/, ''),
  'double quotes': withDoubleQuotes,
};

/** Writes single-quoted strings with double quotes; undefined where the file has other quotes or would need escapes. */
function withDoubleQuotes(text: string, path: string): string | undefined {
  const parsed = parseModule(path, text);
  if (parsed.kind === 'syntax-error') return undefined;
  const strings = listTokens(parsed.module).filter(({ value }) => /^['"]/.test(value));
  if (strings.length === 0 || !strings.every(({ value }) => /^'[^"'\\]*'$/.test(value))) return undefined;
  const edits = strings.map(({ value, range: [start, end] }) => ({
    range: { start, end },
    text: `"${value.slice(1, -1)}"`,
  }));
  return applyEdits(text, edits);
}

function listTokens({ ast }: SourceModule): NonNullable<SourceModule['ast']['tokens']> {
  return ast.tokens ?? [];
}

/** Lists the comments of a text, each without the white space around it. */
export function listComments(path: string, text: string): readonly string[] {
  const parsed = parseModule(path, text);
  if (parsed.kind === 'syntax-error') throw new Error(`${path}: ${parsed.message}`);
  return (parsed.module.ast.comments ?? []).map(({ value }) => value.trim());
}
