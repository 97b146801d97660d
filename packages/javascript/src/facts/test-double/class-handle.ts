import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../../source-module.ts';
import { staticName } from '../../syntax/nodes.ts';
import { isTypePosition } from '../types/type-position.ts';
import type { OpenAIReference } from '../openai-references.ts';
import { readAssertion } from './assertion.ts';
import { originOf } from './origin.ts';
import type { legacyClass, plainClass } from './provided-class.ts';

/**
 * What a reference to `AzureOpenAI` does in a test.
 *
 * - `handle`: it takes hold of the mock that stands in for the class, or asserts what the class is.
 * - `likely-handle`: the same where the file mocks the package; otherwise it may be anything.
 * - `type`, `build`, `other`: what they say.
 */
export type ClassUse = 'handle' | 'likely-handle' | 'type' | 'build' | 'other';

/** A reference to a class of the package, and what it does. */
export interface ClassReference {
  readonly node: TSESTree.Node;
  readonly use: ClassUse;
}

/** The references to a class of the package with what they do; those to the whole package count for no class. */
export function classReferences(
  module: SourceModule,
  references: readonly OpenAIReference[],
  name: typeof legacyClass | typeof plainClass,
): readonly ClassReference[] {
  const named = references.filter(
    ({ exported, binding, node }) => exported === name && !(binding?.exported === '*' && node.type === 'Identifier'),
  );
  return named.map(({ node }) => ({ node, use: useOf(module, node) }));
}

/** `expect(client).not.toBeInstanceOf(AzureOpenAI)` */
export function isDenied(module: SourceModule, node: TSESTree.Node): boolean {
  const { parent } = node;
  if (parent?.type !== 'CallExpression' || !parent.arguments.some((argument) => argument === node)) return false;
  return readAssertion(module, parent)?.isNegated === true;
}

function useOf(module: SourceModule, node: TSESTree.Node): ClassUse {
  if (isTypePosition(node)) return 'type';
  const { outer, isMock } = withoutCasts(module, node);
  if (isMock) return 'handle';
  const { parent } = outer;
  switch (parent?.type) {
    case 'NewExpression':
      return parent.callee === outer ? 'build' : 'other';
    case 'CallExpression':
      return ofArgument(module, parent, outer);
    case 'MemberExpression':
      if (parent.object !== outer) return 'other';
      return /^(?:mock|getMock)/.test(staticName(parent) ?? '') ? 'handle' : 'likely-handle';
    case 'VariableDeclarator':
    case 'BinaryExpression':
      return 'likely-handle';
    default:
      return 'other';
  }
}

/** `AzureOpenAI as unknown as jest.Mock`, and whether one of the casts says that it is a mock. */
function withoutCasts(module: SourceModule, node: TSESTree.Node): { outer: TSESTree.Node; isMock: boolean } {
  let outer = node;
  let isMock = false;
  for (let parent = outer.parent; parent; parent = outer.parent) {
    if (parent.type === 'TSAsExpression' || parent.type === 'TSTypeAssertion') {
      const type = module.text.slice(...parent.typeAnnotation.range);
      isMock ||= /\bMock(?:ed)?\w*\b|\b(?:vi|jest)\.fn\b|\bSinonStub/.test(type);
    } else if (parent.type !== 'TSNonNullExpression' && parent.type !== 'TSSatisfiesExpression') break;
    outer = parent;
  }
  return { outer, isMock };
}

/** Functions that take a mock and look at it. */
const viewers = /(?:^|\.)(?:expect|mocked|isMockFunction|assert\.\w+|verify)$/;

function ofArgument(module: SourceModule, call: TSESTree.CallExpression, node: TSESTree.Node): ClassUse {
  if (call.callee === node) return 'other';
  const origin = originOf(module, call.callee);
  if (viewers.test(origin?.module === 'expect' ? 'expect' : (origin?.name ?? ''))) return 'handle';
  return readAssertion(module, call) ? 'handle' : 'other';
}
