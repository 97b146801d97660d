import type { FileReport, Report } from '@azure-openai-v1/core';
import { listFiles } from './list-files.ts';
import { readSource, type Source } from './read-source.ts';
import type { SourceFile } from './source-file.ts';
import { warn, type Terminal } from './terminal.ts';

/**
 * Looks at every file under the paths and lets `visit` report on those that hold a word that matters. One bad file never
 * stops the run.
 */
export async function survey(
  paths: readonly string[],
  terminal: Terminal,
  visit: (source: Source) => Promise<FileReport>,
): Promise<Report> {
  const files: FileReport[] = [];
  let scanned = 0;
  let candidates = 0;
  for (const file of await listFiles(paths, terminal)) {
    const report = await surveyFile(file, terminal, visit);
    if (report === 'absent') continue;
    scanned += 1;
    if (report === 'unconcerned') continue;
    candidates += 1;
    if (report.outcome.kind !== 'unchanged' || report.findings.length > 0) files.push(report);
  }
  return { files, scanned, candidates };
}

async function surveyFile(
  file: SourceFile,
  terminal: Terminal,
  visit: (source: Source) => Promise<FileReport>,
): Promise<FileReport | 'absent' | 'unconcerned'> {
  const read = await readSource(file);
  if (read.kind === 'absent' || read.kind === 'unconcerned') return read.kind;
  if (read.kind !== 'read') return { path: file.path, outcome: read, findings: [] };
  return visitSafely(read.source, terminal, visit);
}

/** Keeps a defect of this program with the path where it showed; its message may quote source and is not printed. */
export async function visitSafely(
  source: Source,
  terminal: Terminal,
  visit: (source: Source) => Promise<FileReport>,
): Promise<FileReport> {
  try {
    return await visit(source);
  } catch (error) {
    return reportDefect(source.path, error, terminal);
  }
}

function reportDefect(path: string, error: unknown, terminal: Terminal): FileReport {
  const name = error instanceof Error ? error.name : typeof error;
  warn(terminal, `${path}: ${name} in this program; the file was left as it is.`);
  return { path, outcome: { kind: 'failed', reason: 'internal', detail: name }, findings: [] };
}
