import type { Rule } from './define-rule.ts';
import { noApiVersion } from './no-api-version.ts';
import { noAzureOpenAIClient } from './no-azure-openai-client.ts';
import { noDeploymentUrl } from './no-deployment-url.ts';
import { noLegacyTestDouble } from './no-legacy-test-double.ts';
import { noMaxTokensOnReasoningModels } from './no-max-tokens-on-reasoning-models.ts';
import { noUnsupportedReasoningParameters } from './no-unsupported-reasoning-parameters.ts';

/** All rules, in the order of their documentation. */
export const rules: readonly Rule[] = [
  noAzureOpenAIClient,
  noApiVersion,
  noDeploymentUrl,
  noLegacyTestDouble,
  noMaxTokensOnReasoningModels,
  noUnsupportedReasoningParameters,
];
