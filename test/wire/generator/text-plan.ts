/** How a text comes into an expression. */
export const textForms = [
  'literal',
  'constant',
  'upper-constant',
  'environment',
  'environment-bracket',
  'environment-constant',
  'environment-destructured',
  'environment-renamed',
  'environment-or',
  'environment-nullish',
  'environment-or-constant',
  'environment-template',
  'environment-trimmed',
  'guarded',
  'member',
  'member-environment',
  'call',
  'joined',
  'let-once',
  'let-reassigned',
  'conditional',
  'parameter',
  'concatenated',
  'url-href',
  'without-slash',
  'string-call',
] as const;
/** One of `textForms`, or a field of the class around it, which only some plumbings have. */
export type TextForm = (typeof textForms)[number] | 'own-field';

/** A text, and how it comes into an expression. */
export interface TextPlan {
  readonly form: TextForm;
  readonly value: string;
}
