import type { Grade } from '@azure-openai-v1/core';
import { findLeftOvers } from '../facts/client/half-migrated.ts';
import { verdictOf } from '../facts/client/verdict.ts';
import type { ModuleFacts } from '../facts/module-facts.ts';
import { findVersionConstants } from '../facts/version/version-constant.ts';
import { findVersionedUrls } from '../facts/version/versioned-url.ts';
import { rangeOf } from '../syntax/nodes.ts';
import { defineRule, type Problem } from './define-rule.ts';

type MessageId = 'option' | 'v1Query' | 'url' | 'missing' | 'constant' | 'unused';

/** Finds dated API versions of Azure OpenAI, which the v1 API neither needs nor accepts. */
export const noApiVersion = defineRule<MessageId>({
  id: 'no-api-version',
  description: 'Do not send dated Azure OpenAI API versions, which the v1 API rejects',
  recommended: true,
  bestGrade: 'safe',
  messages: {
    option: 'The v1 API has no dated versions. Move the client to `/openai/v1/` and drop its API version.',
    v1Query:
      'The v1 API answers 400 to a dated `api-version`. Remove it; review the change, as such requests did not work before.',
    url: 'This URL of the Azure OpenAI API sends a dated `api-version`. Use the same operation below `/openai/v1/` without it.',
    missing:
      'This URL sends a dated `api-version` to `{{operation}}`, which the v1 API does not have. Decide what replaces it.',
    constant:
      'This dated API version of Azure OpenAI is for other files. Remove it when the last of them has moved to the v1 API.',
    unused: 'Nothing reads this dated API version of Azure OpenAI any more. Remove it.',
  },
  *check(facts) {
    yield* optionProblems(facts);
    for (const left of facts.clients.flatMap((client) => findLeftOvers(facts.module, client))) {
      if (left.kind === 'dated-query')
        yield { range: rangeOf(left.node), messageId: 'v1Query', grade: 'review', edits: left.edits };
    }
    for (const { node, isV1, missing, edits } of findVersionedUrls(facts)) {
      const grade: Grade = edits.length > 0 ? 'review' : 'manual';
      const messageId = isV1 ? 'v1Query' : missing === undefined ? 'url' : 'missing';
      yield { range: rangeOf(node), messageId, data: { operation: missing ?? '' }, grade, edits };
    }
    for (const { node, edits } of findVersionConstants(facts)) {
      yield {
        range: rangeOf(node),
        messageId: edits.length > 0 ? 'unused' : 'constant',
        grade: edits.length > 0 ? 'safe' : 'manual',
        edits,
      };
    }
  },
});

/** The version of a client that moves goes with it; that of one which stays has nowhere to go. */
function* optionProblems(facts: ModuleFacts): Generator<Problem<MessageId>> {
  for (const client of facts.legacyClients) {
    const version = client.options.kind === 'known' ? client.options.options.get('apiVersion') : undefined;
    if (!version) continue;
    const { grade, edits } = verdictOf(facts, client);
    if (grade !== 'manual') yield { range: rangeOf(version.property), messageId: 'option', grade, edits };
  }
}
