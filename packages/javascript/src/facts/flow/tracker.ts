import type { TSESTree } from '@typescript-eslint/utils';
import type { Program } from '../../program/program.ts';
import type { ClientCall, Passage } from './client-flow.ts';
import type { Holder } from './holder.ts';
import type { Slot } from './slot.ts';

/** A value on its way. */
export interface State {
  readonly node: TSESTree.Node;
  /** What of the client the value is: `['chat', 'completions']`. */
  readonly path: readonly string[];
  /** How the value lies in that of the node, outermost first. */
  readonly slots: readonly Slot[];
  readonly passages: readonly Passage[];
  readonly holders: readonly Holder[];
}

/** More factories around factories and objects in objects than real code has; past it the flow counts as lost. */
export const maximumDepth = 5;

/** What has been seen of a value so far. */
export interface FlowRecord {
  readonly calls: ClientCall[];
  readonly directCalls: TSESTree.CallExpression[];
  readonly members: Set<string>;
  readonly escapes: string[];
  readonly doubts: string[];
  readonly openMembers: string[];
  readonly copies: TSESTree.CallExpression[];
  readonly holders: Holder[];
  readonly expressions: Set<TSESTree.Node>;
  isAskedForClass: boolean;
  opensRealtime: boolean;
}

/** Follows a value: takes note of what becomes of it, and of where it has to be looked for next. */
export interface Tracker {
  readonly program: Program;
  readonly flow: FlowRecord;
  /** The value is here as well. */
  add(state: State): void;
  /** The value leaves what is seen. */
  escape(how: string, state: State): void;
}
