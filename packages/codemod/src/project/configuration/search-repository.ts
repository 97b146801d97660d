import { setImmediate } from 'node:timers/promises';
import { roleOf, type SurveyedText, type Witness } from '@azure-openai-v1/configuration';
import type { Source } from '../read-source.ts';
import type { SourceFile } from '../source-file.ts';
import { readText } from './read-text.ts';
import { createSearch, type Search } from './search-words.ts';
import { surveyCode } from './survey-code.ts';

/** What the files of a repository say of variables, those aside that are surveyed as configuration. */
export interface SearchResult {
  readonly witnesses: readonly Witness[];
  /** Files of code that declare variables and do not read them. */
  readonly declared: readonly DeclaringFile[];
}

/** A file of code that declares variables. */
export interface DeclaringFile {
  readonly source: Source;
  readonly surveyed: SurveyedText;
}

/**
 * Searches every file for what reads the variables.
 *
 * @param textAfter the text that a file has after the run, where the run changes it
 */
export async function searchRepository(
  files: readonly SourceFile[],
  names: ReadonlySet<string>,
  textAfter: (path: string) => string | undefined,
): Promise<SearchResult> {
  if (names.size === 0) return { witnesses: [], declared: [] };
  const search = createSearch(names);
  const results: SearchResult[] = [];
  for (const file of files) {
    if (['environment', 'inert', 'markdown', 'settings-with-values'].includes(roleOf(file.path))) continue;
    await setImmediate();
    results.push(await searchFile(file, search, names, textAfter(file.path)));
  }
  return {
    witnesses: results.flatMap(({ witnesses }) => witnesses),
    declared: results.flatMap(({ declared }) => declared),
  };
}

async function searchFile(
  file: SourceFile,
  search: Search,
  names: ReadonlySet<string>,
  after: string | undefined,
): Promise<SearchResult> {
  const { path } = file;
  const none = { witnesses: [], declared: [] };
  const read = await readText(file);
  if (read.kind === 'absent') return none;
  if (read.kind === 'unreadable') return { ...none, witnesses: search.unread(path) };
  if (read.kind === 'bytes') return { ...none, witnesses: search.inBytes(path, read.bytes) };
  const text = after ?? read.source.text;
  if (!search.concerns(text)) return none;
  const role = roleOf(path);
  if (role === 'data') return { ...none, witnesses: search.inData(path, text) };
  if (role !== 'source') return { ...none, witnesses: search.forLibraries(path, text) };
  const code = surveyCode(path, text, names);
  const witnesses = [...search.inCode(path, text, code === undefined), ...(code?.witnesses ?? [])];
  if (!code?.declared) return { ...none, witnesses };
  const surveyed = { ...code.declared, ...(after !== undefined && { obstacle: { reason: 'changing' as const } }) };
  return { witnesses, declared: [{ source: { ...read.source, text }, surveyed }] };
}
