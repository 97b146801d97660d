import { mentionsOf } from '../variable-name.ts';
import type { TextSurvey } from '../setting.ts';

/** Surveys a text that could not be understood: every mention of a variable is listed and stays. */
export function surveyUnparsable(text: string, names: ReadonlySet<string>): TextSurvey {
  return {
    settings: mentionsOf(text, names).map(({ name, offset }) => {
      const range = { start: offset, end: offset + name.length };
      return { name, isActive: true, range, extent: range, obstacle: { reason: 'unparsable' } };
    }),
    comments: [],
    uses: [],
    remove: () => [],
    isExact: () => false,
  };
}
