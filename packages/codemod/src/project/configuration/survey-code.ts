import {
  createCoverage,
  mentionsOf,
  type Setting,
  type SurveyedText,
  type TextSurvey,
  type Witness,
} from '@azure-openai-v1/configuration';
import { surveyEnvironment, type EnvironmentSurvey } from '@azure-openai-v1/javascript';
import { parseModule } from '@azure-openai-v1/javascript/parse';
import { containsRange } from '@azure-openai-v1/core';
import { kindOfFile } from '../source-file.ts';

/** What a file of code says of variables: what reads them, and where it declares them without reading. */
export interface CodeSurvey {
  readonly witnesses: readonly Witness[];
  readonly declared: SurveyedText | undefined;
}

/**
 * Surveys TypeScript or JavaScript that mentions variables. Only what the tree shows to be no read counts as none;
 * undefined for other languages and for code that does not parse.
 */
export function surveyCode(path: string, text: string, names: ReadonlySet<string>): CodeSurvey | undefined {
  if (kindOfFile(path) !== 'source') return undefined;
  const parsed = parseModule(path, text);
  if (parsed.kind !== 'parsed') return undefined;
  const environment = surveyEnvironment(parsed.module, names);
  const survey = surveyOf(path, text, environment);
  const declared = survey.settings.length > 0 ? { path, text, survey } : undefined;
  return { witnesses: witnessesIn(path, text, names, environment), declared };
}

function witnessesIn(
  path: string,
  text: string,
  names: ReadonlySet<string>,
  { declarations, notRead }: EnvironmentSurvey,
): readonly Witness[] {
  const isNotRead = createCoverage(notRead);
  const isDeclared = createCoverage(declarations.map(({ extent }) => extent));
  return mentionsOf(text, names).flatMap(({ name, offset }): readonly Witness[] => {
    const range = { start: offset, end: offset + name.length };
    if (isDeclared(range) && declarations.some((own) => own.name === name && containsRange(own.extent, range)))
      return [];
    return isNotRead(range)
      ? [{ kind: 'may-read', name, obstacle: { reason: 'used', detail: path } }]
      : [{ kind: 'reads', name }];
  });
}

/** Declarations of one name in one file leave together, or none of them does. */
function surveyOf(path: string, text: string, { declarations, remove }: EnvironmentSurvey): TextSurvey {
  const groups = [...new Set(declarations.map(({ name }) => name))].map((name) =>
    declarations.filter((own) => own.name === name),
  );
  const settings = groups.flatMap((group): readonly Setting[] => {
    const obstacle = group.find((own) => own.obstacle)?.obstacle;
    return group.map((own) => ({ ...own, ...(obstacle && { obstacle }) }));
  });
  const originals = new Map(
    settings.map((setting) => [setting, declarations.find(({ range }) => range === setting.range)]),
  );
  return {
    settings,
    // What is mentioned elsewhere has been judged with the tree at hand.
    comments: [{ start: 0, end: text.length }],
    uses: [],
    remove: (removed) =>
      [...new Set(removed.map(({ name }) => name))].map((name) => {
        const group = removed.filter((setting) => setting.name === name);
        return { settings: group, edits: remove(group.flatMap((setting) => originals.get(setting) ?? [])) };
      }),
    isExact: (after) => parseModule(path, after).kind === 'parsed',
  };
}
