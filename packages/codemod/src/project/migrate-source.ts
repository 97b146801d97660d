import type { FileReport } from '@azure-openai-v1/core';
import { planSource, type Means } from './plan-source.ts';
import type { Source } from './read-source.ts';
import { reportFindings } from './report-findings.ts';
import { hasSecondName, isReadOnly, type WriteResult } from './write-source.ts';

/**
 * Migrates one file, or says what a migration would do.
 *
 * @param write puts the new text where it belongs; without it nothing is written
 */
export async function migrateSource(
  source: Source,
  means: Means,
  write?: (source: Source, text: string) => WriteResult,
): Promise<FileReport> {
  const { path, text } = source;
  const plan = await planSource(path, text, means);
  if (plan.kind === 'unparsable') {
    return { path, outcome: { kind: 'skipped', reason: 'syntax', detail: plan.message }, findings: [] };
  }
  if (plan.kind === 'broken') {
    return { path, outcome: { kind: 'failed', reason: 'self-check', detail: plan.message }, findings: [] };
  }
  const findings = reportFindings(plan.findings, text, false);
  if (plan.text === text)
    return { path, outcome: { kind: findings.length > 0 ? 'needs-work' : 'unchanged' }, findings };
  if (isReadOnly(source)) return { path, outcome: { kind: 'skipped', reason: 'read-only' }, findings };
  if (hasSecondName(source)) return { path, outcome: { kind: 'skipped', reason: 'hard-link' }, findings };
  const change = { before: text, after: plan.text };
  if (write === undefined) return { path, outcome: { kind: 'pending' }, findings, change };
  const result = write(source, plan.text);
  if (result.kind !== 'written') return { path, outcome: result, findings };
  return {
    path,
    outcome: { kind: plan.remaining.length > 0 ? 'needs-work' : 'migrated' },
    findings: [...reportFindings(plan.applied, text, true), ...reportFindings(plan.remaining, plan.text, false)],
    change,
  };
}
