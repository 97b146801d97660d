import { legacyOperations, v1Operations } from '@azure-openai-v1/knowledge';
import { describe, expect, test } from 'vitest';
import { ruleFixtures } from '../driver/fixture.ts';
import { migrate } from '../driver/migrate.ts';
import { importFixtures, optionFixtures, ruleOfTests, shapeFixtures, unreplayedFixtures } from './replay-coverage.ts';
import { releasesFor, runnableFixtures } from './replay-fixtures.ts';
import { operationFixtures, unreachedOperations } from './replay-operations.ts';
import { sdkVersions } from './sdk-majors.ts';

const textByName = new Map(runnableFixtures.map(({ name, text }) => [name, text]));
const reached = Object.values(operationFixtures).flat();

test.each(Object.entries(optionFixtures))('the client option %s is replayed', (option, name) => {
  expect(textByName.get(name)).toMatch(new RegExp(`\\b${option}\\b[:,}]`));
});

test.each(Object.entries(importFixtures))('%s is replayed', (form, name) => {
  expect(textByName.get(name)).toContain(form);
});

test.each(Object.entries(shapeFixtures))('%s is replayed', (_, [name, words]) => {
  expect(textByName.get(name)).toContain(words);
});

test('every fixture that changes is replayed, or has a reason', () => {
  const idle = ruleFixtures.filter(({ rule, file, text, options }) => {
    const before = text.replace('\uFEFF', '');
    return rule !== ruleOfTests && options.run === undefined && migrate(file, before, options).text !== before;
  });
  expect(idle.map(({ name }) => name)).toEqual(Object.keys(unreplayedFixtures));
});

describe('operations', () => {
  test('each of the v1 API is reached by one fixture, or has a reason', () => {
    const excuses = Object.keys(unreachedOperations);
    const names = v1Operations.map(({ method, path }) => `${method} ${path}`);
    const isExcused = (name: string) =>
      excuses.some((start) => name === start || name.split(' ')[1]?.startsWith(start));
    expect(reached.toSorted()).toEqual(names.filter((name) => !isExcused(name)).toSorted());
  });

  test('each of the legacy API that has a v1 form is reached', () => {
    const moved = legacyOperations.filter(({ v1 }) => v1 !== 'none').map(({ path }) => `/${path}`);
    expect(moved.filter((path) => !reached.some((name) => name.split(' ')[1]?.startsWith(path)))).toEqual([]);
  });

  test('the fixtures that reach them can be run', () => {
    expect(Object.keys(operationFixtures).filter((name) => !textByName.has(name))).toEqual([]);
  });
});

test('every release is declared by many fixtures', () => {
  for (const release of sdkVersions) {
    expect(runnableFixtures.filter((fixture) => releasesFor(fixture).includes(release)).length).toBeGreaterThan(15);
  }
});
