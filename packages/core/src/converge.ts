import { applyEdits, offsetBeforeEdits, type TextEdit } from './edit.ts';
import type { Finding, Grade } from './finding.ts';
import { planEdits } from './plan.ts';

/** What a language says of one text: its findings, or why it could not be read. */
export type Analysis =
  | { readonly kind: 'analyzed'; readonly findings: readonly Finding[] }
  | { readonly kind: 'unparsable'; readonly message: string };

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

/** More passes than any real text needs; reaching it means that two edits undo each other. */
export const maximumPasses = 10;

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
  const passes: (readonly TextEdit[])[] = [];
  const applied: Finding[] = [];
  let found: readonly Finding[] | undefined;
  let current = text;
  for (;;) {
    const analysis = analyze(current);
    if (analysis.kind === 'unparsable') return passes.length === 0 ? analysis : { ...analysis, kind: 'broken' };
    found ??= analysis.findings;
    const plan = nextPlan(analysis.findings, wanted);
    if (plan === undefined)
      return { kind: 'converged', text: current, found, applied, remaining: analysis.findings, passes };
    if (passes.length === maximumPasses * wanted.length) {
      return { kind: 'broken', message: `Edits did not end after ${String(passes.length)} passes` };
    }
    applied.push(...plan.planned.map((finding) => locateBeforePasses(finding, passes)));
    passes.push(plan.edits);
    current = applyEdits(current, plan.edits);
  }
}

function nextPlan(findings: readonly Finding[], wanted: readonly Grade[]) {
  for (const grade of wanted) {
    const plan = planEdits(findings, grade);
    if (plan.edits.length > 0) return plan;
  }
  return undefined;
}

/** Moves a finding's range from the text after `passes` to the text before them. */
export function locateBeforePasses(finding: Finding, passes: readonly (readonly TextEdit[])[]): Finding {
  const locate = (offset: number) => passes.reduceRight(offsetBeforeEditsOf, offset);
  const start = locate(finding.range.start);
  return { ...finding, range: { start, end: Math.max(start, locate(finding.range.end)) } };
}

function offsetBeforeEditsOf(offset: number, edits: readonly TextEdit[]): number {
  return offsetBeforeEdits(offset, edits);
}
