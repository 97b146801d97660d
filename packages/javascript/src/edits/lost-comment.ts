import type { TextEdit } from '@azure-openai-v1/core';
import type { SourceModule } from '../source-module.ts';

/**
 * Tells whether edits remove a comment, or a part of one, without writing it anew. An edit that lies within a comment is
 * made for it: it renames a type there.
 */
export function losesComment({ ast, text }: SourceModule, edits: readonly TextEdit[]): boolean {
  return (ast.comments ?? []).some(({ range: [start, end] }) =>
    edits.some(
      (edit) =>
        !(start < edit.range.start && edit.range.end < end) &&
        edit.range.start < end &&
        start < edit.range.end &&
        !edit.text.includes(text.slice(start, end)),
    ),
  );
}
