import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../../source-module.ts';
import { staticName, unwrap } from '../../syntax/nodes.ts';
import { importsModule } from './imports-module.ts';
import { originOf, parameter } from './origin.ts';

/** How an assertion compares: with the whole value, with a part of a text, by a pattern. */
export type Comparison = 'whole' | 'part' | 'pattern';

/** A call that compares what a test got with what it expects. */
export interface Assertion {
  readonly call: TSESTree.CallExpression;
  readonly subject: TSESTree.Node;
  /** What is expected: one value, or the arguments that a function must have been called with. */
  readonly expected: readonly TSESTree.CallExpressionArgument[];
  readonly comparison: Comparison;
  /** The name of the comparison, such as `toHaveBeenCalledWith`. */
  readonly name: string;
  /** It says what must not be so. */
  readonly isNegated: boolean;
}

const comparisons: ReadonlyMap<string, Comparison> = new Map([
  ...wholes('calledOnceWith', 'calledOnceWithExactly', 'calledWith', 'calledWithExactly', 'calledWithMatch'),
  ...wholes('deepEqual', 'deepEquals', 'deepStrictEqual', 'eq', 'eql', 'equal', 'equals', 'is', 'lastCalledWith'),
  ...wholes(
    'instanceOf',
    'instanceof',
    'toBeInstanceOf',
    'like',
    'nthCalledWith',
    'same',
    'strictEqual',
    'strictSame',
    'toBe',
    'toBeCalledWith',
    'toEqual',
  ),
  ...wholes('toHaveBeenCalledExactlyOnceWith', 'toHaveBeenCalledWith', 'toHaveBeenLastCalledWith'),
  ...wholes('toHaveBeenNthCalledWith', 'toHaveProperty', 'toMatchObject', 'toStrictEqual'),
  ...wholes('alwaysCalledWith', 'alwaysCalledWithExactly', 'alwaysCalledWithMatch', 'toContainEqual'),
  ...['contain', 'contains', 'include', 'includes', 'string', 'toContain'].map((name) => [name, 'part'] as const),
  ...['match', 'matches', 'regex', 'toMatch'].map((name) => [name, 'pattern'] as const),
]);

function wholes(...names: readonly string[]): readonly (readonly [string, Comparison])[] {
  return names.map((name) => [name, 'whole'] as const);
}

/** Reads a call as an assertion of one of the usual libraries. */
export function readAssertion(module: SourceModule, call: TSESTree.CallExpression): Assertion | undefined {
  const callee = unwrap(call.callee);
  if (callee.type !== 'MemberExpression') return undefined;
  const name = staticName(callee) ?? '';
  const positive = name.replace(/^(?:not|doesNot|never)(?=[A-Z])/, '');
  const bare = positive.charAt(0).toLowerCase() + positive.slice(1);
  const comparison = comparisons.get(bare);
  if (comparison === undefined) return undefined;
  const found = { call, comparison, name };
  const chain = readExpectation(module, callee);
  if (chain) return { ...found, ...chain, expected: call.arguments, isNegated: chain.isNegated || bare !== name };
  const [subject, ...expected] = call.arguments;
  if (subject && isAssertFunction(module, callee))
    return { ...found, subject, expected: expected.slice(0, 1), isNegated: bare !== name };
  const origin = originOf(module, callee);
  if (subject && origin?.module === 'sinon' && origin.name.startsWith('assert.'))
    return { ...found, subject, expected, isNegated: bare !== name };
  // `stub.calledWith(…)` is asked, and its answer asserted.
  if (/^(?:always)?called/i.test(bare))
    return { ...found, subject: callee.object, expected: call.arguments, isNegated: bare !== name };
  return undefined;
}

/** `expect(subject).not.toBe`, `expect(subject).to.have.been.calledWith`, in whatever library. */
function readExpectation(
  module: SourceModule,
  callee: TSESTree.MemberExpression,
): Pick<Assertion, 'subject' | 'isNegated'> | undefined {
  let isNegated = false;
  let node: TSESTree.Node = unwrap(callee.object);
  for (;;) {
    if (node.type === 'MemberExpression') {
      if (staticName(node) === 'not') isNegated = true;
      node = unwrap(node.object);
    } else if (node.type === 'CallExpression') {
      const [subject] = node.arguments;
      if (subject && /(?:^|\.)expect(?:\.(?:soft|poll))?$/.test(expectName(module, node)))
        return { subject, isNegated };
      node = unwrap(node.callee);
    } else return undefined;
  }
}

function expectName(module: SourceModule, call: TSESTree.CallExpression): string {
  const origin = originOf(module, call.callee);
  return origin?.module === 'expect' && origin.name === '' ? 'expect' : (origin?.name ?? '');
}

/** Libraries whose context object, the parameter of each test, has the assertions. */
const contexts = ['ava', 'node:test', 'tap', 'tape'];

function isAssertFunction(module: SourceModule, callee: TSESTree.MemberExpression): boolean {
  const origin = originOf(module, callee);
  if (!origin) return false;
  if (/^(?:node:)?assert(?:\/strict)?$/.test(origin.module)) return true;
  if (origin.name.startsWith('assert.')) return /^(?:chai|vitest|poku|\(parameter\))$/.test(origin.module);
  return origin.module === parameter && !origin.name.includes('.') && importsModule(module, contexts);
}
