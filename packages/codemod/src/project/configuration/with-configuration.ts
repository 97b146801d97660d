import type { FileReport, Outcome, Report } from '@azure-openai-v1/core';
import { kindOfFile } from '../source-file.ts';
import type { Terminal } from '../terminal.ts';
import { surveyConfiguration, type ConfigurationRequest } from './survey-configuration.ts';

/** Adds to the report of a run what becomes of the configuration of the code that it changed or would change. */
export async function withConfiguration(
  report: Report,
  request: Omit<ConfigurationRequest, 'changes'>,
  terminal: Terminal,
): Promise<Report> {
  const changes = report.files.flatMap(({ path, change }) => (change ? [{ path, ...change }] : []));
  const more = await surveyConfiguration({ ...request, changes }, terminal);
  const merged = report.files.map((file) => more.filter(({ path }) => path === file.path).reduce(mergeReports, file));
  const added = more.filter(({ path }) => !report.files.some((file) => file.path === path));
  const files = [...merged, ...added].toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const scanned = report.scanned + added.filter(({ path }) => kindOfFile(path) === 'other').length;
  return { ...report, files, scanned, candidates: report.candidates + added.length };
}

/** The outcome that says most of a file comes first. */
const order: readonly Outcome['kind'][] = ['failed', 'skipped', 'pending', 'needs-work', 'migrated', 'unchanged'];

/** One file as its code and as a place that declares variables. */
function mergeReports(file: FileReport, more: FileReport): FileReport {
  const change = file.change ?? more.change;
  const [outcome] = [file.outcome, more.outcome].toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  return {
    path: file.path,
    outcome: outcome ?? file.outcome,
    findings: [...file.findings, ...more.findings],
    ...(change && { change }),
  };
}
