import type { Report } from '@azure-openai-v1/core';

/** Which command made a report, and what it may have left to do. */
export interface FinishedRun {
  readonly command: 'check' | 'migrate';
  readonly includeReview: boolean;
  readonly bump?: boolean;
  readonly paths: readonly string[];
}

/** Names the command that a person would run next; undefined when nothing is left. */
export function suggestNextStep({ files }: Report, run: FinishedRun): string | undefined {
  const left = files.flatMap(({ findings }) => findings.filter(({ applied }) => !applied));
  const hasGrade = (grade: string) => left.some((finding) => finding.grade === grade);
  const paths = run.paths.map(quote).join(' ');
  const bump = run.bump === true ? ' --bump' : '';
  const review = run.includeReview ? ' --include-review' : '';
  if (run.command === 'check' && (hasGrade('safe') || hasGrade('review'))) return `azure-openai-v1 migrate ${paths}`;
  if (files.some(({ outcome }) => outcome.kind === 'pending'))
    return `azure-openai-v1 migrate --write${review}${bump} ${paths}`;
  if (!run.includeReview && hasGrade('review')) return `azure-openai-v1 migrate --include-review${bump} ${paths}`;
  const [first] = left;
  return first && `azure-openai-v1 explain ${first.rule}`;
}

/** Quotes a path for a shell where it needs quotes. */
function quote(path: string): string {
  return /^[\w./@+,:-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;
}
