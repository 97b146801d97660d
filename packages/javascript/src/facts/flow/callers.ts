import type { TSESTree } from '@typescript-eslint/utils';
import type { Program } from '../../program/program.ts';
import { isClass, type FunctionNode } from '../../syntax/nodes.ts';
import { instancesOf } from './instances.ts';
import { trackFunction } from './track-client.ts';

/** The calls of a function, or the constructions of the class that it is the constructor of. */
export interface Callers {
  readonly calls: readonly (TSESTree.CallExpression | TSESTree.NewExpression)[];
  /** No other call is possible. */
  readonly isComplete: boolean;
}

const cache = new WeakMap<Program, WeakMap<FunctionNode, Callers>>();

/** Finds all calls of a function in a program. */
export function callersOf(program: Program, of: FunctionNode): Callers {
  let known = cache.get(program);
  if (!known) cache.set(program, (known = new WeakMap()));
  let callers = known.get(of);
  if (!callers) known.set(of, (callers = findCallers(program, of)));
  return callers;
}

function findCallers(program: Program, of: FunctionNode): Callers {
  const member = of.parent;
  const owner = member.type === 'MethodDefinition' ? member.parent.parent : undefined;
  if (owner && isClass(owner) && member.type === 'MethodDefinition' && member.kind === 'constructor') {
    const instances = instancesOf(program, owner, 'constructor');
    const built = instances?.objects.filter((node) => node.type === 'NewExpression') ?? [];
    const isComplete = built.length === instances?.objects.length && isSeen(instances);
    return { calls: built, isComplete };
  }
  const flow = trackFunction(program, of);
  const isUsedOtherwise = flow.calls.length + flow.members.size + flow.copies.length + flow.openMembers.length > 0;
  return { calls: flow.directCalls, isComplete: !isUsedOtherwise && isSeen(flow) };
}

function isSeen({
  escapes,
  doubts,
}: {
  readonly escapes: readonly string[];
  readonly doubts: readonly string[];
}): boolean {
  return escapes.length + doubts.length === 0;
}
