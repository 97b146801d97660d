import fc from 'fast-check';
import { seldom, weighted } from './weighted.ts';
import { textForms, type TextPlan } from './text-plan.ts';

/** Endpoints, now and then of hosts that are not known to have the v1 API. */
export function endpoints(): fc.Arbitrary<TextPlan> {
  const usual = texts(1, 'https://contoso.openai.azure.com');
  const verified = texts(1, 'https://contoso.cognitiveservices.azure.com', 'https://contoso.services.ai.azure.com');
  const others = texts(1, 'https://contoso.azure-api.net', 'https://contoso.openai.azure.us');
  return seldom(weighted(5, usual, verified), others);
}

/** Keys that look like none. */
export function keys(): fc.Arbitrary<TextPlan> {
  return texts(2, 'placeholder-key-1', 'placeholder-key-2');
}

/** Dated versions. */
export function versions(): fc.Arbitrary<TextPlan> {
  return texts(4, '2024-10-21', '2025-04-01-preview', '2024-02-01');
}

/** Deployments; some are called like models. */
export function deployments(): fc.Arbitrary<TextPlan> {
  return texts(1, 'support-chat', 'o4-mini', 'gpt-4o', 'text-embedding-3-small');
}

/** Models that are no deployments. */
export function models(): fc.Arbitrary<TextPlan> {
  return texts(1, 'gpt-4o', 'gpt-4.1');
}

/** Texts that are literals so many times as often as anything else. */
function texts(literals: number, ...values: readonly [string, ...string[]]): fc.Arbitrary<TextPlan> {
  return fc.record({
    form: weighted(literals, fc.constant('literal' as const), fc.constantFrom(...textForms)),
    value: fc.constantFrom(...values),
  });
}
