import type { Cited } from './citations.ts';

/** What the body of a request may hold. */
export interface RequestBody extends Cited {
  /** Method and path, as in `POST /chat/completions`; a legacy path stands below its deployment. */
  readonly operation: string;
  readonly content: 'json' | 'multipart';
  readonly required: readonly string[];
  /** Names in order; a form's list ends in `[]`. */
  readonly properties: readonly string[];
}

/** Property names from one text, separated by spaces. */
export function words(text: string): readonly string[] {
  return text.split(' ');
}
