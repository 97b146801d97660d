import type { TextEdit } from '@azure-openai-v1/core';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Concern } from '../client/concern.ts';

/**
 * What a test double is.
 *
 * - `module-mock`: it provides `AzureOpenAI` in place of the `openai` package.
 * - `class-handle`: it looks at the mocked class, which something else mocks.
 * - `constructor-arguments`: it asserts the options that the class was built with.
 * - `request`: it answers or asserts a request to the legacy API.
 * - `version`: it asserts the `api-version` of such a request.
 */
export type TestDoubleKind = 'module-mock' | 'class-handle' | 'constructor-arguments' | 'request' | 'version';

/** A place in a test that speaks of the legacy API. */
export interface TestDouble {
  readonly kind: TestDoubleKind;
  /** The smallest thing that does so. */
  readonly node: TSESTree.Node;
  /** One at least: nothing in a test shows that the code under test moves as well. */
  readonly concerns: readonly Concern[];
  /** What changes it; empty exactly when one of the concerns leaves it to a person. */
  readonly edits: readonly TextEdit[];
  /** What it must say when the code has moved, as a clause for a message. */
  readonly expected: string;
  /**
   * For mocks of the package: what to change where the code under test is known to take `OpenAI` by its name. Beside
   * `edits`, it says what to do where the mock provides a default export as well.
   */
  readonly editsByName: readonly TextEdit[];
}
