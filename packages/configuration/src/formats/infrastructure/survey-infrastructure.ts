import type { TextRange } from '@azure-openai-v1/core';
import { linesOf, linesTouched, stretchOfLines, type Line } from '../../lines.ts';
import { firstLineWithComment, type CommentStyle } from '../../own-comment.ts';
import type { Removal, Setting, TextSurvey } from '../../setting.ts';
import { surveyUnparsable } from '../unparsable.ts';
import { readBlocks } from './block.ts';
import { findPlaces, type Place } from './place.ts';
import { bicep, terraform, tokensOf, type Spelling } from './tokens.ts';

/** Surveys a Bicep file. */
export function surveyBicep(text: string, names: ReadonlySet<string>): TextSurvey {
  return survey(text, names, bicep);
}

/** Surveys a Terraform file. */
export function surveyTerraform(text: string, names: ReadonlySet<string>): TextSurvey {
  return survey(text, names, terraform);
}

/** Longer texts are not looked into. */
const lengthLimit = 512 * 1024;

function survey(text: string, names: ReadonlySet<string>, spelling: Spelling): TextSurvey {
  const tokens = text.length > lengthLimit ? undefined : tokensOf(text, spelling);
  const root = tokens && readBlocks(text, tokens);
  if (tokens === undefined || root === undefined) return surveyUnparsable(text, names);
  const lines = linesOf(text);
  const style: CommentStyle = { line: spelling.isTerraform ? /^[ \t]*(?:#|\/\/)/ : /^[ \t]*\/\// };
  return {
    settings: findPlaces(text, root, names).map((place) => settingAt(text, lines, place, spelling)),
    comments: tokens.filter(({ kind }) => kind === 'comment'),
    uses: [],
    remove: (settings) => settings.map((setting) => removeLines(text, lines, setting, style)),
    isExact: (after, removed) => {
      const gone = removed.map(({ extent }) => withComma(text, extent));
      return wordsOf(after, spelling, []) === wordsOf(text, spelling, gone);
    },
  };
}

function settingAt(
  text: string,
  lines: readonly Line[],
  { name, range, extent, obstacle }: Place,
  { isTerraform }: Spelling,
): Setting {
  const setting = { name, isActive: true, range, extent };
  if (obstacle) return { ...setting, obstacle };
  const { first, last } = linesTouched(lines, extent);
  const before = text.slice(lines[first]?.start, extent.start);
  const after = text.slice(extent.end, lines[last]?.end);
  const rest = isTerraform ? /^[ \t]*,?[ \t]*(?:(?:#|\/\/).*)?$/ : /^[ \t]*(?:\/\/.*)?$/;
  return before.trim() === '' && rest.test(after) ? setting : { ...setting, obstacle: { reason: 'shared-line' } };
}

function removeLines(text: string, lines: readonly Line[], setting: Setting, style: CommentStyle): Removal {
  const { first, last } = linesTouched(lines, setting.extent);
  const top = firstLineWithComment(text, lines, { name: setting.name, first, last }, style);
  return { settings: [setting], edits: [{ range: stretchOfLines(lines, top, last), text: '' }] };
}

function withComma(text: string, { start, end }: TextRange): TextRange {
  return { start, end: end + (/^[ \t]*,/.exec(text.slice(end, end + 100))?.[0].length ?? 0) };
}

/** All that a text says, however it is laid out, without some stretches. */
function wordsOf(text: string, spelling: Spelling, without: readonly TextRange[]): string | undefined {
  return tokensOf(text, spelling)
    ?.filter(
      ({ kind, start }) =>
        kind !== 'break' && kind !== 'comment' && !without.some((gone) => gone.start <= start && start < gone.end),
    )
    .map(({ start, end }) => text.slice(start, end))
    .join('\n');
}
