import type { TSESTree } from '@typescript-eslint/utils';
import type { FunctionNode } from '../../syntax/nodes.ts';
import type { Holder } from './holder.ts';

/** A client's way out of a function: where that function was called, or undefined for a getter. */
export interface Passage {
  readonly of: FunctionNode;
  readonly call: TSESTree.CallExpression | undefined;
  /** The client was kept outside of the function, so a later call may return an earlier call's client. */
  readonly isMemoized: boolean;
}

/** A method call on a client: `path` is `['chat', 'completions', 'create']`. */
export interface ClientCall {
  readonly node: TSESTree.CallExpression;
  readonly path: readonly string[];
  readonly passages: readonly Passage[];
  readonly holders: readonly Holder[];
}

/** Everything that a program does with one client, in whatever modules. */
export interface ClientFlow {
  readonly calls: readonly ClientCall[];
  /** Calls of the value itself. */
  readonly directCalls: readonly TSESTree.CallExpression[];
  /** Names of its own properties that are read or written: `apiVersion`, `chat`. */
  readonly members: ReadonlySet<string>;
  /** How it leaves what is seen. */
  readonly escapes: readonly string[];
  /** How it may leave what is seen. */
  readonly doubts: readonly string[];
  /** Members of classes that keep it and that other files can reach. */
  readonly openMembers: readonly string[];
  readonly copies: readonly TSESTree.CallExpression[];
  readonly isAskedForClass: boolean;
  readonly opensRealtime: boolean;
  readonly holders: readonly Holder[];
  /** Every expression that has the client or a part of it as its value, or an object that holds or gives it. */
  readonly expressions: ReadonlySet<TSESTree.Node>;
}
