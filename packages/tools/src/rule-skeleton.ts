/** A file to create: its path in the workspace and its text. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
}

/** Whether a text can be the name of a rule: small letters and digits in words joined by single dashes. */
export function isRuleId(text: string): boolean {
  return text.split('-').every((word) => /^[a-z0-9]+$/.test(word)) && /^[a-z]/.test(text);
}

/** The files that a new rule starts from: the rule, its page and its first fixture. */
export function ruleSkeleton(id: string): readonly NewFile[] {
  return [
    { path: `packages/javascript/src/rules/${id}.ts`, text: ruleSource(id) },
    { path: `docs/rules/${id}.md`, text: rulePage },
    { path: `fixtures/${id}/first-case/before.ts`, text: firstCase },
  ];
}

function ruleSource(id: string): string {
  return `import { defineRule } from './define-rule.ts';

/** Says what the rule finds, in one sentence. */
export const ${camelCase(id)} = defineRule({
  id: '${id}',
  description: 'Say what the rule asks for, in one sentence without a full stop',
  recommended: false,
  bestGrade: 'manual',
  messages: { first: 'What is wrong, why it matters, what to do.' },
  check: () => [],
});
`;
}

const rulePage = `<!-- header:start -->
<!-- header:end -->

## Why

## What it reports

## What it leaves alone

## What may differ, and what must not

<!-- wire:start -->
<!-- wire:end -->
`;

const firstCase = `import { AzureOpenAI } from 'openai';

export const client = new AzureOpenAI({ apiVersion: '2024-10-21' });
`;

function camelCase(id: string): string {
  const [first = '', ...rest] = id.split('-');
  return first + rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}
