import type { FileReport, Report } from '@azure-openai-v1/core';
import { listFiles } from './list-files.ts';
import { readSource, type Source } from './read-source.ts';
import { warn, type Terminal } from './terminal.ts';

/** The files that were named. */
export interface Surveyed {
  /** Those that hold a word that matters. */
  readonly sources: readonly Source[];
  /** The paths of all. */
  readonly named: ReadonlySet<string>;
}

/**
 * Looks at every file under the paths and reports on those that hold a word that matters. One bad file never stops the
 * run.
 *
 * @param work reports on the files that were read, and on others that change with them
 */
export async function survey(
  paths: readonly string[],
  terminal: Terminal,
  work: (surveyed: Surveyed) => Promise<readonly FileReport[]>,
): Promise<Report> {
  const sources: Source[] = [];
  const reports: FileReport[] = [];
  const named = new Set<string>();
  for (const file of await listFiles(paths, terminal)) {
    const read = await readSource(file);
    if (read.kind === 'absent') continue;
    named.add(file.path);
    if (read.kind === 'read') sources.push(read.source);
    else if (read.kind !== 'unconcerned') reports.push({ path: file.path, outcome: read, findings: [] });
  }
  reports.push(...(await work({ sources, named })));
  const candidates = new Set([...sources, ...reports].map(({ path }) => path)).size;
  const files = reports.filter(({ outcome, findings }) => outcome.kind !== 'unchanged' || findings.length > 0);
  return { files: files.toSorted((a, b) => (a.path < b.path ? -1 : 1)), scanned: named.size, candidates };
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

/** Says that this program has a defect that shows in a file. */
export function reportDefect(path: string, error: unknown, terminal: Terminal): FileReport {
  const name = error instanceof Error ? error.name : typeof error;
  warn(terminal, `${path}: ${name} in this program; the file was left as it is.`);
  return { path, outcome: { kind: 'failed', reason: 'internal', detail: name }, findings: [] };
}
