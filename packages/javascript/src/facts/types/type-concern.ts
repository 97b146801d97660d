import { concernMaker, type Concern } from '../client/concern.ts';
import type { OpenAIReference } from '../openai-references.ts';
import { typeDecision, type TypeDecision } from './type-decision.ts';

const concerns = {
  guard: [
    'manual',
    'a type guard of this file asks whether a client is `AzureOpenAI`, which would turn false; decide by something else first',
  ],
  condition: ['review', 'a type in this file depends on whether a client is `AzureOpenAI`; look at what it becomes'],
} as const satisfies Record<TypeDecision, readonly [Concern['grade'], string]>;

const concern = concernMaker(concerns);

/** Trouble of every `AzureOpenAI` of a file where types decide by the class. */
export function typeConcerns(references: readonly OpenAIReference[]): readonly Concern[] {
  const decisions = new Set(references.map(typeDecision));
  return [...decisions].flatMap((decision) => (decision === undefined ? [] : [concern(decision)]));
}
