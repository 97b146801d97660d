import type { TextEdit } from './edit.ts';
import type { TextRange } from './text-range.ts';

/**
 * How far an edit can be trusted.
 *
 * - `safe`: provably the same requests, and the file still compiles on its own.
 * - `review`: likely what is wanted, but behaviour, a comment or a name could change.
 * - `manual`: no edit; the message says what is left to a person.
 */
export type Grade = 'safe' | 'review' | 'manual';

/** The grades, from the most to the least trusted. */
export const grades = ['safe', 'review', 'manual'] as const satisfies readonly Grade[];

/** A fault found in one text. `range` is the smallest stretch that carries the fault. */
export interface Finding {
  /** The rule's name, such as `no-azure-openai-client`. */
  readonly rule: string;
  /** The key of the message within the rule. */
  readonly messageId: string;
  /** What the message's placeholders stand for. */
  readonly data: Readonly<Record<string, string>>;
  /** The whole sentence: what is wrong, why it matters, what to do. */
  readonly message: string;
  readonly grade: Grade;
  readonly range: TextRange;
  /** All of them are applied, in whatever files they are, or none; empty exactly when the grade is `manual`. */
  readonly edits: readonly TextEdit[];
}

/** Orders findings as they stand in the text, then by rule. */
export function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted(
    (a, b) => a.range.start - b.range.start || a.range.end - b.range.end || a.rule.localeCompare(b.rule, 'en'),
  );
}
