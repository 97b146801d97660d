import type { TextEdit } from '@azure-openai-v1/core';
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../source-module.ts';
import { hasComment, lineBreakAt, lineEnd, lineStart, nextLineStart, skipTrivia } from '../syntax/layout.ts';

/**
 * Removes elements from a list that commas separate (properties, specifiers, arguments). An element that has its lines to
 * itself goes with them; a comment beside it stays. A comma that would dangle goes too, unless the list had one before.
 */
export function removeElements(
  module: SourceModule,
  elements: readonly TSESTree.Node[],
  removed: ReadonlySet<TSESTree.Node>,
): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  for (let first = 0; first < elements.length; first += 1) {
    if (!isIn(removed, elements[first])) continue;
    let last = first;
    while (isIn(removed, elements[last + 1])) last += 1;
    edits.push(...removeRun(module, elements, first, last));
    first = last;
  }
  return edits;
}

function isIn(set: ReadonlySet<TSESTree.Node>, node: TSESTree.Node | undefined): boolean {
  return node !== undefined && set.has(node);
}

function removeRun(
  module: SourceModule,
  elements: readonly TSESTree.Node[],
  first: number,
  last: number,
): readonly TextEdit[] {
  const run = elements.slice(first, last + 1);
  const previous = elements[first - 1];
  const next = elements[last + 1];
  if (run.every((element) => ownsItsLines(module, element))) {
    const lines = run.map((element) =>
      cut(lineStart(module.text, element.range[0]), nextLineStart(module.text, afterComma(module, element))),
    );
    const isDangling = previous && !next && !hasComma(module, run.at(-1));
    return isDangling ? [cut(previous.range[1], afterComma(module, previous)), ...lines] : lines;
  }
  const [start, end] = [run[0]?.range[0] ?? 0, run.at(-1)?.range[1] ?? 0];
  if (next && !hasComment(module, start, next.range[0])) return [cut(start, next.range[0])];
  if (!next && previous && !hasComment(module, previous.range[1], end)) return [cut(previous.range[1], end)];
  return run.map((element) => ({
    range: { start: element.range[0], end: beforeComment(module, element) },
    text: commentsIn(module, element),
  }));
}

/** Where an element ends for somebody who keeps the comment behind it. */
function beforeComment(module: SourceModule, element: TSESTree.Node): number {
  const end = afterComma(module, element);
  const comment = module.ast.comments?.find(({ range }) => range[0] >= end);
  const between = comment && module.text.slice(end, comment.range[0]);
  return between !== undefined && /^[ \t]*$/.test(between) ? end + between.length : end;
}

/** What people wrote inside an element stays, whatever becomes of the element. */
function commentsIn({ ast, text }: SourceModule, { range: [start, end] }: TSESTree.Node): string {
  const inside = ast.comments?.filter(({ range }) => start <= range[0] && range[1] <= end) ?? [];
  // A line comment would swallow whatever follows it on its line.
  return inside
    .map(({ type, range }) => text.slice(...range) + (type === 'Line' ? lineBreakAt(text, range[0]) : ''))
    .join(' ');
}

function cut(start: number, end: number): TextEdit {
  return { range: { start, end }, text: '' };
}

/** Where an element ends, its comma included. */
function afterComma(module: SourceModule, element: TSESTree.Node): number {
  const position = skipTrivia(module, element.range[1]);
  return module.text.charAt(position) === ',' ? position + 1 : element.range[1];
}

function hasComma(module: SourceModule, element: TSESTree.Node | undefined): boolean {
  return element !== undefined && afterComma(module, element) !== element.range[1];
}

function ownsItsLines(module: SourceModule, element: TSESTree.Node): boolean {
  const { text } = module;
  const end = afterComma(module, element);
  const before = text.slice(lineStart(text, element.range[0]), element.range[0]);
  const after = text.slice(end, lineEnd(text, end));
  return (
    (before + after).trim() === '' &&
    lineStart(text, element.range[0]) > 0 &&
    !hasComment(module, element.range[0], end)
  );
}
