import fc from 'fast-check';
import { deployments, endpoints, keys, models, versions } from './arbitrary-texts.ts';
import { operations } from './operations.ts';
import { mostly, rarely, seldom, weighted } from './weighted.ts';
import {
  type CallPlan,
  accessForms,
  bodyForms,
  callOptions,
  modelForms,
  parameterNames,
  resultForms,
} from './call-plan.ts';
import {
  type ClientPlan,
  type Plumbing,
  extraOptions,
  keyForms,
  optionForms,
  plumbings,
  providerForms,
  urlForms,
} from './client-plan.ts';

/** Clients of the SDK with their calls. */
export function clients(): fc.Arbitrary<ClientPlan> {
  return fc.record({
    kind: fc.constant('client' as const),
    client: weighted(
      3,
      fc.constant('azure' as const),
      weighted(2, fc.constant('older' as const), fc.constant('v1' as const)),
    ),
    plumbing: weighted(2, fc.constantFrom(...followed), fc.constantFrom(...plumbings)),
    url: rarely('endpoint' as const, fc.constantFrom(...urlForms)),
    endpoint: endpoints(),
    endpointEnd: mostly('' as const, '/' as const),
    key: weighted(4, fc.constantFrom('option' as const, 'absent' as const), fc.constantFrom(...keyForms)),
    keyText: keys(),
    provider: fc.constantFrom(...providerForms),
    version: weighted(3, versions(), fc.constant(undefined)),
    deployment: weighted(1, fc.constant(undefined), deployments()),
    options: weighted(1, fc.constant('inline' as const), fc.constantFrom(...optionForms)),
    extras: fc.oneof(fc.constant([]), fc.subarray([...extraOptions], { maxLength: 2 })),
    calls: fc.array(calls(), { minLength: 1, maxLength: 3 }),
  });
}

/** Ways on which the codemod usually follows a client to its calls. */
const followed: readonly Plumbing[] = [
  'constant',
  'local',
  'field',
  'hash-field',
  'constructor-field',
  'factory',
  'arrow-factory',
  'async-factory',
  'lazy',
  'lazy-class',
  'inline',
  'parameter',
  'getter',
  'closure',
  'alias',
  'late',
  'conditional',
  'dynamic-import',
  'top-level',
  'reassigned',
  'factory-of-two',
  'loop',
  'field-deployment',
];

function calls(): fc.Arbitrary<CallPlan> {
  return fc.record({
    operation: rarely('chat', fc.constantFrom(...Object.keys(operations))),
    model: fc.constantFrom(...modelForms),
    modelText: models(),
    body: weighted(1, fc.constant('inline' as const), fc.constantFrom(...bodyForms)),
    options: seldom(
      rarely(
        'none' as const,
        fc.constantFrom('timeout' as const, 'headers' as const, 'query' as const, 'constant' as const),
      ),
      fc.constantFrom(...callOptions),
    ),
    access: rarely('member' as const, fc.constantFrom(...accessForms)),
    parameter: rarely('question' as const, fc.constantFrom(...parameterNames)),
    result: rarely('value' as const, fc.constantFrom(...resultForms)),
    limit: mostly(false, true),
  });
}
