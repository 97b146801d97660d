import type { TextEdit, TextRange } from '@azure-openai-v1/core';

/** Tells whether new source uses a name, which then must stay. */
export function isMentioned(edits: readonly TextEdit[], name: string): boolean {
  const pattern = new RegExp(`(?<![\\w$.])${name.replaceAll('$', '\\$')}(?![\\w$])`);
  return edits.some(({ text }) => pattern.test(text));
}

/** Drops edits that say the same. */
export function unique(edits: readonly TextEdit[]): readonly TextEdit[] {
  const byKey = new Map(edits.map((edit) => [JSON.stringify(edit), edit]));
  return [...byKey.values()];
}

/** Drops edits inside a stretch that another edit removes whole. */
export function withoutInner(edits: readonly TextEdit[]): readonly TextEdit[] {
  const isInside = (inner: TextRange, outer: TextRange) =>
    outer.start <= inner.start && inner.end <= outer.end && outer.end - outer.start > inner.end - inner.start;
  return edits.filter(
    (edit) => !edits.some((other) => other !== edit && other.text === '' && isInside(edit.range, other.range)),
  );
}
