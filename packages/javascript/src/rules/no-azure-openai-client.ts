import { keepExportedName } from '../edits/keep-exported-name.ts';
import { findStrayReferences } from '../facts/client/class-references.ts';
import { findLeftOvers } from '../facts/client/half-migrated.ts';
import type { LegacyClient } from '../facts/client/legacy-client.ts';
import { gradeOfTypes } from '../facts/client/grade-of-types.ts';
import { editsOfTypes } from '../facts/client/migration-unit.ts';
import { verdictOf } from '../facts/client/verdict.ts';
import type { ModuleFacts } from '../facts/module-facts.ts';
import { exportedFromSdk } from '../facts/exported-from-sdk.ts';
import { findStrayTypes } from '../facts/types/stray-types.ts';
import { rangeOf } from '../syntax/nodes.ts';
import { defineRule, type Problem } from './define-rule.ts';

type MessageId =
  | 'client'
  | 'deploymentUrl'
  | 'review'
  | 'manual'
  | 'reference'
  | 'types'
  | 'strayType'
  | 'exportedType'
  | 'doubledPath'
  | 'calledProvider';

/** Finds clients of the legacy API and moves them to `OpenAI` on the v1 API. */
export const noAzureOpenAIClient = defineRule<MessageId>({
  id: 'no-azure-openai-client',
  description: 'Use `OpenAI` with a v1 `baseURL` instead of `AzureOpenAI`',
  recommended: true,
  bestGrade: 'safe',
  messages: {
    client:
      '`AzureOpenAI` sends dated `api-version` requests to deployment paths. Use `OpenAI` with a `baseURL` ending in `/openai/v1/` and the deployment as `model`.',
    deploymentUrl:
      'This `OpenAI` client sends dated `api-version` requests to a deployment URL. Use a `baseURL` ending in `/openai/v1/` and the deployment as `model`.',
    review:
      'This client of the legacy Azure OpenAI API can move to `OpenAI` on `/openai/v1/`. Review the change, because {{reason}}.',
    manual: 'This client of the legacy Azure OpenAI API is left alone, because {{reason}}.',
    reference: '`AzureOpenAI` is a class of the legacy Azure OpenAI API and is left alone here, because {{reason}}.',
    types: 'This file names the legacy `AzureOpenAI` only as a type. Use `OpenAI`{{advice}}.',
    strayType: '`{{name}}` is a type of the legacy Azure OpenAI API and is left alone here, because {{reason}}.',
    exportedType:
      'This passes the legacy `AzureOpenAI` on as a type. `OpenAI` can have its name; review the change together with the files that import it.',
    doubledPath:
      'This base URL repeats `/openai/v1`, so every request fails with 404. Keep it once; review the change, as requests did not work before.',
    calledProvider:
      'The token provider is called here, so one token is used until it expires. Pass the function itself as `apiKey`.',
  },
  *check(facts) {
    for (const client of facts.legacyClients) yield clientProblem(facts, client);
    for (const { node, reason } of findStrayReferences(facts.module, facts.references)) {
      if (!facts.testDoubles.claimed.has(node))
        yield { range: rangeOf(node), messageId: 'reference', grade: 'manual', data: { reason } };
    }
    yield* typeProblems(facts);
    yield* otherTypeProblems(facts);
    yield* leftOverProblems(facts);
  },
});

function clientProblem(facts: ModuleFacts, client: LegacyClient): Problem<MessageId> {
  const range = rangeOf(client.node.callee);
  const { grade, reason, edits } = verdictOf(facts, client);
  if (grade === 'safe')
    return { range, messageId: client.className === 'AzureOpenAI' ? 'client' : 'deploymentUrl', grade, edits };
  return { range, messageId: grade, grade, data: { reason }, edits };
}

function* typeProblems(facts: ModuleFacts): Generator<Problem<MessageId>> {
  const { node, edits } = editsOfTypes(facts.module, facts) ?? {};
  if (!node || !edits || facts.testDoubles.claimed.has(node)) return;
  const grade = gradeOfTypes(facts);
  const range = rangeOf(node);
  if (grade === 'manual') {
    const reason = 'a client of that class is left alone; change the type together with that client';
    yield { range, messageId: 'reference', grade, data: { reason } };
  } else {
    const advice = grade === 'safe' ? '' : '; review the change together with the files that pass clients to it';
    yield { range, messageId: 'types', grade, data: { advice }, edits };
  }
}

function* otherTypeProblems({
  module,
  references: all,
  legacyClients,
  testDoubles,
}: ModuleFacts): Generator<Problem<MessageId>> {
  const buildsClients = legacyClients.some(({ className }) => className === 'AzureOpenAI');
  const references = all.filter(({ node }) => !testDoubles.claimed.has(node));
  for (const { range, name, reason } of findStrayTypes(module, references, buildsClients))
    yield { range, messageId: 'strayType', grade: 'manual', data: { name, reason } };
  for (const type of exportedFromSdk(module, 'AzureOpenAI').filter(({ isType }) => isType)) {
    const edits = keepExportedName(module, type, 'AzureOpenAI', 'OpenAI');
    yield { range: rangeOf(type.node), messageId: 'exportedType', grade: 'review', edits };
  }
}

function* leftOverProblems({ module, clients }: ModuleFacts): Generator<Problem<MessageId>> {
  for (const { kind, node, edits } of clients.flatMap((client) => findLeftOvers(module, client))) {
    if (kind === 'doubled-path') yield { range: rangeOf(node), messageId: 'doubledPath', grade: 'review', edits };
    if (kind === 'called-provider') yield { range: rangeOf(node), messageId: 'calledProvider', grade: 'manual' };
  }
}
