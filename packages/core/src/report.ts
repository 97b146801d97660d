import type { Grade } from './finding.ts';
import type { Outcome } from './outcome.ts';
import type { Position } from './position.ts';

/** A finding as it is shown to people and machines. */
export interface ReportedFinding {
  readonly rule: string;
  readonly message: string;
  readonly grade: Grade;
  /** True when this run wrote the finding's edits. */
  readonly applied: boolean;
  /**
   * Where it stands: applied findings in the file as it was before the run, all others in the file as it is after it.
   */
  readonly range: { readonly start: Position; readonly end: Position };
}

/** What a run says of one file. `path` is relative to the folder of the call and uses `/`. */
export interface FileReport {
  readonly path: string;
  readonly outcome: Outcome;
  readonly findings: readonly ReportedFinding[];
  /** The text before and after, where a migration changes it; for the diff, never serialized. */
  readonly change?: { readonly before: string; readonly after: string };
}

/** What a run says at its end. `files` lists only files with a finding, a change or a problem. */
export interface Report {
  readonly files: readonly FileReport[];
  /** How many files were looked at. */
  readonly scanned: number;
  /** How many of them held a word that matters and were analyzed. */
  readonly candidates: number;
  /** What is left to do outside of the files, one line each. */
  readonly notes?: readonly string[];
}

/** The counts of a report; they add up with its files. */
export interface Summary {
  readonly scanned: number;
  readonly candidates: number;
  readonly migrated: number;
  readonly pending: number;
  readonly needsWork: number;
  readonly skipped: number;
  readonly failed: number;
  readonly findings: Readonly<Record<Grade, number>>;
  readonly applied: number;
}

/** Counts what a report lists. */
export function summarize({ files, scanned, candidates }: Report): Summary {
  const countOutcomes = (kind: Outcome['kind']) => files.filter(({ outcome }) => outcome.kind === kind).length;
  const findings = files.flatMap((file) => file.findings);
  const countGrade = (grade: Grade) => findings.filter((finding) => finding.grade === grade).length;
  return {
    scanned,
    candidates,
    migrated: countOutcomes('migrated'),
    pending: countOutcomes('pending'),
    needsWork: countOutcomes('needs-work'),
    skipped: countOutcomes('skipped'),
    failed: countOutcomes('failed'),
    findings: { safe: countGrade('safe'), review: countGrade('review'), manual: countGrade('manual') },
    applied: findings.filter((finding) => finding.applied).length,
  };
}
