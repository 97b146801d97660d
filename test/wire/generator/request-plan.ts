import type { parameterNames } from './call-plan.ts';
import type { TextPlan } from './text-plan.ts';

/** How a request by hand spells its URL. */
export const addressForms = [
  'template',
  'literal',
  'constant',
  'module-constant',
  'concatenated',
  'url-object',
  'url-with-base',
  'search-append',
  'builder',
] as const;

/** How a request by hand carries its body. */
export const payloadForms = ['inline', 'constant', 'stringified', 'spread', 'parameter', 'form'] as const;

/** What sends a request by hand. */
export const senders = [
  'fetch',
  'axios-post',
  'axios-object',
  'axios-create',
  'node-fetch',
  'request-object',
  'function',
] as const;

/** A request that is written by hand. */
export interface RequestPlan {
  readonly kind: 'request';
  readonly sender: (typeof senders)[number];
  /** Another parameter of the query. */
  readonly query: 'after' | 'before' | 'none';
  readonly operation: 'chat/completions' | 'completions' | 'embeddings' | 'responses';
  readonly address: (typeof addressForms)[number];
  readonly payload: (typeof payloadForms)[number];
  readonly model: 'absent' | 'other' | 'same';
  readonly endpoint: TextPlan;
  readonly endpointEnd: '' | '/';
  readonly keyText: TextPlan;
  readonly version: TextPlan;
  readonly versionPlace: 'params' | 'url';
  readonly deployment: TextPlan;
  readonly credential: 'api-key' | 'bearer';
  readonly parameter: (typeof parameterNames)[number];
}
