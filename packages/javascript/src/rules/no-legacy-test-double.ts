import { gradeOf, reasonOf } from '../facts/client/concern.ts';
import type { TestDouble, TestDoubleKind } from '../facts/test-double/test-double.ts';
import { rangeOf } from '../syntax/nodes.ts';
import { defineRule, type Problem } from './define-rule.ts';

type MessageId =
  | 'mock'
  | 'mockManual'
  | 'handle'
  | 'handleManual'
  | 'options'
  | 'optionsManual'
  | 'request'
  | 'requestManual'
  | 'requestGone'
  | 'version'
  | 'versionManual';

/** Finds mocks, fakes and assertions in tests that stand for the legacy API, and moves them to the v1 API. */
export const noLegacyTestDouble = defineRule<MessageId>({
  id: 'no-legacy-test-double',
  description: 'Let mocks and assertions in tests stand for `OpenAI` and `/openai/v1/…`',
  recommended: true,
  bestGrade: 'review',
  messages: {
    mock: 'This mock provides `AzureOpenAI`, which migrated code no longer takes from `openai`. Provide `OpenAI` instead. Review the change, because {{reason}}.',
    mockManual:
      'This mock provides `AzureOpenAI`, which migrated code no longer takes from `openai`. It is left alone, because {{reason}}.',
    handle:
      'This test looks at `AzureOpenAI`, which migrated code no longer builds. Look at `OpenAI` instead. Review the change, because {{reason}}.',
    handleManual:
      'This test looks at `AzureOpenAI`, which migrated code no longer builds. It is left alone, because {{reason}}.',
    options:
      'This test expects options that only `AzureOpenAI` has. Expect {{expected}}. Review the change, because {{reason}}.',
    optionsManual:
      'This test expects options that only `AzureOpenAI` has. It is left alone, because {{reason}}. Once the code has moved, expect {{expected}}.',
    request:
      'This test stands for a request to the legacy Azure OpenAI API. The migrated request is {{expected}}. Review the change, because {{reason}}.',
    requestManual:
      'This test stands for a request to the legacy Azure OpenAI API. The migrated request is {{expected}}. This one is left alone, because {{reason}}.',
    requestGone: 'This test stands for a request to the legacy Azure OpenAI API. It is left alone, because {{reason}}.',
    version:
      'This test expects an `api-version`, which requests to `/openai/v1/` do not have. Expect that there is none. Review the change, because {{reason}}.',
    versionManual:
      'This test expects an `api-version`, which requests to `/openai/v1/` do not have. It is left alone, because {{reason}}.',
  },
  *check({ testDoubles }) {
    for (const double of testDoubles.mocks) yield problemOf(double);
  },
});

const messageIds = {
  'module-mock': { review: 'mock', manual: 'mockManual' },
  'class-handle': { review: 'handle', manual: 'handleManual' },
  'constructor-arguments': { review: 'options', manual: 'optionsManual' },
  request: { review: 'request', manual: 'requestManual' },
  version: { review: 'version', manual: 'versionManual' },
} as const satisfies Record<TestDoubleKind, Record<'review' | 'manual', MessageId>>;

function problemOf({ kind, node, concerns, edits, expected }: TestDouble): Problem<MessageId> {
  // A file of tests alone proves nothing of the code it tests.
  const grade = gradeOf(concerns) === 'manual' ? 'manual' : 'review';
  const data = { reason: reasonOf(concerns), expected };
  const isGone = kind === 'request' && expected === '';
  return { range: rangeOf(node), messageId: isGone ? 'requestGone' : messageIds[kind][grade], grade, data, edits };
}
