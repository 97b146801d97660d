import type { TextEdit, TextRange } from '@azure-openai-v1/core';
import type { SourceModule } from '../source-module.ts';

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
  const isInside = (inner: TextRange, outer: TextRange): boolean =>
    outer.start <= inner.start && inner.end <= outer.end && outer.end - outer.start > inner.end - inner.start;
  return edits.filter(
    (edit) =>
      !edits.some(
        (other) => other !== edit && other.path === edit.path && other.text === '' && isInside(edit.range, other.range),
      ),
  );
}

/** Says of edits which file they are for. */
export function inFile({ path }: SourceModule, edits: readonly TextEdit[]): readonly TextEdit[] {
  return edits.map((edit) => ({ ...edit, path }));
}

/** Edits as a finding of a module carries them: only those of other files name a file. */
export function seenFrom({ path }: SourceModule, edits: readonly TextEdit[]): readonly TextEdit[] {
  return edits.map((edit) => (edit.path === path ? { range: edit.range, text: edit.text } : edit));
}
