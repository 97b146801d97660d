import type { TSESTree } from '@typescript-eslint/utils';
import { isTypePosition, namedTypeOf } from './type-position.ts';
import type { OpenAIReference } from '../openai-references.ts';

/** What a type decides by: `x is AzureOpenAI` while the program runs, `T extends AzureOpenAI ? … : …` when it compiles. */
export type TypeDecision = 'guard' | 'condition';

/** Tells whether something is decided by a legacy class as a type. */
export function typeDecision({ node, exported }: OpenAIReference): TypeDecision | undefined {
  if (exported !== 'AzureOpenAI' || !isTypePosition(node)) return undefined;
  return decisionAround(namedTypeOf(node, exported).node);
}

/** Finds out what is decided by a whole type. */
export function decisionAround(type: TSESTree.Node): TypeDecision | undefined {
  for (let node = type; node.parent !== undefined; node = node.parent) {
    const { parent } = node;
    if (parent.type === 'TSTypePredicate') return 'guard';
    if (parent.type === 'TSConditionalType')
      return node === parent.extendsType || node === parent.checkType ? 'condition' : undefined;
    if (!parent.type.startsWith('TS')) return undefined;
  }
  return undefined;
}
