import { existsSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { createPositionLookup, sortFindings } from '@azure-openai-v1/core';
import { describe, expect, test } from 'vitest';
import { annotate } from './driver/annotate.ts';
import { besideFixture, cleanFixtures, ruleFixtures, type CaseOptions, type Fixture } from './driver/fixture.ts';
import { lint, readers } from './driver/lint.ts';
import { migrate, migrateWithJscodeshift } from './driver/migrate.ts';
import { listComments, variants } from './driver/variant.ts';

const mark = '\uFEFF';

describe.each(ruleFixtures.map((fixture) => [fixture.name, fixture] as const))('%s', (_, fixture) => {
  const { rule, file, options } = fixture;
  const before = fixture.text.replace(mark, '');
  const lead = fixture.text.slice(0, fixture.text.length - before.length);

  test('has the findings of findings.txt', async () => {
    const { found } = migrate(file, before, options);
    expect(found.map((finding) => finding.rule)).toContain(rule);
    await expect(annotate(before, found)).toMatchFileSnapshot(besideFixture(fixture, 'findings.txt'));
  });

  test('becomes after', async () => {
    const after = migrate(file, before, options).text;
    const path = besideFixture(fixture, `after${extname(file)}`);
    if (after === before) expect(existsSync(path), `${path} must not exist: nothing changes`).toBe(false);
    else await expect(lead + after).toMatchFileSnapshot(path);
  });

  test('is settled afterwards', async () => {
    const after = migrate(file, before, options).text;
    expect(migrate(file, after, options).text).toBe(after);
    expect(await migrateWithJscodeshift(file, lead + after, options, options.review)).toBe(lead + after);
  });

  test('keeps its comments', () => {
    const kept = listComments(file, migrate(file, before, options).text).map(withoutTypeNames);
    for (const comment of listComments(file, before).map(withoutTypeNames)) {
      expect(kept).toContain(comment);
      kept.splice(kept.indexOf(comment), 1);
    }
  });

  testFaces(fixture);
  testVariants(fixture);
});

describe.each(cleanFixtures.map((fixture) => [fixture.name, fixture] as const))('%s', (_, fixture) => {
  test('has no finding', () => {
    const { found } = migrate(fixture.file, fixture.text.replace(mark, ''), fixture.options);
    expect(annotate(fixture.text, found)).toBe(annotate(fixture.text, []));
    expect(found).toEqual([]);
  });

  testFaces(fixture);
});

/** Types in JSDoc comments are renamed with what they type; every other word of a comment stays. */
function withoutTypeNames(comment: string): string {
  if (!comment.startsWith('*')) return comment;
  return comment
    .replaceAll(/\b(?:Azure)?OpenAI(?:Client)?\b/g, 'OpenAI')
    .replaceAll('AzureClientOptions', 'ClientOptions')
    .replaceAll('openai/azure', 'openai');
}

/** ESLint, the core and jscodeshift find the same and write the same. */
function testFaces({ file, text, options: caseOptions }: Fixture): void {
  const options = withoutBump(caseOptions);
  const path = basename(file);
  test.each(readers)('%s agrees', (reader) => {
    const before = text.replace(mark, '');
    const linted = lint(reader, path, text, options);
    if (linted === undefined) return;
    const { found, text: migrated } = migrate(file, before, options, false);
    expect(linted.output).toBe(text.slice(0, text.length - before.length) + migrated);
    const positionOf = createPositionLookup(before);
    const expected = sortFindings(found).map(({ rule, message, grade, range }) => ({
      rule: `azure-openai-v1/${rule}`,
      message,
      grade,
      ...positionOf(range.start),
    }));
    expect(linted.found).toHaveLength(expected.length);
    expect(linted.found).toEqual(expect.arrayContaining(expected));
  });

  test('jscodeshift agrees', async () => {
    const before = text.replace(mark, '');
    const safe = migrate(file, before, options, false).text;
    expect(await migrateWithJscodeshift(file, text, options)).toBe(text.slice(0, text.length - before.length) + safe);
  });
}

function testVariants({ file, text, options: caseOptions }: Fixture): void {
  const options = withoutBump(caseOptions);
  test.each(Object.entries(variants))('with %s it becomes the same', async (_, vary) => {
    const before = text.replace(mark, '');
    const varied = vary(before, file);
    if (varied === undefined) return;
    if (caseOptions.bump) {
      const expected = vary(migrate(file, before, caseOptions).text, file);
      expect(migrate(file, varied, caseOptions).text).toBe(expected);
      return;
    }
    const expected = vary(migrate(file, before, options).text, file);
    expect(await migrateWithJscodeshift(file, varied, options, options.review)).toBe(expected);
    const safe = vary(migrate(file, before, options, false).text, file);
    expect(lint('eslint 10', basename(file), varied, options)?.output).toBe(safe);
  });
}

/** Only the command raises a version. */
function withoutBump(options: CaseOptions): CaseOptions {
  return Object.fromEntries(Object.entries(options).filter(([name]) => name !== 'bump'));
}
