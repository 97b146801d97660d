import type { Outcome, SkipReason } from './outcome.ts';
import type { Report } from './report.ts';

/** The exit codes of a run that got as far as a report; wrong use (2) and refusals (3) end earlier. */
export type ReportExitCode = 0 | 1 | 4 | 5;

/**
 * Skips that are a decision and not a failure: a generated file is migrated by its generator, a link by its target.
 * Every other skip means that a file that matters was not read, parsed or written.
 */
const decidedSkips: ReadonlySet<SkipReason> = new Set(['generated', 'symlink']);

/** Says how a run ended: 5 self-check failed, 4 partial, 1 findings remain, 0 nothing left. */
export function exitCodeOf({ files }: Report): ReportExitCode {
  if (files.some(({ outcome }) => outcome.kind === 'failed' && outcome.reason === 'self-check')) return 5;
  if (files.some(({ outcome }) => isPartial(outcome))) return 4;
  return files.some(({ findings }) => findings.some((finding) => !finding.applied)) ? 1 : 0;
}

function isPartial(outcome: Outcome): boolean {
  return outcome.kind === 'failed' || (outcome.kind === 'skipped' && !decidedSkips.has(outcome.reason));
}
