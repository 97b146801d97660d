import { lineAt, linesOf, linesTouched, stretchOfLines, type Line } from '../lines.ts';
import type { Obstacle } from '../obstacle.ts';
import { firstLineWithComment, type CommentStyle } from '../own-comment.ts';
import type { Removal, Setting, TextSurvey } from '../setting.ts';

const assignment = /^([ \t]*(#+[ \t]*)?(?:export[ \t]+)?)([\w.-]+)[ \t]*(?:=|:[ \t])/;

const style: CommentStyle = { line: /^[ \t]*#/, entry: assignment };

/**
 * Surveys a template of environment variables, such as `.env.example`. An assignment that is commented out is an example
 * of one and goes like it.
 *
 * @param obstacle why nothing is taken out of this file
 */
export function surveyDotenv(text: string, names: ReadonlySet<string>, obstacle?: Obstacle): TextSurvey {
  const lines = linesOf(text);
  const several: Obstacle | undefined = lines.some((line) => opensQuote(text, line))
    ? { reason: 'several-lines' }
    : undefined;
  const stays = obstacle ?? several;
  const settings = lines.flatMap((line): readonly Setting[] => {
    const [, before = '', mark, name = ''] = assignment.exec(text.slice(line.start, line.end)) ?? [];
    if (!names.has(name)) return [];
    const start = line.start + before.length;
    const place = { range: { start, end: start + name.length }, extent: { start: line.start, end: line.next } };
    return [{ name, isActive: mark === undefined, ...place, ...(stays && { obstacle: stays }) }];
  });
  return {
    settings,
    comments: lines.filter((line) => style.line.test(text.slice(line.start, line.end))),
    uses: [],
    remove: (removed) => removeLines(text, lines, removed),
    isExact: (after, removed) => assignmentsOf(after).join('\n') === assignmentsOf(text, removed).join('\n'),
  };
}

/** Whether a value begins with a quote that does not end on its line: readers differ in where such a value ends. */
function opensQuote(text: string, { start, end }: Line): boolean {
  const line = text.slice(start, end);
  const value = assignment.test(line) && !style.line.test(line) ? line.replace(assignment, '').trimStart() : '';
  const quote = value.charAt(0);
  return /["'`]/.test(quote) && !value.slice(1).replaceAll(/\\./g, '').includes(quote);
}

function removeLines(text: string, lines: readonly Line[], settings: readonly Setting[]): readonly Removal[] {
  const isBlank = (index: number) => index < 0 || text.slice(lines[index]?.start, lines[index]?.end).trim() === '';
  const places = settings.map((setting) => {
    const { first, last } = linesTouched(lines, setting.extent);
    return { setting, first: firstLineWithComment(text, lines, { name: setting.name, first, last }, style), last };
  });
  const going = new Set(places.flatMap(({ first, last }) => count(first, last)));
  return places.map(({ setting, first, last }) => {
    let above = first - 1;
    while (going.has(above)) above -= 1;
    // Of the two blank lines that would meet, one goes.
    const meets = isBlank(above) && last + 1 < lines.length && isBlank(last + 1);
    const range = stretchOfLines(lines, first, meets ? last + 1 : last);
    // The line break before it is gone already when its line is.
    const start = going.has(first - 1) ? Math.max(range.start, lines[first]?.start ?? 0) : range.start;
    return { settings: [setting], edits: [{ range: { start, end: range.end }, text: '' }] };
  });
}

function count(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** Every assignment with its whole line, without those of some settings. */
function assignmentsOf(text: string, without: readonly Setting[] = []): readonly string[] {
  const lines = linesOf(text);
  const going = new Set(without.map(({ range }) => lineAt(lines, range.start)));
  return lines
    .filter((_, index) => !going.has(index))
    .map((line) => text.slice(line.start, line.end))
    .filter((line) => assignment.test(line) && !style.line.test(line));
}
