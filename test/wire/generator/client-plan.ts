import type { CallPlan } from './call-plan.ts';
import type { TextPlan } from './text-plan.ts';

/** Where the URL of a client stands. */
export const urlForms = ['endpoint', 'absent', 'base-openai', 'base-deployment'] as const;

/** Where the credential of a client stands; `absent` leaves it to the SDK. */
export const keyForms = ['option', 'absent', 'header', 'option-and-header'] as const;

/** How a token provider is made. */
export const providerForms = ['identity', 'identity-inline', 'function', 'function-constant', 'arrow-of-call'] as const;

/** Where the options object stands. */
export const optionForms = [
  'inline',
  'constant',
  'typed',
  'spread',
  'spread-last',
  'quoted',
  'shared',
  'reversed',
  'asserted',
  'frozen',
  'conditional-spread',
  'accessor',
] as const;

/** Options that both classes have. */
export const extraOptions = [
  'timeout',
  'maxRetries',
  'defaultHeaders',
  'defaultQuery',
  'organization',
  'project',
  'browser',
  'fetch',
] as const;
/** One of `extraOptions`. */
export type ExtraOption = (typeof extraOptions)[number];

/** How a client gets to its calls. */
export const plumbings = [
  'constant',
  'local',
  'field',
  'hash-field',
  'constructor-field',
  'injected-field',
  'factory',
  'arrow-factory',
  'async-factory',
  'lazy',
  'lazy-class',
  'inline',
  'parameter',
  'holder',
  'getter',
  'static-field',
  'wrapper',
  'closure',
  'alias',
  'array',
  'late',
  'conditional',
  'default-parameter',
  'subclass',
  'dynamic-import',
  'with-options',
  'exported',
  'top-level',
  'reassigned',
  'inherited-field',
  'object-method',
  'factory-of-two',
  'memoized',
  'cached',
  'loop',
  'field-deployment',
  'mutated-deployment',
] as const;
/** One of `plumbings`. */
export type Plumbing = (typeof plumbings)[number];

/** A client, how it is made, and what is asked of it. */
export interface ClientPlan {
  readonly kind: 'client';
  /** `older` is `OpenAI` with the deployment in its `baseURL`. */
  readonly client: 'azure' | 'older' | 'v1';
  readonly plumbing: Plumbing;
  readonly url: (typeof urlForms)[number];
  readonly endpoint: TextPlan;
  readonly endpointEnd: '' | '/';
  readonly key: (typeof keyForms)[number];
  readonly keyText: TextPlan;
  readonly provider: (typeof providerForms)[number];
  readonly version: TextPlan | undefined;
  readonly deployment: TextPlan | undefined;
  readonly options: (typeof optionForms)[number];
  readonly extras: readonly ExtraOption[];
  readonly calls: readonly CallPlan[];
}
