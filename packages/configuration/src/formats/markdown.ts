import { linesOf, lineAt, stretchOfLines, type Line } from '../lines.ts';
import type { Setting, TextSurvey } from '../setting.ts';
import { mentionsOf, variableNamesIn } from '../variable-name.ts';

/** Surveys a page of documentation. A row of a table that is about one variable alone is taken out; the rest is listed. */
export function surveyMarkdown(text: string, names: ReadonlySet<string>): TextSurvey {
  const lines = linesOf(text);
  const rows = ownRows(text, lines, names);
  const settings = new Map<string, Setting>();
  for (const { name, offset } of mentionsOf(text, names)) {
    const index = lineAt(lines, offset);
    const { start = 0, next = 0 } = lines[index] ?? {};
    const key = `${String(index)} ${name}`;
    if (settings.has(key)) continue;
    const place = { range: { start: offset, end: offset + name.length }, extent: { start, end: next } };
    settings.set(key, { name, isActive: false, ...place, ...(!rows.has(index) && { obstacle: { reason: 'prose' } }) });
  }
  return {
    settings: [...settings.values()],
    comments: [{ start: 0, end: text.length }],
    uses: [],
    remove: (removed) =>
      removed.map((setting) => {
        const index = lineAt(lines, setting.range.start);
        return { settings: [setting], edits: [{ range: stretchOfLines(lines, index, index), text: '' }] };
      }),
    // Whole rows go, and each table keeps one.
    isExact: () => true,
  };
}

const delimiter = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

/** The numbers of the rows that are about one of the variables alone, in tables that have other rows as well. */
function ownRows(text: string, lines: readonly Line[], names: ReadonlySet<string>): ReadonlySet<number> {
  // No row of a table is as long as what is cut off here.
  const textOf = (index: number) => text.slice(lines[index]?.start, lines[index]?.end).slice(0, 1000);
  const own = new Set<number>();
  let fence: string | undefined;
  for (let index = 0; index < lines.length; index += 1) {
    const mark = /^[ \t]*(```+|~~~+)/.exec(textOf(index))?.[1];
    if (mark !== undefined) fence = fence === undefined ? mark : mark.startsWith(fence) ? undefined : fence;
    if (fence !== undefined || index === 0 || !delimiter.test(textOf(index)) || !textOf(index - 1).includes('|'))
      continue;
    const rows: number[] = [];
    while (index + 1 < lines.length && textOf(index + 1).includes('|')) rows.push((index += 1));
    const found = rows.filter((row) => isAboutOne(textOf(row), names));
    if (found.length < rows.length) for (const row of found) own.add(row);
  }
  return own;
}

/** The first cell holds the name and nothing else, and the row names no other variable. */
function isAboutOne(row: string, names: ReadonlySet<string>): boolean {
  const [cell = ''] = row.trim().replace(/^\|/, '').split('|', 1);
  const name = /^[ \t]*[`*_ ]*([A-Z0-9_]+?)[`*_ ]*$/.exec(cell)?.[1] ?? '';
  return names.has(name) && [...variableNamesIn(row)].every((other) => other === name);
}
