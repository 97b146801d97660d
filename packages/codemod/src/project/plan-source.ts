import { converge, locateBeforePasses, type Analysis, type Finding } from '@azure-openai-v1/core';
import { analyze, type ProjectFacts, type Rule } from '@azure-openai-v1/javascript';
import { parseModule } from '@azure-openai-v1/javascript/parse';
import { findNewSyntaxError } from './verify-syntax.ts';

/** The grades of the edits that a run may apply. */
export type WantedGrades = Parameters<typeof converge>[2];

/** What one text is migrated with. */
export interface Means {
  readonly rules: readonly Rule[];
  readonly project: ProjectFacts;
  /** The grades whose edits are applied. */
  readonly wanted: WantedGrades;
}

/** What a migration would make of one text. */
export type SourcePlan =
  | {
      readonly kind: 'planned';
      readonly text: string;
      /** Everything that there is to say of the text as it was given, each once. */
      readonly findings: readonly Finding[];
      /** What is applied; ranges in the text that was given. */
      readonly applied: readonly Finding[];
      /** What is left; ranges in the new `text`. */
      readonly remaining: readonly Finding[];
    }
  | { readonly kind: 'unparsable'; readonly message: string }
  | { readonly kind: 'broken'; readonly message: string };

/** Works out the migration of one text and checks the result; writes nothing. */
export async function planSource(path: string, text: string, { rules, project, wanted }: Means): Promise<SourcePlan> {
  const analyzeText = (current: string): Analysis => {
    const parsed = parseModule(path, current);
    if (parsed.kind === 'parsed') return { kind: 'analyzed', findings: analyze(parsed.module, rules, project) };
    return { kind: 'unparsable', message: `${String(parsed.line)}:${String(parsed.column)} ${parsed.message}` };
  };
  const plan = converge(text, analyzeText, wanted);
  if (plan.kind !== 'converged') return plan;
  const { found, applied, remaining, passes } = plan;
  if (plan.text !== text) {
    const again = converge(plan.text, analyzeText, wanted);
    const message =
      again.kind === 'converged' && again.text === plan.text
        ? await findNewSyntaxError(path, text, plan.text)
        : 'A second run would change it again';
    if (message !== undefined) return { kind: 'broken', message };
  }
  const later = [...applied, ...remaining.map((finding) => locateBeforePasses(finding, passes))];
  return { kind: 'planned', text: plan.text, findings: mergeFindings(found, later), applied, remaining };
}

/** Adds what only later passes found. The same words of the same rule at an overlapping place are the same finding. */
export function mergeFindings(found: readonly Finding[], later: readonly Finding[]): readonly Finding[] {
  const merged = [...found];
  for (const finding of later) {
    if (!merged.some((other) => isSameFinding(other, finding))) merged.push(finding);
  }
  return merged.toSorted((a, b) => a.range.start - b.range.start);
}

function isSameFinding(a: Finding, b: Finding): boolean {
  const overlap = a.range.start <= b.range.end && b.range.start <= a.range.end;
  return overlap && a.rule === b.rule && a.messageId === b.messageId;
}
