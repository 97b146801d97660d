import { roleOf, withoutValues } from '@azure-openai-v1/configuration';
import { applyEdits, planEdits, type FileReport, type Finding, type TextEdit } from '@azure-openai-v1/core';
import type { WantedGrades } from '../plan-source.ts';
import type { Source } from '../read-source.ts';
import { reportFindings } from '../report-findings.ts';
import { hasSecondName, isReadOnly, type WriteResult } from '../write-source.ts';

/** What is done with the edits. */
export interface ConfigurationMeans {
  readonly wanted: WantedGrades;
  /** Puts the new text where it belongs; without it nothing is written. */
  readonly write?: (source: Source, text: string) => WriteResult;
}

/** Reports on one configuration file, and writes it where that is wanted. */
export function reportConfiguration(
  source: Source,
  text: string,
  findings: readonly Finding[],
  { wanted, write }: ConfigurationMeans,
): FileReport {
  const { path } = source;
  const { edits, planned } = planEdits(findings, 'review');
  const reported = reportFindings(findings, text, false);
  if (!wanted.includes('review') || edits.length === 0)
    return { path, outcome: { kind: 'needs-work' }, findings: reported };
  if (isReadOnly(source)) return { path, outcome: { kind: 'skipped', reason: 'read-only' }, findings: reported };
  if (hasSecondName(source)) return { path, outcome: { kind: 'skipped', reason: 'hard-link' }, findings: reported };
  const after = applyEdits(text, edits);
  const change = shownChange(path, text, after);
  if (write === undefined) return { path, outcome: { kind: 'pending' }, findings: reported, change };
  const result = write(source, after);
  if (result.kind !== 'written') return { path, outcome: result, findings: reported };
  const remaining = findings.filter((finding) => !planned.includes(finding)).map((finding) => moveBy(finding, edits));
  return {
    path,
    outcome: { kind: remaining.length > 0 ? 'needs-work' : 'migrated' },
    findings: [...reportFindings(planned, text, true), ...reportFindings(remaining, after, false)],
    change,
  };
}

/** Values of configuration never get into a report, not even as the surroundings of a change. */
function shownChange(path: string, before: string, after: string) {
  const show = ['markdown', 'source'].includes(roleOf(path)) ? (text: string) => text : withoutValues;
  return { before: show(before), after: show(after) };
}

/** Moves a finding's range from the text before the edits to the text after them. */
function moveBy(finding: Finding, edits: readonly TextEdit[]): Finding {
  const move = (offset: number) =>
    edits.reduce(
      (moved, { range, text }) => (range.end <= offset ? moved + text.length - (range.end - range.start) : moved),
      offset,
    );
  return { ...finding, range: { start: move(finding.range.start), end: move(finding.range.end) } };
}
