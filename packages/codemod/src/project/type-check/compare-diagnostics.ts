import { createPositionLookup } from '@azure-openai-v1/core';
import { diffArrays } from 'diff';
import type { TypeDiagnostic } from './diagnose.ts';

/** The text of a file before and after; equal where it does not change. */
export interface TextPair {
  readonly before: string;
  readonly after: string;
}

/**
 * Finds the errors of one file that it had not before. An error is an old one when an error with the same number and
 * words was there before, each counted once, or when one with the same number stood at the same place of a line that
 * does not change: its words may name a type that changed.
 */
export function findNewDiagnostics(
  before: readonly TypeDiagnostic[],
  after: readonly TypeDiagnostic[],
  texts: TextPair,
): readonly TypeDiagnostic[] {
  const rest = withoutCounterparts(after, before, meaningOf, meaningOf);
  if (rest.left.length === 0 || rest.others.length === 0) return rest.left;
  const beforePlace = placeIn(texts.before, (line) => line);
  const lines = texts.before === texts.after ? undefined : unchangedLines(texts);
  const afterPlace = placeIn(texts.after, (line) => (lines ? lines.get(line) : line));
  return withoutCounterparts(rest.left, rest.others, afterPlace, beforePlace).left;
}

type KeyOf = (diagnostic: TypeDiagnostic) => string | undefined;

function withoutCounterparts(
  diagnostics: readonly TypeDiagnostic[],
  others: readonly TypeDiagnostic[],
  keyOf: KeyOf,
  keyOfOther: KeyOf,
) {
  const unused = [...others];
  const left = diagnostics.filter((diagnostic) => {
    const key = keyOf(diagnostic);
    const index = key === undefined ? -1 : unused.findIndex((other) => keyOfOther(other) === key);
    if (index !== -1) unused.splice(index, 1);
    return index === -1;
  });
  return { left, others: unused };
}

/** The number and the words, in which the two names of a class count as one. */
function meaningOf({ code, words }: TypeDiagnostic): string {
  const plain = words
    .replaceAll(/import\("[^"]*"\)\./g, '')
    .replaceAll('AzureOpenAI', 'OpenAI')
    .replaceAll('AzureClientOptions', 'ClientOptions');
  return `${String(code)} ${plain}`;
}

function placeIn(text: string, lineBefore: (line: number) => number | undefined): KeyOf {
  const positionOf = createPositionLookup(text);
  return ({ code, start }) => {
    const { line, column } = positionOf(start);
    const place = lineBefore(line);
    return place === undefined ? undefined : `${String(code)} ${String(place)}:${String(column)}`;
  };
}

/** For each line that stays as it is, by its number after the change, the number before. */
function unchangedLines({ before, after }: TextPair): ReadonlyMap<number, number> {
  const lines = new Map<number, number>();
  const parts = diffArrays(splitLines(before), splitLines(after), { maxEditLength: 2000 }) ?? [];
  let old = 1;
  let current = 1;
  for (const { added, removed, count } of parts) {
    if (!added && !removed) for (let index = 0; index < count; index += 1) lines.set(current + index, old + index);
    if (!added) old += count;
    if (!removed) current += count;
  }
  return lines;
}

function splitLines(text: string): string[] {
  return text.split(/\r\n|[\n\r\u2028\u2029]/);
}
