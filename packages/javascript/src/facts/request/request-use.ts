import type { TSESTree } from '@typescript-eslint/utils';
import type { ClientFlow, Passage } from '../flow/client-flow.ts';
import { hasOtherSource } from '../flow/other-sources.ts';
import type { Holder } from '../flow/holder.ts';
import type { Program } from '../../program/program.ts';
import type { HttpCall } from './http-call.ts';

/** A request and the way on which its URL, or the instance that makes it, came to it. */
export interface RequestUse {
  readonly call: HttpCall;
  readonly passages: readonly Passage[];
  readonly holders: readonly Holder[];
}

/** How a value leaves what is seen: clauses that complete "it …". */
export function waysOut({ escapes, openMembers }: ClientFlow): readonly string[] {
  return [...new Set([...escapes, ...openMembers.map((name) => `other files can reach its member \`${name}\``)])];
}

/** Tells whether a request may be made with something else than the value that came to it on this way. */
export function isShared(
  program: Program,
  { holders }: Pick<RequestUse, 'holders'>,
  known: ReadonlySet<TSESTree.Node>,
): boolean {
  return holders.some((holder) => hasOtherSource(program, holder, known));
}
