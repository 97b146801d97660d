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

/** Everything that this file does with one client. */
export interface ClientFlow {
  readonly calls: readonly ClientCall[];
  /** Names of its own properties that are read or written: `apiVersion`, `chat`. */
  readonly members: ReadonlySet<string>;
  /** How it leaves the file. */
  readonly escapes: readonly string[];
  /** Members of classes that keep it and that other files can reach. */
  readonly openMembers: readonly string[];
  readonly copies: readonly TSESTree.CallExpression[];
  readonly isAskedForClass: boolean;
  readonly opensRealtime: boolean;
  readonly holders: readonly Holder[];
  /** Every expression that has the client, or a part of it, as its value. */
  readonly expressions: ReadonlySet<TSESTree.Node>;
}
