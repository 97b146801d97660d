import type { Grade, RuleWords } from '@azure-openai-v1/core';
import { markdownTable } from './markdown-table.ts';

/** A rule with a page; one about files that are no code is in no configuration of the plugin. */
export interface DocumentedRule extends RuleWords {
  readonly recommended?: boolean;
}

const gradeMeanings: Readonly<Record<Grade, string>> = {
  safe: 'Fixable: `eslint --fix` and `azure-openai-v1 migrate --write` apply its `safe` edits.',
  review:
    'Has suggestions: the editor and `azure-openai-v1 migrate --write --include-review` apply its `review` edits.',
  manual: 'Not fixable: its findings are `manual` and say what is left to a person.',
};

const gradeLabels: Readonly<Record<Grade, string>> = {
  safe: 'fix',
  review: 'suggestion',
  manual: 'report',
};

/** The table of all rules, for the README. */
export function rulesTable(rules: readonly DocumentedRule[]): string {
  return markdownTable(
    ['Rule', 'What it asks for', 'Configuration', 'Best grade', 'In ESLint'],
    rules.map((rule) => [
      `[\`${rule.id}\`](docs/rules/${rule.id}.md)`,
      rule.description,
      configurationsOf(rule),
      `\`${rule.bestGrade}\``,
      rule.recommended === undefined ? 'not there' : gradeLabels[rule.bestGrade],
    ]),
  );
}

/** The head of a rule's page: its name, what it asks for, where it is on, what can be fixed. */
export function ruleHeader(rule: DocumentedRule): string {
  return [
    `# ${rule.id}`,
    `${rule.description}.`,
    `- On in: ${configurationsOf(rule)}\n- Best grade: \`${rule.bestGrade}\`. ${meaningOf(rule)}`,
  ].join('\n\n');
}

function meaningOf({ bestGrade, recommended }: DocumentedRule): string {
  if (recommended !== undefined || bestGrade === 'manual') return gradeMeanings[bestGrade];
  return '`azure-openai-v1 migrate --write --include-review` applies its `review` edits.';
}

function configurationsOf(rule: DocumentedRule): string {
  if (rule.recommended === undefined) return 'the command only';
  return rule.recommended ? '`recommended`, `strict`' : '`strict`';
}
