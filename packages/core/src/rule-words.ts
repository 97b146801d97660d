import type { Grade } from './finding.ts';

/** What is said of a rule wherever rules are listed, whatever it is about. */
export interface RuleWords {
  readonly id: string;
  /** One sentence for the rules table. */
  readonly description: string;
  /** The most trusted grade that its findings can have. */
  readonly bestGrade: Grade;
  /** What is wrong, why it matters, what to do; `{{name}}` is replaced from a finding's data. */
  readonly messages: Readonly<Record<string, string>>;
}
