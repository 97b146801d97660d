import { structuredPatch } from 'diff';
import type { Paint } from './paint.ts';
import { escapeControls, escapeSourceLine } from './escape.ts';
import { redact } from './redact.ts';

/** A change that needs more edits, or more milliseconds, than this is named and not shown. */
const limits = { maxEditLength: 20_000, timeout: 5_000 };

/** Shows a change as a unified diff in which no credential can be read. Line ends of Windows are not shown. */
export function renderDiff(path: string, before: string, after: string, paint: Paint): string {
  const name = escapeControls(path);
  const patch = structuredPatch(path, path, shown(before), shown(after), undefined, undefined, {
    context: 3,
    ...limits,
  });
  const heading = [paint('bold', `--- a/${name}`), paint('bold', `+++ b/${name}`)];
  if (patch === undefined) return [...heading, 'The change is too large to be shown.'].join('\n');
  const hunks = patch.hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
    paint('cyan', `@@ -${String(oldStart)},${String(oldLines)} +${String(newStart)},${String(newLines)} @@`),
    ...lines.map((line) => paintLine(escapeSourceLine(line), paint)),
  ]);
  return [...heading, ...hunks].join('\n');
}

function shown(text: string): string {
  return redact(text.replaceAll('\r\n', '\n'));
}

function paintLine(line: string, paint: Paint): string {
  if (line.startsWith('+')) return paint('green', line);
  return line.startsWith('-') ? paint('red', line) : line;
}
