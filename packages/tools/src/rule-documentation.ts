import type { Rule } from '@azure-openai-v1/javascript';
import { markdownTable } from './markdown-table.ts';

const gradeMeanings: Readonly<Record<Rule['bestGrade'], string>> = {
  safe: 'Fixable: `eslint --fix` and `azure-openai-v1 migrate --write` apply its `safe` edits.',
  review:
    'Has suggestions: the editor and `azure-openai-v1 migrate --write --include-review` apply its `review` edits.',
  manual: 'Not fixable: its findings are `manual` and say what is left to a person.',
};

const gradeLabels: Readonly<Record<Rule['bestGrade'], string>> = {
  safe: 'fix',
  review: 'suggestion',
  manual: 'report',
};

/** The table of all rules, for the README. */
export function rulesTable(rules: readonly Rule[]): string {
  return markdownTable(
    ['Rule', 'What it asks for', 'Configuration', 'Best grade', 'In ESLint'],
    rules.map((rule) => [
      `[\`${rule.id}\`](docs/rules/${rule.id}.md)`,
      rule.description,
      configurationsOf(rule),
      `\`${rule.bestGrade}\``,
      gradeLabels[rule.bestGrade],
    ]),
  );
}

/** The head of a rule's page: its name, what it asks for, where it is on, what can be fixed. */
export function ruleHeader(rule: Rule): string {
  return [
    `# ${rule.id}`,
    `${rule.description}.`,
    `- On in: ${configurationsOf(rule)}\n- Best grade: \`${rule.bestGrade}\`. ${gradeMeanings[rule.bestGrade]}`,
  ].join('\n\n');
}

function configurationsOf(rule: Rule): string {
  return rule.recommended ? '`recommended`, `strict`' : '`strict`';
}
