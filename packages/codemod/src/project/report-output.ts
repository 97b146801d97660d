import { lstatSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { kindOfFile } from './source-file.ts';
import { warn, type Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** Takes a finished report; tells whether it arrived. */
export type ReportOutput = (report: string) => boolean;

/**
 * Prepares the place that a report goes to, before anything is written.
 *
 * @param file the value of `--output`; without it the report goes to `otherwise`
 * @throws {UsageError} when a report must not, or could not, be written there
 */
export function openReportOutput(
  file: string | undefined,
  terminal: Terminal,
  otherwise: (report: string) => void = terminal.print,
): ReportOutput {
  if (file === undefined) return (report) => (otherwise(report), true);
  const absolute = resolve(terminal.cwd, file);
  const fault = findFault(file, absolute);
  if (fault !== undefined)
    throw new UsageError(`--output ${JSON.stringify(file)}: ${fault}. Name a new file, or an earlier report.`);
  return (report) => {
    try {
      writeFileSync(absolute, report);
      return true;
    } catch (error) {
      warn(
        terminal,
        `The report could not be written to ${file}: ${(error as NodeJS.ErrnoException).code ?? 'unknown error'}`,
      );
      return false;
    }
  };
}

function findFault(file: string, absolute: string): string | undefined {
  if (file === '') return 'the name is empty';
  if (statSync(dirname(absolute), { throwIfNoEntry: false })?.isDirectory() !== true)
    return 'its folder does not exist';
  const present = lstatSync(absolute, { throwIfNoEntry: false });
  if (present === undefined) return undefined;
  if (present.isSymbolicLink()) return 'it is a symbolic link';
  if (present.isDirectory()) return 'it is a folder';
  if (!present.isFile()) return 'it is not a regular file';
  if (kindOfFile(absolute) !== 'other') return 'it is a source file';
  return present.size === 0 || isEarlierReport(readFileSync(absolute, 'utf8')) ? undefined : 'it holds something else';
}

/** Tells by its form whether a text is a report of this program, which may be replaced by the next. */
function isEarlierReport(text: string): boolean {
  if (/ looked at, \d+ with a word that matters: /.test(text)) return true;
  try {
    const report: unknown = JSON.parse(text);
    return (
      typeof report === 'object' &&
      report !== null &&
      ['version', 'files', 'summary', 'notChecked'].every((name) => Object.hasOwn(report, name))
    );
  } catch {
    return false;
  }
}
