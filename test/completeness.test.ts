import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { configurationRules } from '@azure-openai-v1/configuration';
import { grades } from '@azure-openai-v1/core';
import { rules } from '@azure-openai-v1/javascript';
import plugin from 'eslint-plugin-azure-openai-v1';
import { describe, expect, test } from 'vitest';
import { ruleFixtures } from './driver/fixture.ts';
import { migrate } from './driver/migrate.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const ids = rules.map(({ id }) => id);
const allIds = [...ids, ...configurationRules.map(({ id }) => id)];
const namespaced = (names: readonly string[]) =>
  Object.fromEntries(names.map((id) => [`azure-openai-v1/${id}`, 'error']));

test('there are rules, and each has its own name', () => {
  expect(ids).not.toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
});

test('the plugin has exactly the rules', () => {
  expect(Object.keys(plugin.rules)).toEqual(ids);
});

test('strict has every rule, recommended the recommended ones', () => {
  expect(plugin.configs.strict.rules).toEqual(namespaced(ids));
  const recommended = rules.filter((rule) => rule.recommended).map(({ id }) => id);
  expect(plugin.configs.recommended.rules).toEqual(namespaced(recommended));
});

test('docs/rules has a page for exactly the rules', () => {
  expect(readdirSync(`${root}docs/rules`).toSorted()).toEqual(allIds.map((id) => `${id}.md`).toSorted());
});

test('fixtures has a folder for exactly the rules', () => {
  expect([...new Set(ruleFixtures.map(({ rule }) => rule))].toSorted()).toEqual(ids.toSorted());
});

test('the README links to the page of exactly the rules', () => {
  const links = readFileSync(`${root}README.md`, 'utf8').matchAll(/docs\/rules\/([\w-]+)\.md/g);
  expect([...new Set([...links].map(([, id]) => id))].toSorted()).toEqual(allIds.toSorted());
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const findFindings = () =>
    ruleFixtures
      .flatMap(({ file, text, options }) => migrate(file, text.replace('\uFEFF', ''), options).found)
      .filter((finding) => finding.rule === id);

  test('has every message reached by a fixture', () => {
    const reached = new Set(findFindings().map(({ messageId }) => messageId));
    expect(Object.keys(rule.messages).filter((messageId) => !reached.has(messageId))).toEqual([]);
  });

  test('has findings of its best grade and of none better', () => {
    const seen = new Set(findFindings().map(({ grade }) => grade));
    expect(grades.find((grade) => seen.has(grade))).toBe(rule.bestGrade);
  });

  test('has a page at the end of its link', () => {
    const path = new URL(plugin.rules[id]?.meta.docs.url ?? '').pathname.replace(/^.*\/blob\/[^/]+\//, '');
    expect(existsSync(root + path)).toBe(true);
  });
});
