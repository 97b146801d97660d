import { outputLimit } from '@azure-openai-v1/knowledge';
import type { TSESTree } from '@typescript-eslint/utils';
import { renamedKey } from '../edits/object-edits.ts';
import { collectModelCalls, type ModelCall } from '../facts/model/model-call.ts';
import type { ModuleFacts } from '../facts/module-facts.ts';
import { sourceOf } from '../syntax/layout.ts';
import { rangeOf } from '../syntax/nodes.ts';
import { findProperty, resolveObject } from '../syntax/object-literal.ts';
import { defineRule, type Problem } from './define-rule.ts';
import { likenessOf, originOf } from './model-origin.ts';

type MessageId = 'known' | 'hinted' | 'shared';

/** Finds `max_tokens` in requests to reasoning models, which reject it. */
export const noMaxTokensOnReasoningModels = defineRule<MessageId>({
  id: 'no-max-tokens-on-reasoning-models',
  description: 'Use `max_completion_tokens` (`max_output_tokens` on responses) with reasoning models',
  recommended: true,
  bestGrade: 'safe',
  messages: {
    known:
      '`{{name}}`{{origin}} is a reasoning model, which rejects `max_tokens` with status 400. Use `{{replacement}}`.',
    hinted:
      '`{{name}}` {{likeness}}, which would reject `max_tokens` with status 400. Use `{{replacement}}` if it is one; say which model a deployment runs to make this certain.',
    shared:
      '`{{name}}`{{origin}} is a reasoning model, which rejects `max_tokens` with status 400. Use `{{replacement}}`; review the other uses of this object.',
  },
  *check(facts) {
    for (const call of collectModelCalls(facts)) {
      const problem = problemOf(facts, call);
      if (problem) yield problem;
    }
  },
});

function problemOf(
  { module }: ModuleFacts,
  { api, body, isShared, standing, knowsNewLimit }: ModelCall,
): Problem<MessageId> | undefined {
  const property = findProperty(body, outputLimit.legacy);
  const replacement = outputLimit[api];
  // Code that already chooses between the two knows what it does.
  if (!property || property.value.type === 'ConditionalExpression' || knowsNewLimit === false) return undefined;
  if (findProperty(body, outputLimit.chat) ?? findProperty(body, outputLimit.responses)) return undefined;
  const isOpen = body.properties.some(
    (other) => other.type === 'SpreadElement' && !resolveObject(module, other.argument),
  );
  const isSafe = standing.kind === 'known' && !isShared && !isOpen && knowsNewLimit === true;
  const messageId = standing.kind === 'hinted' ? 'hinted' : isSafe ? 'known' : 'shared';
  return {
    range: rangeOf(property.key),
    messageId,
    data: { name: standing.name, origin: originOf(standing), likeness: likenessOf(standing), replacement },
    grade: isSafe ? 'safe' : 'review',
    edits: [renameEdit(property, renamedKey(module, property, replacement), sourceOf(module, property.key))],
  };
}

function renameEdit(property: TSESTree.Property, key: string, old: string) {
  return property.shorthand
    ? { range: rangeOf(property), text: `${key}: ${old}` }
    : { range: rangeOf(property.key), text: key };
}
