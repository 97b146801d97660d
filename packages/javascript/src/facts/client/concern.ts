import type { Grade } from '@azure-openai-v1/core';
import { clientConcerns } from './client-concerns.ts';

/** Why a client is not migrated without a person, or not without a look. */
export interface Concern {
  readonly grade: Exclude<Grade, 'safe'>;
  /** A clause that completes "…, because …" and says what to do about it. */
  readonly reason: string;
}

/** Makes a concern about a client. */
export const concern = concernMaker(clientConcerns);

/**
 * Prepares a table of concerns for use: the result makes one of a kind, whose `detail` names what in the code it is about
 * and must not be a literal that could be a secret.
 */
export function concernMaker<Kind extends string>(
  table: Readonly<Record<Kind, readonly [Concern['grade'], string]>>,
): (kind: Kind, detail?: string) => Concern {
  return (kind, detail = '') => {
    const [grade, reason] = table[kind];
    return { grade, reason: reason.replaceAll('{{detail}}', detail) };
  };
}

/** The grade that concerns leave to a rewrite. */
export function gradeOf(list: readonly Concern[]): Grade {
  if (list.some(({ grade }) => grade === 'manual')) return 'manual';
  return list.length > 0 ? 'review' : 'safe';
}

/** The concerns that decide on the grade, each once, as one clause. */
export function reasonOf(list: readonly Concern[]): string {
  const worst = gradeOf(list);
  return [...new Set(list.filter(({ grade }) => grade === worst).map(({ reason }) => reason))].join('; and ');
}
