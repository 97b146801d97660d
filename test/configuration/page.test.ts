import { readFileSync } from 'node:fs';
import { configurationRules, doubts, hindrances } from '@azure-openai-v1/configuration';
import { expect, test } from 'vitest';
import { takeOut } from './take-out.ts';

const page = readFileSync(new URL('../../docs/rules/no-unread-environment-variable.md', import.meta.url), 'utf8');

/** The file that a block of the page stands for, by its language. */
const paths: Readonly<Record<string, string>> = { dotenv: '.env.example', yaml: 'docker-compose.yml' };

const blocks = [...page.matchAll(/^```(\w+) (before|after review|left)\n([\s\S]*?)^```$/gm)].map(
  ([, language = '', role = '', text = '']) => ({ path: paths[language] ?? '', role, text }),
);

test('the page shows what the rule does', () => {
  expect(blocks.map(({ role }) => role)).toEqual(['before', 'after review', 'before', 'after review', 'left']);
  const results = blocks.map(({ path, text }) => takeOut({ [path]: text }));
  blocks.forEach(({ role, text }, index) => {
    if (role === 'after review') expect(results[index - 1]?.after).toBe(text);
    if (role === 'after review') expect(results[index]).toMatchObject({ after: undefined, said: [] });
    if (role === 'left') expect(results[index]).toMatchObject({ after: undefined, findings: [{ grade: 'manual' }] });
  });
});

test('the page names every reason that a message can give', () => {
  const reasons = Object.values({ ...doubts, ...hindrances }).map((reason) => reason.replace('{{detail}}', '`…`'));
  expect(reasons.filter((reason) => !page.includes(reason))).toEqual([]);
});

test('the page names every message', () => {
  const messages = configurationRules.flatMap((rule) => Object.values(rule.messages));
  const beginnings = messages.map(
    (message) => message.replaceAll(/\{\{\w+\}\}/g, '…').split(/, (?:if|because)|\. /)[0] ?? '',
  );
  expect(beginnings.filter((beginning) => !page.includes(beginning))).toEqual([]);
});
