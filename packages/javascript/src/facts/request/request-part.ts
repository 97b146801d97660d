import type { TextEdit } from '@azure-openai-v1/core';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Concern } from '../client/concern.ts';

/** A part of what the migration of a request takes. */
export interface RequestPart {
  /** Each with the path of its file. */
  readonly edits: readonly TextEdit[];
  readonly concerns: readonly Concern[];
  /** Expressions that go. */
  readonly removed: readonly TSESTree.Node[];
}

/** Several parts as one. */
export function joinParts(parts: readonly RequestPart[]): RequestPart {
  return {
    edits: parts.flatMap(({ edits }) => edits),
    concerns: parts.flatMap(({ concerns }) => concerns),
    removed: parts.flatMap(({ removed }) => removed),
  };
}

/** A part that is nothing but a reason. */
export function onlyConcern(concern: Concern): RequestPart {
  return { edits: [], concerns: [concern], removed: [] };
}
