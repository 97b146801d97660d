import {
  findBaseUrls,
  findInTexts,
  isVersionVariable,
  judge,
  lostReads,
  surveyText,
  variableNamesIn,
  type SurveyedText,
  type TextChange,
} from '@azure-openai-v1/configuration';
import type { FileReport } from '@azure-openai-v1/core';
import { addressOverride } from '@azure-openai-v1/knowledge';
import type { Source } from '../read-source.ts';
import type { Terminal } from '../terminal.ts';
import { openConfiguration, type OpenedFile } from './open-configuration.ts';
import { reportConfiguration, type ConfigurationMeans } from './report-configuration.ts';
import { listRepositories } from './repository-files.ts';
import { searchRepository } from './search-repository.ts';

/** What a survey of configuration rests on. */
export interface ConfigurationRequest extends ConfigurationMeans {
  /** The files and folders that were named. */
  readonly paths: readonly string[];
  /** The source files that the run changes or would change. */
  readonly changes: readonly TextChange[];
  /** The source files with a word that matters, as they were before the run. */
  readonly sources: readonly Pick<Source, 'text'>[];
}

/**
 * Follows the variables that the migrated code no longer reads to the files that set and describe them. Nothing is
 * listed or read where no code changes and none uses Azure OpenAI through the SDK or the v1 API.
 */
export async function surveyConfiguration(
  request: ConfigurationRequest,
  terminal: Terminal,
): Promise<readonly FileReport[]> {
  const { paths, changes } = request;
  const interest = interestOf(request);
  const repositories = interest.isAny ? await listRepositories(paths, terminal) : undefined;
  if (repositories === undefined) return [];
  const { files, isNamed } = repositories;
  const opened = await openConfiguration(files, (text) => interest.namesIn(text).length > 0);
  const found = new Set([...interest.lost, ...opened.flatMap(({ source }) => interest.namesIn(source.text))]);
  const names = new Set([...found].filter((name) => name !== addressOverride.name));
  const after = new Map(changes.map((change) => [change.path, change.after]));
  const { witnesses, declared } = await searchRepository(files, names, (path) => after.get(path));
  const surveys = [...opened.map((file) => ({ source: file.source, surveyed: survey(file, found) })), ...declared];
  const texts = surveys.map(({ source, surveyed }): SurveyedText =>
    isNamed(source) ? surveyed : { ...surveyed, obstacle: { reason: 'outside' } },
  );
  const findings = findInTexts(texts, judge(names, texts, witnesses), interest.lost);
  return surveys.flatMap(({ source, surveyed }, index) => {
    const all = [...(findings[index]?.findings ?? []), ...findBaseUrls(surveyed)];
    return all.length > 0 ? [reportConfiguration(source, surveyed.text, all, request)] : [];
  });
}

/** Which variables are looked for. */
interface Interest {
  /** Those that changed code read before. */
  readonly lost: ReadonlySet<string>;
  readonly isAny: boolean;
  /** Those that a text names: lost ones, versions of the legacy API, and the address that its client prefers. */
  readonly namesIn: (text: string) => readonly string[];
}

function interestOf({ changes, sources }: ConfigurationRequest): Interest {
  const hasLegacyClient = sources.some(({ text }) => /\bAzureOpenAI\b/.test(text));
  const hasMoved = changes.length > 0 || sources.some(({ text }) => text.includes('/openai/v1'));
  const lost = lostReads(changes);
  const isLooked = (name: string) =>
    lost.has(name) || (hasMoved && isVersionVariable(name)) || (hasLegacyClient && name === addressOverride.name);
  return {
    lost,
    isAny: hasLegacyClient || hasMoved,
    namesIn: (text) => [...variableNamesIn(text)].filter(isLooked),
  };
}

function survey({ kind, source: { path, text } }: OpenedFile, names: ReadonlySet<string>): SurveyedText {
  return { path, text, survey: surveyText(kind, path, text, names) };
}
