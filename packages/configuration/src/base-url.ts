import type { Finding } from '@azure-openai-v1/core';
import { addressOverride } from '@azure-openai-v1/knowledge';
import type { SurveyedText } from './judge.ts';
import { findingOf } from './rule.ts';

/** Finds where a text sets the variable that `AzureOpenAI` prefers to its endpoint. */
export function findBaseUrls({ survey }: SurveyedText): readonly Finding[] {
  return survey.settings
    .filter(({ name, isActive }) => name === addressOverride.name && isActive)
    .map(({ range }) => findingOf({ messageId: 'baseUrl', range, data: {} }));
}
