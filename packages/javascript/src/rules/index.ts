import type { Rule } from './define-rule.ts';
import { noAzureOpenAIClient } from './no-azure-openai-client.ts';

/** All rules, in the order of their documentation. */
export const rules: readonly Rule[] = [noAzureOpenAIClient];
