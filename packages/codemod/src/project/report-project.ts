import { setImmediate } from 'node:timers/promises';
import { locateBeforePasses, type FileConvergence, type FileReport, type Outcome } from '@azure-openai-v1/core';
import { mergeFindings } from './plan-source.ts';
import type { FileStore } from './program/file-store.ts';
import { groupFiles } from './program/group-files.ts';
import type { ProjectPlan } from './program/plan-project.ts';
import type { Source } from './read-source.ts';
import { reportFindings } from './report-findings.ts';
import { hasSecondName, isReadOnly, type WriteResult } from './write-source.ts';
import { writeTogether } from './write-together.ts';

/** A plan and what is to be done with it. */
export interface PlannedProject {
  readonly plan: ProjectPlan;
  readonly store: FileStore;
  /** Files in which this program showed a defect. */
  readonly defects: ReadonlyMap<string, FileReport>;
  readonly write: boolean;
  /** The files to report on, beside those that change. */
  readonly paths: readonly string[];
}

/** Reports on the files of a plan; writes those that change, if that is asked, group by group. */
export async function reportProject(project: PlannedProject): Promise<readonly FileReport[]> {
  const { plan, defects, write } = project;
  const reports = new Map<string, FileReport>(defects);
  for (const [path, message] of plan.broken) {
    if (!reports.has(path)) reports.set(path, failed(path, { kind: 'failed', reason: 'self-check', detail: message }));
  }
  for (const group of groupFiles(plan.files)) {
    // Between two groups a signal must get its turn.
    await setImmediate();
    const planned = group.flatMap((path) => plannedText(project, path));
    const isWritable = planned.length > 0 && planned.every(({ source }) => unwritable(source) === undefined);
    const written = write && isWritable ? writeTogether(planned) : undefined;
    for (const path of group) {
      if (!reports.has(path)) reports.set(path, reportFile(project, path, written?.get(path)));
    }
  }
  return [...reports.values()];
}

function failed(path: string, outcome: Outcome): FileReport {
  return { path, outcome, findings: [] };
}

function plannedText({ plan, store, defects }: PlannedProject, path: string) {
  const file = plan.files.get(path);
  const source = store.sourceAt(path);
  if (file?.kind !== 'analyzed' || file.text === undefined || typeof source === 'string' || defects.has(path))
    return [];
  return [{ source, text: file.text }];
}

function unwritable(source: Source): Extract<Outcome, { kind: 'skipped' }> | undefined {
  if (isReadOnly(source)) return { kind: 'skipped', reason: 'read-only' };
  return hasSecondName(source) ? { kind: 'skipped', reason: 'hard-link' } : undefined;
}

function reportFile(project: PlannedProject, path: string, written: WriteResult | undefined): FileReport {
  const file = project.plan.files.get(path);
  const source = project.store.sourceAt(path);
  if (!file || typeof source === 'string') return failed(path, { kind: 'unchanged' });
  if (file.kind === 'unparsable') return failed(path, { kind: 'skipped', reason: 'syntax', detail: file.message });
  const later = [...file.applied, ...file.remaining.map((finding) => locateBeforePasses(finding, file.passes))];
  const findings = reportFindings(mergeFindings(file.found, later), source.text, false);
  if (file.text === undefined)
    return { path, outcome: { kind: findings.length > 0 ? 'needs-work' : 'unchanged' }, findings };
  const obstacle = unwritable(source);
  if (obstacle) return { path, outcome: obstacle, findings };
  const change = { before: source.text, after: file.text };
  if (written === undefined) return { path, outcome: { kind: 'pending' }, findings, change };
  if (written.kind !== 'written') return { path, outcome: written, findings };
  return {
    path,
    outcome: { kind: file.remaining.length > 0 ? 'needs-work' : 'migrated' },
    findings: whatHappened(file, source, file.text),
    change,
  };
}

function whatHappened(file: Extract<FileConvergence, { kind: 'analyzed' }>, source: Source, after: string) {
  return [...reportFindings(file.applied, source.text, true), ...reportFindings(file.remaining, after, false)];
}
