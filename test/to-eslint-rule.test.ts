import type { Rule } from '@azure-openai-v1/javascript';
import { Linter, type Rule as EslintRule } from 'eslint';
import { describe, expect, test } from 'vitest';
import { toEslintRule } from '../packages/eslint-plugin/src/to-eslint-rule.ts';

const text = "import 'openai';\nold(1, 2);\n";

/** A rule that finds the word `old` with two edits, in the grade of the case. */
function createRule(bestGrade: Rule['bestGrade'], seen: unknown[] = []): Rule {
  return {
    id: 'no-old',
    description: 'Use `young`',
    recommended: true,
    bestGrade,
    messages: { old: '`{{name}}` is old.' },
    *check({ project, module }) {
      seen.push(project);
      const start = module.text.indexOf('old');
      if (start < 0) return;
      const edits = [
        { range: { start, end: start + 3 }, text: 'young' },
        { range: { start: start + 5, end: start + 8 }, text: '' },
      ];
      const problem = { range: { start, end: start + 3 }, messageId: 'old', data: { name: 'old' }, grade: bestGrade };
      yield bestGrade === 'manual' ? problem : { ...problem, edits };
    },
  };
}

function createConfig(rules: Record<string, Rule>, own: unknown): Linter.Config {
  const adapted = Object.entries(rules).map(([id, rule]) => [id, toEslintRule(rule, `https://example.com/${id}`)]);
  return {
    // The rule types of typescript-eslint and of ESLint describe the same objects.
    plugins: { own: { rules: Object.fromEntries(adapted) as Record<string, EslintRule.RuleModule> } },
    rules: Object.fromEntries(Object.keys(rules).map((id) => [`own/${id}`, 'error'])),
    settings: { 'azure-openai-v1': own },
  };
}

describe('a finding', () => {
  const place = { ruleId: 'own/rule', message: '`old` is old.', line: 2, column: 1, endLine: 2, endColumn: 4 };
  const lint = (rule: Rule) => new Linter().verify(text, createConfig({ rule }, {}));

  test('that is safe has a fix', () => {
    expect(lint(createRule('safe'))).toEqual([
      expect.objectContaining({ ...place, fix: { range: [17, 25], text: 'young(1' } }),
    ]);
    expect(new Linter().verifyAndFix(text, createConfig({ rule: createRule('safe') }, {})).output).toBe(
      "import 'openai';\nyoung(1);\n",
    );
  });

  test('to review has a suggestion and no fix', () => {
    const [message] = lint(createRule('review'));
    expect(message).toMatchObject({
      ...place,
      suggestions: [{ messageId: 'applyAndReview', fix: { text: 'young(1' } }],
    });
    expect(message?.fix).toBeUndefined();
  });

  test('that is manual has its message alone', () => {
    const [message] = lint(createRule('manual'));
    expect(message).toMatchObject(place);
    expect(message?.fix).toBeUndefined();
    expect(message?.suggestions).toBeUndefined();
  });
});

test('a rule says what it can do', () => {
  const meta = (['safe', 'review', 'manual'] as const).map(
    (grade) => toEslintRule(createRule(grade), 'https://example.com').meta,
  );
  expect(meta.map(({ fixable }) => fixable)).toEqual(['code', undefined, undefined]);
  expect(meta.map(({ hasSuggestions }) => hasSuggestions)).toEqual([true, true, false]);
  expect(meta[0]?.docs).toEqual({ description: 'Use `young`', recommended: true, url: 'https://example.com' });
});

test('equal settings give every rule and file the same project', () => {
  const seen: unknown[] = [];
  const config = createConfig(
    { one: createRule('manual', seen), two: createRule('manual', seen) },
    { deployments: { a: 'o3' } },
  );
  const linter = new Linter();
  for (const file of ['a.js', 'b.js']) linter.verify(text, config, file);
  expect(seen).toHaveLength(4);
  expect(new Set(seen).size).toBe(1);
  expect(seen[0]).toEqual({ openaiVersion: undefined, deployments: new Map([['a', 'o3']]) });
});
