import fc from 'fast-check';
import { deployments, endpoints, keys, versions } from './arbitrary-texts.ts';
import { mostly, rarely } from './weighted.ts';
import { parameterNames } from './call-plan.ts';
import { type RequestPlan, addressForms, payloadForms, senders } from './request-plan.ts';

/** Requests that are written by hand. */
export function requests(): fc.Arbitrary<RequestPlan> {
  return fc.record({
    kind: fc.constant('request' as const),
    sender: fc.constantFrom(...senders),
    query: rarely('none' as const, fc.constantFrom('after' as const, 'before' as const)),
    operation: fc.constantFrom(
      'chat/completions' as const,
      'embeddings' as const,
      'completions' as const,
      'responses' as const,
    ),
    address: fc.constantFrom(...addressForms),
    payload: fc.constantFrom(...payloadForms),
    model: fc.constantFrom('absent' as const, 'same' as const, 'other' as const),
    endpoint: endpoints(),
    endpointEnd: mostly('' as const, '/' as const),
    keyText: keys(),
    version: versions(),
    versionPlace: mostly('url' as const, 'params' as const),
    deployment: deployments(),
    credential: fc.constantFrom('api-key' as const, 'bearer' as const),
    parameter: rarely('question' as const, fc.constantFrom(...parameterNames)),
  });
}
