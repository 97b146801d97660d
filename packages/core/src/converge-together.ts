import { applyEdits, offsetBeforeEdits, type TextEdit } from './edit.ts';
import type { Finding, Grade } from './finding.ts';
import { planEdits, type Plan } from './plan.ts';

/** What a language says of one text: its findings, or why it could not be read. */
export type Analysis =
  | { readonly kind: 'analyzed'; readonly findings: readonly Finding[] }
  | { readonly kind: 'unparsable'; readonly message: string };

/** What became of one file among several. */
export type FileConvergence =
  | {
      readonly kind: 'analyzed';
      /** The new text; absent where the file does not change. */
      readonly text?: string;
      /** What the first analysis said of it. */
      readonly found: readonly Finding[];
      /** What was applied of its findings; ranges in the text that was given. */
      readonly applied: readonly Finding[];
      /** What is left; ranges in the new text. */
      readonly remaining: readonly Finding[];
      readonly passes: readonly (readonly TextEdit[])[];
    }
  | { readonly kind: 'unparsable'; readonly message: string };

/** The end of a migration of several texts that belong together. */
export type ConvergenceOfAll =
  | { readonly kind: 'converged'; readonly files: ReadonlyMap<string, FileConvergence> }
  /** The file at `path` was made unparsable, or its edits never ended. */
  | { readonly kind: 'broken'; readonly path: string; readonly message: string };

/** More passes than any real text needs; reaching it means that two edits undo each other. */
export const maximumPasses = 10;

/** Asks what there is to say of every file that can have findings, given the texts that have changed so far, by path. */
export type ConvergenceSteps<Result> = Generator<ReadonlyMap<string, string>, Result, ReadonlyMap<string, Analysis>>;

/**
 * Applies the edits of findings to the files that they name and has the files analyzed again until nothing is left to
 * apply. The edits of a finding are applied in one pass, in whatever files they are. The caller runs the generator, so
 * that it may wait between two analyses.
 *
 * @param read gives the text of a file before the migration
 * @param wanted the grades whose edits are applied; the first is applied as long as it has any
 */
export function* convergeTogether(
  read: (path: string) => string,
  wanted: readonly Exclude<Grade, 'manual'>[],
): ConvergenceSteps<ConvergenceOfAll> {
  const changed = new Map<string, string>();
  const passes = new Map<string, (readonly TextEdit[])[]>();
  const applied = new Map<string, Finding[]>();
  let first: ReadonlyMap<string, Analysis> | undefined;
  for (let count = 0; ; count += 1) {
    const analyses = yield changed;
    first ??= analyses;
    const broken = [...analyses].find(([path, { kind }]) => kind === 'unparsable' && changed.has(path));
    if (broken?.[1].kind === 'unparsable') return { kind: 'broken', path: broken[0], message: broken[1].message };
    const plan = nextPlan(analyses, wanted);
    if (plan === undefined)
      return { kind: 'converged', files: describe(first, analyses, { changed, passes, applied }) };
    if (count === maximumPasses * wanted.length)
      return { kind: 'broken', path: pathOf(plan.edits), message: `Edits did not end after ${String(count)} passes` };
    for (const { path, finding } of plan.planned) {
      const located = locateBeforePasses(finding, passes.get(path) ?? []);
      applied.set(path, [...(applied.get(path) ?? []), located]);
    }
    for (const [path, edits] of groupByPath(plan.edits)) {
      passes.set(path, [...(passes.get(path) ?? []), edits]);
      changed.set(path, applyEdits(changed.get(path) ?? read(path), edits));
    }
  }
}

/** Moves a finding's range from the text after `passes` to the text before them. */
export function locateBeforePasses(finding: Finding, passes: readonly (readonly TextEdit[])[]): Finding {
  const locate = (offset: number) =>
    passes.reduceRight((position, edits) => offsetBeforeEdits(position, edits), offset);
  const start = locate(finding.range.start);
  return { ...finding, range: { start, end: Math.max(start, locate(finding.range.end)) } };
}

interface Progress {
  readonly changed: ReadonlyMap<string, string>;
  readonly passes: ReadonlyMap<string, readonly (readonly TextEdit[])[]>;
  readonly applied: ReadonlyMap<string, readonly Finding[]>;
}

function describe(
  first: ReadonlyMap<string, Analysis>,
  last: ReadonlyMap<string, Analysis>,
  { changed, passes, applied }: Progress,
): ReadonlyMap<string, FileConvergence> {
  const paths = new Set([...first.keys(), ...last.keys(), ...changed.keys()]);
  return new Map(
    [...paths].map((path): [string, FileConvergence] => {
      const [before, after] = [first.get(path), last.get(path)];
      const text = changed.get(path);
      if (before?.kind === 'unparsable') return [path, before];
      return [
        path,
        {
          kind: 'analyzed',
          ...(text !== undefined && { text }),
          found: before?.findings ?? [],
          applied: applied.get(path) ?? [],
          remaining: after?.kind === 'analyzed' ? after.findings : [],
          passes: passes.get(path) ?? [],
        },
      ];
    }),
  );
}

interface PlanOfAll {
  readonly edits: Plan['edits'];
  readonly planned: readonly { readonly path: string; readonly finding: Finding }[];
}

function nextPlan(analyses: ReadonlyMap<string, Analysis>, wanted: readonly Grade[]): PlanOfAll | undefined {
  const owners = new Map<Finding, { readonly path: string; readonly finding: Finding }>();
  for (const [path, analysis] of analyses) {
    for (const finding of analysis.kind === 'analyzed' ? analysis.findings : []) {
      const edits = finding.edits.map((edit) => ({ ...edit, path: edit.path ?? path }));
      owners.set({ ...finding, edits }, { path, finding });
    }
  }
  for (const grade of wanted) {
    const plan = planEdits([...owners.keys()], grade);
    const planned = plan.planned.map((finding) => owners.get(finding)).filter((owner) => owner !== undefined);
    if (plan.edits.length > 0) return { edits: plan.edits, planned };
  }
  return undefined;
}

function groupByPath(edits: readonly TextEdit[]): ReadonlyMap<string, readonly TextEdit[]> {
  const groups = new Map<string, TextEdit[]>();
  for (const edit of edits) groups.set(pathOf([edit]), [...(groups.get(pathOf([edit])) ?? []), edit]);
  return groups;
}

function pathOf([edit]: readonly TextEdit[]): string {
  return edit?.path ?? '';
}
