import { redact } from '../../render/redact.ts';

/** Anything longer lists whole types, which help nobody in a report. */
const lengthLimit = 400;

/**
 * Turns the compiler's words into one line that can be shown. Literals may be values of the project, so none is kept; nor
 * is the place of a module on this machine.
 */
export function wordError(words: string): string {
  const line = words
    .replaceAll(/import\("[^"]*"\)\./g, '')
    .replaceAll(/"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`/g, '"…"')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const short = line.length > lengthLimit ? `${line.slice(0, lengthLimit)}…` : line;
  return redact(short);
}
