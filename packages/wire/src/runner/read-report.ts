import type { ProgramError } from '../traffic.ts';

/** The error that a program reported as a line of JSON; undefined for what is none, since the program can write there too. */
export function readReport(report: string): ProgramError | undefined {
  const [line = ''] = report.split('\n');
  try {
    const value: unknown = JSON.parse(line);
    return isError(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isError(value: unknown): value is ProgramError {
  if (typeof value !== 'object' || value === null) return false;
  const { name, message, status, code } = value as Readonly<Record<string, unknown>>;
  if (typeof name !== 'string' || typeof message !== 'string') return false;
  return ['number', 'undefined'].includes(typeof status) && ['string', 'undefined'].includes(typeof code);
}
