import type { Finding, RuleWords, TextRange } from '@azure-openai-v1/core';

/** A rule about files that are not code: identity and words. The command alone has it. */
const noUnreadEnvironmentVariable = {
  id: 'no-unread-environment-variable',
  description: 'Do not set environment variables that the migrated code no longer reads',
  bestGrade: 'review',
  messages: {
    unread:
      'Nothing in this repository reads `{{name}}` any more. Remove it; review the change, as something outside of the repository could still read it.',
    secret:
      'Nothing in this repository reads `{{name}}` any more. Remove it, and then {{secrets}} in the settings of the repository, as no workflow here uses that any more; review the change, as something outside of the repository could still read it.',
    left: 'Nothing in this repository reads `{{name}}` any more. Remove it by hand, because {{reason}}.',
    kept: 'The migrated code no longer reads `{{name}}`. It stays here, because {{reason}}.',
    baseUrl:
      '`AzureOpenAI` takes its address from `OPENAI_BASE_URL`, if that is set, and not from `AZURE_OPENAI_ENDPOINT`. Migrated code names its `baseURL`, so the variable no longer counts there. Decide which address is right; nothing is left to do where only clients of another service read the variable.',
  },
} as const satisfies RuleWords;

/** The rules of this package, in the order of their documentation. */
export const configurationRules: readonly RuleWords[] = [noUnreadEnvironmentVariable];

/** What the rule says of one place; absent edits make it `manual`. */
export interface Remark {
  readonly messageId: keyof typeof noUnreadEnvironmentVariable.messages;
  readonly range: TextRange;
  readonly data: Readonly<Record<string, string>>;
  readonly edits?: Finding['edits'];
}

/** Puts what the rule says into the form of a finding. */
export function findingOf({ messageId, range, data, edits = [] }: Remark): Finding {
  const message = noUnreadEnvironmentVariable.messages[messageId].replaceAll(
    /\{\{(\w+)\}\}/g,
    (_, name: string) => data[name] ?? '',
  );
  const grade = edits.length > 0 ? 'review' : 'manual';
  return { rule: noUnreadEnvironmentVariable.id, messageId, data, message, grade, range, edits };
}
