import type { Grade, TextEdit, TextRange } from '@azure-openai-v1/core';
import type { ModuleFacts } from '../facts/module-facts.ts';

/** What a rule says of one place, before it becomes a finding. */
export interface Problem<MessageId extends string = string> {
  readonly range: TextRange;
  readonly messageId: MessageId;
  /** What the message's `{{placeholders}}` stand for. */
  readonly data?: Readonly<Record<string, string>>;
  readonly grade: Grade;
  /** Absent exactly when the grade is `manual`. */
  readonly edits?: readonly TextEdit[];
}

/** A rule: identity, words, check. It prints nothing, reads no file and knows neither ESLint nor ts-morph. */
export interface Rule<MessageId extends string = string> {
  readonly id: string;
  /** One sentence for the rules table. */
  readonly description: string;
  /** In `recommended`, or only in `strict`. */
  readonly recommended: boolean;
  /** The most trusted grade that its findings can have. */
  readonly bestGrade: Grade;
  /** What is wrong, why it matters, what to do; `{{name}}` is replaced from the problem's data. */
  readonly messages: Readonly<Record<MessageId, string>>;
  check(facts: ModuleFacts): Iterable<Problem<MessageId>>;
}

/** Gives a rule its type. */
export function defineRule<MessageId extends string>(rule: Rule<MessageId>): Rule<MessageId> {
  return rule;
}
