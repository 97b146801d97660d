import type { ProjectFacts, Rule } from '@azure-openai-v1/javascript';
import { Linter } from 'eslint';
import plugin from 'eslint-plugin-azure-openai-v1';
import { beforeEach, describe, expect, test, vi } from 'vitest';

const { rules, seen } = vi.hoisted(() => {
  const seen: ProjectFacts[] = [];
  /** A rule that finds the word `old` with two edits, in one grade. */
  const createRule = (bestGrade: Rule['bestGrade']): Rule => ({
    id: bestGrade,
    description: 'Use `young`',
    recommended: bestGrade === 'safe',
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
  });
  return { seen, rules: (['safe', 'review', 'manual'] as const).map(createRule) };
});

vi.mock(import('@azure-openai-v1/javascript'), async (original) => ({ ...(await original()), rules }));

const text = "import 'openai';\nold(1, 2);\n";
const place = { message: '`old` is old.', line: 2, column: 1, endLine: 2, endColumn: 4 };

beforeEach(() => {
  seen.length = 0;
});

describe('a finding', () => {
  const [safe, review, manual] = new Linter().verify(text, [plugin.configs.strict]);

  test('that is safe has a fix', () => {
    expect(safe).toMatchObject({ ...place, ruleId: 'azure-openai-v1/safe', fix: { range: [17, 25], text: 'young(1' } });
    const { output } = new Linter().verifyAndFix(text, [plugin.configs.strict]);
    expect(output).toBe("import 'openai';\nyoung(1);\n");
  });

  test('to review has a suggestion and no fix', () => {
    const suggestions = [{ messageId: 'applyAndReview', fix: { range: [17, 25], text: 'young(1' } }];
    expect(review).toMatchObject({ ...place, ruleId: 'azure-openai-v1/review', suggestions });
    expect(review?.fix).toBeUndefined();
  });

  test('that is manual has its message alone', () => {
    expect(manual).toMatchObject({ ...place, ruleId: 'azure-openai-v1/manual' });
    expect(manual?.fix).toBeUndefined();
    expect(manual?.suggestions).toBeUndefined();
  });
});

test('a rule says what it can do', () => {
  const meta = Object.values(plugin.rules).map((rule) => rule.meta);
  expect(meta.map(({ fixable }) => fixable)).toEqual(['code', undefined, undefined]);
  expect(meta.map(({ hasSuggestions }) => hasSuggestions)).toEqual([true, true, false]);
  expect(meta[0]?.docs).toMatchObject({ description: 'Use `young`', recommended: true });
});

test('recommended leaves out what is not recommended', () => {
  expect(Object.keys(plugin.configs.recommended.rules)).toEqual(['azure-openai-v1/safe']);
});

test('equal settings give every rule and file the same project', () => {
  const config = [plugin.configs.strict, { settings: { 'azure-openai-v1': { deployments: { chat: 'o3-mini' } } } }];
  const linter = new Linter();
  for (const file of ['a.js', 'b.js']) linter.verify(text, config, file);
  expect(seen).toHaveLength(6);
  expect(new Set(seen).size).toBe(1);
  expect(seen[0]).toEqual({
    openaiVersion: undefined,
    deployments: new Map([['chat', { kind: 'known', model: 'o3-mini', source: "settings['azure-openai-v1']" }]]),
  });
});
