import { verdictOfRequest } from '../facts/request/request-verdict.ts';
import { rangeOf } from '../syntax/nodes.ts';
import { defineRule } from './define-rule.ts';

type MessageId = 'url' | 'review' | 'manual';

/** Finds requests to `/openai/deployments/…` and moves them to `/openai/v1/…`. */
export const noDeploymentUrl = defineRule<MessageId>({
  id: 'no-deployment-url',
  description: 'Use `/openai/v1/…` with the deployment as `model` instead of `/openai/deployments/…`',
  recommended: true,
  bestGrade: 'safe',
  messages: {
    url: 'This URL names the deployment and a dated `api-version`. Use `/openai/v1/…` and name the deployment as `model` in the body.',
    review:
      'This deployment URL can become `/openai/v1/…` with the deployment as `model` in the body. Review the change, because {{reason}}.',
    manual: 'This deployment URL of the legacy Azure OpenAI API is left alone, because {{reason}}.',
  },
  *check(facts) {
    for (const request of facts.legacyRequests) {
      const { grade, reason, edits } = verdictOfRequest(facts, request);
      const messageId = grade === 'safe' ? 'url' : grade;
      yield { range: rangeOf(request.url.node), messageId, grade, data: { reason }, edits };
    }
  },
});
