import type { Cited } from './citations.ts';

/** How each operation spells the limit of a reasoning model's output. */
export const outputLimit = {
  legacy: 'max_tokens',
  chat: 'max_completion_tokens',
  responses: 'max_output_tokens',
  source: 'reasoning-2026-02',
} as const satisfies Cited & Record<'chat' | 'legacy' | 'responses', string>;

/** The request parameters that every reasoning model refuses (`reasoning-2026-02`). */
export const unsupportedReasoningParameters = [
  'temperature',
  'top_p',
  'presence_penalty',
  'frequency_penalty',
  'logprobs',
  'top_logprobs',
  'logit_bias',
  'max_tokens',
] as const;

interface ToleratedValue extends Cited {
  readonly parameter: (typeof unsupportedReasoningParameters)[number];
  readonly value: number;
}

/** Values that say the default, and that reasoning models have been seen to accept. */
export const toleratedValues = [
  { parameter: 'frequency_penalty', value: 0, source: 'tolerated-values' },
  { parameter: 'presence_penalty', value: 0, source: 'tolerated-values' },
  { parameter: 'temperature', value: 1, source: 'tolerated-values' },
  { parameter: 'top_p', value: 1, source: 'tolerated-values' },
] as const satisfies readonly ToleratedValue[];

interface RetiredProperty extends Cited {
  readonly property: string;
  readonly reason: string;
}

/** Properties of legacy request bodies that the v1 API does not take. */
export const retiredBodyProperties = [
  { property: 'dataSources', reason: 'On Your Data was retired on 2026-10-14', source: 'on-your-data' },
  { property: 'data_sources', reason: 'On Your Data was retired on 2026-10-14', source: 'on-your-data' },
  { property: 'enhancements', reason: 'the v1 chat completions have no enhancements', source: 'v1-reference' },
  { property: 'input_type', reason: 'the v1 embeddings have no input type', source: 'v1-operations' },
] as const satisfies readonly RetiredProperty[];
