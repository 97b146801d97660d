import type { TextEdit } from '@azure-openai-v1/core';
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../source-module.ts';
import { lineEnd, lineStart, nextLineStart } from '../syntax/layout.ts';
import { removeElements } from './list-edits.ts';

/**
 * Removes a statement together with its line, where the line holds nothing else; and the blank line behind it, where the
 * statement stood as a paragraph of its own.
 */
export function removeStatement({ text }: SourceModule, statement: TSESTree.Node): TextEdit {
  const [start, whole] = statement.range;
  const end = ownEnd(text, start, whole);
  const first = lineStart(text, start);
  if ((text.slice(first, start) + text.slice(end, lineEnd(text, end))).trim() !== '')
    return { range: { start, end }, text: '' };
  const next = nextLineStart(text, end);
  const isParagraph = isBlankLine(text, next) && (first === 0 || isBlankLine(text, previousLineStart(text, first)));
  return { range: { start: first, end: isParagraph ? nextLineStart(text, next) : next }, text: '' };
}

/** A semicolon on a later line guards what follows it from being read as a continuation, so it stays. */
function ownEnd(text: string, start: number, end: number): number {
  const match = /[\n\r]\s*;$/.exec(text.slice(start, end));
  return match ? start + match.index : end;
}

function isBlankLine(text: string, start: number): boolean {
  return start < text.length && text.slice(start, lineEnd(text, start)).trim() === '';
}

function previousLineStart(text: string, start: number): number {
  return lineStart(text, text.startsWith('\r\n', start - 2) ? start - 2 : start - 1);
}

/** Takes names out of the pattern of a declaration, and the declaration away with the last of them. */
export function removeFromPattern(
  module: SourceModule,
  pattern: TSESTree.ObjectPattern,
  removed: ReadonlySet<TSESTree.Node>,
): readonly TextEdit[] {
  const statement = pattern.parent.type === 'VariableDeclarator' ? pattern.parent.parent : undefined;
  const isAlone = statement?.type === 'VariableDeclaration' && statement.declarations.length === 1;
  if (isAlone && removed.size === pattern.properties.length) return [removeStatement(module, statement)];
  return removeElements(module, pattern.properties, removed);
}
