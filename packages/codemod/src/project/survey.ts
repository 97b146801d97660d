import { setImmediate } from 'node:timers/promises';
import type { FileReport, Report } from '@azure-openai-v1/core';
import { listFiles } from './list-files.ts';
import { readSource, type Source } from './read-source.ts';
import { warn, type Terminal } from './terminal.ts';

/** Reports on one file. */
export type Visit = (source: Source) => Promise<FileReport>;

/**
 * Looks at every file under the paths and reports on those that hold a word that matters. One bad file never stops the
 * run.
 *
 * @param prepare sees all files that were read before the first is visited, so that a visit may know of the others
 */
export async function survey(
  paths: readonly string[],
  terminal: Terminal,
  prepare: (sources: readonly Source[]) => Visit,
): Promise<Report> {
  const candidates: (FileReport | Source)[] = [];
  let scanned = 0;
  for (const file of await listFiles(paths, terminal)) {
    const read = await readSource(file);
    if (read.kind === 'absent') continue;
    scanned += 1;
    if (read.kind === 'read') candidates.push(read.source);
    else if (read.kind !== 'unconcerned') candidates.push({ path: file.path, outcome: read, findings: [] });
  }
  const visit = prepare(candidates.filter((candidate) => 'bytes' in candidate));
  const files: FileReport[] = [];
  for (const candidate of candidates) {
    // Between two files a signal must get its turn.
    await setImmediate();
    const report = 'bytes' in candidate ? await visitSafely(candidate, terminal, visit) : candidate;
    if (report.outcome.kind !== 'unchanged' || report.findings.length > 0) files.push(report);
  }
  return { files, scanned, candidates: candidates.length };
}

/** Keeps a defect of this program with the path where it showed; its message may quote source and is not printed. */
export async function visitSafely(source: Source, terminal: Terminal, visit: Visit): Promise<FileReport> {
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
