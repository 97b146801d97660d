import type { TextPlan } from './text-plan.ts';

/** How a request of the SDK spells its model. */
export const modelForms = [
  'other',
  'same',
  'absent',
  'empty',
  'parameter',
  'shorthand',
  'spread',
  'conditional',
  'call',
  'text',
] as const;

/** How a request of the SDK is put together. */
export const bodyForms = [
  'inline',
  'constant',
  'module-constant',
  'spread',
  'spread-last',
  'conditional-spread',
  'assigned-later',
  'model-assigned-later',
  'parameter',
  'parameter-spread',
  'object-assign',
] as const;

/** What a call says beside its request. */
export const callOptions = ['none', 'timeout', 'headers', 'query', 'constant', 'signal', 'api-key', 'version'] as const;

/** How a call gets hold of its method. */
export const accessForms = ['member', 'bracket', 'optional', 'resource', 'destructured', 'cast', 'bound'] as const;

/** A name that the function of a call gives to its own parameter; some hide a name of the module. */
export const parameterNames = ['question', 'deployment', 'endpoint', 'model', 'apiKey', 'OpenAI', 'process'] as const;

/** What becomes of the answer of a call. */
export const resultForms = [
  'value',
  'then',
  'with-response',
  'response',
  'caught',
  'with-request',
  'parallel',
] as const;

/** One call of the SDK. */
export interface CallPlan {
  readonly operation: string;
  readonly model: (typeof modelForms)[number];
  readonly modelText: TextPlan;
  readonly body: (typeof bodyForms)[number];
  readonly options: (typeof callOptions)[number];
  readonly access: (typeof accessForms)[number];
  readonly parameter: (typeof parameterNames)[number];
  readonly result: (typeof resultForms)[number];
  readonly limit: boolean;
}
