import type { Cited } from '@azure-openai-v1/knowledge';
import { markdownTable } from './markdown-table.ts';

/** A table of rows of knowledge, with their sources in the last column. */
export function rowsTable<Row extends Cited>(
  header: readonly string[],
  rows: readonly Row[],
  cells: (row: Row) => readonly string[],
): string {
  return markdownTable(
    [...header, 'Source'],
    rows.map((row) => [...cells(row), code(row.source)]),
  );
}

/** A text as code. */
export function code(text: string): string {
  return `\`${text}\``;
}
