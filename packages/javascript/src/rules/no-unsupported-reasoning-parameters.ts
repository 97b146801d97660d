import { outputLimit, toleratedValues } from '@azure-openai-v1/knowledge';
import type { TSESTree } from '@typescript-eslint/utils';
import { collectModelCalls } from '../facts/model/model-call.ts';
import { rangeOf, unwrap } from '../syntax/nodes.ts';
import { findProperty } from '../syntax/object-literal.ts';
import { defineRule } from './define-rule.ts';
import { originOf } from './model-origin.ts';

/** Finds sampling and other parameters that reasoning models reject. It only reports: what to do without them is a choice. */
export const noUnsupportedReasoningParameters = defineRule<'unsupported'>({
  id: 'no-unsupported-reasoning-parameters',
  description: 'Do not send reasoning models parameters that they reject',
  recommended: false,
  bestGrade: 'manual',
  messages: {
    unsupported:
      '`{{parameter}}` is not supported by the reasoning model `{{name}}`{{origin}} and makes the request fail with status 400. Remove it, or steer the model with `reasoning_effort` and the prompt.',
  },
  *check(facts) {
    for (const { body, standing } of collectModelCalls(facts)) {
      if (standing.kind !== 'known') continue;
      for (const parameter of standing.model.unsupported) {
        const property = parameter === outputLimit.legacy ? undefined : findProperty(body, parameter);
        if (!property || isTolerated(parameter, property.value)) continue;
        yield {
          range: rangeOf(property.key),
          messageId: 'unsupported',
          grade: 'manual',
          data: { parameter, name: standing.name, origin: originOf(standing) },
        };
      }
    }
  },
});

/** Values that only spell out the default pass. */
function isTolerated(parameter: string, value: TSESTree.Node): boolean {
  const node = unwrap(value);
  return (
    node.type === 'Literal' && toleratedValues.some((row) => row.parameter === parameter && row.value === node.value)
  );
}
