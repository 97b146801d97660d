import { setImmediate } from 'node:timers/promises';
import { roleOf, type SurveyedText, type Witness } from '@azure-openai-v1/configuration';
import type { Source } from '../read-source.ts';
import { kindOfFile, type SourceFile } from '../source-file.ts';
import { readText, type TextResult } from './read-text.ts';
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
  let left = mostBytes;
  for (const file of files) {
    if (['environment', 'inert', 'markdown', 'settings-with-values'].includes(roleOf(file.path))) continue;
    await setImmediate();
    const isPastLimit = left <= 0;
    const read = isPastLimit ? { kind: 'unreadable' as const } : await readText(file);
    left -= sizeOf(read);
    results.push(searchFile(file.path, read, search, names, textAfter(file.path)));
    if (isPastLimit) break;
  }
  return {
    witnesses: results.flatMap(({ witnesses }) => witnesses),
    declared: results.flatMap(({ declared }) => declared),
  };
}

/** Where there is more to read, what is left counts as not searched. */
const mostBytes = 2 * 1024 ** 3;

function sizeOf(read: TextResult): number {
  if (read.kind === 'bytes') return read.bytes.length;
  return read.kind === 'text' ? read.source.bytes.length : 0;
}

function searchFile(
  path: string,
  read: TextResult,
  search: Search,
  names: ReadonlySet<string>,
  after: string | undefined,
): SearchResult {
  const none = { witnesses: [], declared: [] };
  if (read.kind === 'absent') return none;
  if (read.kind === 'unreadable') return { ...none, witnesses: search.unread(path) };
  if (read.kind === 'bytes') return { ...none, witnesses: search.inBytes(path, read.bytes) };
  const text = after ?? read.source.text;
  const role = roleOf(path);
  const isOther = role === 'source' && kindOfFile(path) === 'other';
  const spelled = isOther ? search.otherwiseSpelled(path, text) : [];
  if (!search.concerns(text)) return { ...none, witnesses: spelled };
  if (role === 'data') return { ...none, witnesses: search.inData(path, text) };
  if (role !== 'source') return { ...none, witnesses: search.forLibraries(path, text) };
  const code = surveyCode(path, text, names);
  const witnesses = [...search.inCode(path, text, code === undefined), ...spelled, ...(code?.witnesses ?? [])];
  if (!code?.declared) return { ...none, witnesses };
  const surveyed = { ...code.declared, ...(after !== undefined && { obstacle: { reason: 'changing' as const } }) };
  return { witnesses, declared: [{ source: { ...read.source, text }, surveyed }] };
}
