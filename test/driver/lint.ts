import * as typescriptParser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { Linter as Linter9 } from 'eslint9';
import plugin from 'eslint-plugin-azure-openai-v1';
import type { Grade } from '@azure-openai-v1/core';
import type { CaseOptions } from './fixture.ts';
import { usualVersion } from './migrate.ts';

/** Who reads the text for the plugin: a version of ESLint with a parser. */
export type Reader = 'eslint 10' | 'eslint 10 with espree' | 'eslint 9' | 'eslint 9 with espree';

/** Every reader. */
export const readers = ['eslint 10', 'eslint 10 with espree', 'eslint 9', 'eslint 9 with espree'] as const;

/** What a linter shows of a finding. */
export interface LintFinding {
  readonly rule: string | null;
  readonly message: string;
  readonly grade: Grade;
  readonly line: number;
  readonly column: number;
}

/** What a linter says and does; undefined where the parser does not read the language. */
export interface LintResult {
  readonly output: string;
  readonly found: readonly LintFinding[];
}

/** Lints a text with every rule of the plugin and applies the fixes, as `eslint --fix` does. */
export function lint(reader: Reader, path: string, text: string, options: CaseOptions): LintResult | undefined {
  const withEspree = reader.endsWith('espree');
  if (withEspree && !/\.[cm]?jsx?$/.test(path)) return undefined;
  const linter = reader.startsWith('eslint 9') ? (new Linter9() as unknown as Linter) : new Linter();
  const config = createConfig(withEspree, options);
  const messages = linter.verify(text, config, path);
  if (messages.some(({ ruleId }) => ruleId === null)) {
    if (withEspree) return undefined;
    throw new Error(messages.map(({ message }) => message).join('\n'));
  }
  const { output } = linter.verifyAndFix(text, config, path);
  return { output, found: messages.map(toLintFinding) };
}

function createConfig(
  withEspree: boolean,
  { openaiVersion = usualVersion, deployments = {} }: CaseOptions,
): Linter.Config {
  return {
    files: ['**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}'],
    ...plugin.configs.strict,
    languageOptions: {
      ...(!withEspree && { parser: typescriptParser }),
      parserOptions: { ecmaFeatures: { jsx: true } },
    },
    linterOptions: { reportUnusedDisableDirectives: 'off' },
    // What a case does not say is unknown, whatever the files around it say.
    settings: {
      'azure-openai-v1': { deployments, readProject: false, ...(openaiVersion !== null && { openaiVersion }) },
    },
  };
}

function toLintFinding({ ruleId, message, line, column, fix, suggestions }: Linter.LintMessage): LintFinding {
  const grade = fix ? 'safe' : suggestions?.length ? 'review' : 'manual';
  return { rule: ruleId, message, grade, line, column };
}
