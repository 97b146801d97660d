import { linesOf } from '../lines.ts';

const assignment = /^[ \t]*(?:export[ \t]+)?[\w.-]+[ \t]*(?:=|:[ \t])/;

/** Leaves of a file with real values only the names that it sets, each where it stood. */
export function namesOnly(kind: 'environment' | 'settings-with-values', text: string): string {
  if (kind === 'settings-with-values') return text.replaceAll(/(:\s*")((?:[^"\\\n]|\\.)*)(?=")/g, hideString);
  return linesOf(text)
    .map((line) => assignment.exec(text.slice(line.start, line.end))?.[0] ?? '')
    .join('\n');
}

function hideString(_: string, before: string, value: string): string {
  return before + ' '.repeat(value.length);
}
