import type { TextEdit } from './edit.ts';
import type { Finding, Grade } from './finding.ts';
import { convergeTogether, type Analysis } from './converge-together.ts';

/**
 * The end of a migration of one text.
 *
 * - `converged`: `text` yields no further edit of the wanted grades. `applied` has ranges in the text that was given,
 *   `remaining` has ranges in `text`, and `found` is what the first analysis said.
 * - `unparsable`: the text that was given has a syntax error.
 * - `broken`: an edit made the text unparsable, or the edits never ended. The text must be left alone.
 */
export type Convergence =
  | {
      readonly kind: 'converged';
      readonly text: string;
      readonly found: readonly Finding[];
      readonly applied: readonly Finding[];
      readonly remaining: readonly Finding[];
      readonly passes: readonly (readonly TextEdit[])[];
    }
  | { readonly kind: 'unparsable'; readonly message: string }
  | { readonly kind: 'broken'; readonly message: string };

/**
 * Applies edits and analyzes again until nothing is left to apply. Safe edits come first; an edit of grade `review` is
 * applied only on a text without safe ones, so that it was computed on what it changes.
 *
 * @param text the text without byte order mark
 * @param wanted the grades whose edits are applied
 */
export function converge(
  text: string,
  analyze: (text: string) => Analysis,
  wanted: readonly Exclude<Grade, 'manual'>[],
): Convergence {
  const steps = convergeTogether(() => text, wanted);
  let step = steps.next();
  while (!step.done) step = steps.next(new Map([['', analyze(step.value.get('') ?? text)]]));
  const end = step.value;
  if (end.kind === 'broken') return { kind: 'broken', message: end.message };
  const own = end.files.get('');
  if (own?.kind === 'analyzed') return { ...own, kind: 'converged', text: own.text ?? text };
  return { kind: 'unparsable', message: own?.message ?? '' };
}
