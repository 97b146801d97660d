import { linesOf } from '../lines.ts';
import type { Setting, TextSurvey } from '../setting.ts';

const assignment = /^([ \t]*(?:export[ \t]+)?["']?)([\w.-]+)["']?[ \t]*[=:]/;
const comment = /^[ \t]*[#;]/;

/** Surveys files of lines such as `NAME = value` that are not edited: TOML, INI, properties. */
export function surveyAssignments(text: string, names: ReadonlySet<string>): TextSurvey {
  const lines = linesOf(text);
  return {
    settings: lines.flatMap(({ start, end, next }): readonly Setting[] => {
      const [, before = '', name = ''] = assignment.exec(text.slice(start, end)) ?? [];
      if (!names.has(name)) return [];
      const from = start + before.length;
      const place = { range: { start: from, end: from + name.length }, extent: { start, end: next } };
      return [{ name, isActive: true, ...place, obstacle: { reason: 'format' } }];
    }),
    comments: lines.filter(({ start, end }) => comment.test(text.slice(start, end))),
    uses: [],
    remove: () => [],
    isExact: () => false,
  };
}
