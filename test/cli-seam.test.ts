import { chmodSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Grade } from '@azure-openai-v1/core';
import type { Rule } from '@azure-openai-v1/javascript';
import { check, migrate, migrateInput, type MigrateRequest } from 'azure-openai-v1';
import { describe, expect, test } from 'vitest';
import { makeFolder, recordingTerminal, type JsonReport, writeRequest as request } from './run-cli.ts';

/** A rule that replaces one word by another. */
function replacing(word: string, replacement: string, grade: Grade = 'safe'): Rule {
  return {
    id: `no-${word}`,
    description: `No ${word}`,
    recommended: true,
    bestGrade: grade,
    messages: { word: `Do not write ${word}.` },
    *check({ module: { text } }) {
      for (const { index } of text.matchAll(new RegExp(word, 'g'))) {
        const range = { start: index, end: index + word.length };
        const edits = grade === 'manual' ? [] : [{ range, text: replacement }];
        yield { range, messageId: 'word', grade, edits };
      }
    },
  };
}

async function run(folder: string, rules: readonly Rule[], changes: Partial<MigrateRequest> = {}) {
  const terminal = recordingTerminal(folder);
  const code = await migrate({ ...request, ...changes }, terminal, rules);
  return { code, error: terminal.error, report: JSON.parse(terminal.out) as JsonReport };
}

describe('outcomes and exit codes', () => {
  const text = "import 'openai';\none();\ntwo();\n";
  const one = replacing('one', 'uno');

  test('a dry run is pending, lists later findings once and writes nothing', async () => {
    const folder = makeFolder({ 'a.ts': text });
    const { code, report } = await run(folder, [one, replacing('uno', 'un'), replacing('two', '', 'manual')], {
      write: false,
    });
    expect(code).toBe(1);
    expect(report.files[0]?.outcome).toBe('pending');
    expect(report.files[0]?.findings.map(({ rule, applied }) => [rule, applied])).toEqual([
      ['no-one', false],
      ['no-uno', false],
      ['no-two', false],
    ]);
    expect(readFileSync(join(folder, 'a.ts'), 'utf8')).toBe(text);
  });

  test('what remains after a write needs work', async () => {
    const folder = makeFolder({ 'a.ts': text });
    const { code, report } = await run(folder, [one, replacing('two', '', 'manual')]);
    expect(code).toBe(1);
    expect(report.files[0]?.outcome).toBe('needs-work');
    expect(report.summary).toMatchObject({
      needsWork: 1,
      migrated: 0,
      applied: 1,
      findings: { safe: 1, review: 0, manual: 1 },
    });
    expect(readFileSync(join(folder, 'a.ts'), 'utf8')).toContain('uno()');
  });

  test('review edits wait for --include-review', async () => {
    const folder = makeFolder({ 'a.ts': text });
    const review = replacing('one', 'uno', 'review');
    expect((await run(folder, [review])).report.files[0]?.outcome).toBe('needs-work');
    const { code, report } = await run(folder, [review], { includeReview: true });
    expect([code, report.files[0]?.outcome]).toEqual([0, 'migrated']);
  });

  test('a result that does not parse is not written', async () => {
    const folder = makeFolder({ 'a.ts': text, 'b.ts': text });
    const { code, report } = await run(folder, [replacing('one', 'one(')]);
    expect(code).toBe(5);
    expect(report.files.map(({ reason }) => reason)).toEqual(['self-check', 'self-check']);
    expect(readFileSync(join(folder, 'a.ts'), 'utf8')).toBe(text);
  });

  test('edits that never end are not written', async () => {
    const folder = makeFolder({ 'a.ts': text });
    const { code, report } = await run(folder, [one, replacing('uno', 'one')]);
    expect([code, report.files[0]?.reason]).toEqual([5, 'self-check']);
  });

  test('a defect in one file is kept with its path and does not stop the run', async () => {
    const folder = makeFolder({ 'a.ts': text, 'b.ts': text.replace('two', 'bad') });
    const failing: Rule = {
      ...one,
      *check(facts) {
        if (facts.module.text.includes('bad')) throw new TypeError('reads apiKey sk-0123456789abcdef0123');
        yield* one.check(facts);
      },
    };
    const { code, report, error } = await run(folder, [failing]);
    expect(code).toBe(4);
    expect(report.files.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['migrated', undefined],
      ['failed', 'internal'],
    ]);
    expect(error).toBe('b.ts: TypeError in this program; the file was left as it is.\n');
  });

  test('a file that another program changes meanwhile keeps that change', async () => {
    const folder = makeFolder({ 'a.ts': text });
    const editor: Rule = {
      ...one,
      *check(facts) {
        writeFileSync(join(folder, 'a.ts'), 'their change');
        yield* one.check(facts);
      },
    };
    const { code, report } = await run(folder, [editor]);
    expect([code, report.files[0]?.reason]).toEqual([4, 'changed-meanwhile']);
    expect(readFileSync(join(folder, 'a.ts'), 'utf8')).toBe('their change');
    expect(readdirSync(folder)).toEqual(['a.ts']);
  });

  test('a folder that becomes a link to the outside meanwhile is not followed', async () => {
    const outside = makeFolder({ 'a.ts': text });
    const folder = makeFolder({ 'src/a.ts': text });
    const mover: Rule = {
      ...one,
      *check(facts) {
        rmSync(join(folder, 'src'), { recursive: true, force: true });
        symlinkSync(outside, join(folder, 'src'));
        yield* one.check(facts);
      },
    };
    const { code, report } = await run(folder, [mover]);
    expect([code, report.files[0]?.reason]).toEqual([4, 'outside-root']);
    expect(readdirSync(outside)).toEqual(['a.ts']);
    expect(readFileSync(join(outside, 'a.ts'), 'utf8')).toBe(text);
  });

  test('a name that is not UTF-8 is a file that could not be read', async () => {
    const folder = makeFolder();
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xe9]), Buffer.from('.ts')]), text);
    const { code, report } = await run(folder, [one]);
    expect([code, report.files[0]?.outcome, report.files[0]?.reason]).toEqual([4, 'failed', 'read']);
  });

  test('a read-only file is left alone, whoever runs the program', async () => {
    const folder = makeFolder({ 'a.ts': text });
    chmodSync(join(folder, 'a.ts'), 0o444);
    const { code, report } = await run(folder, [one]);
    expect([code, report.files[0]?.reason]).toEqual([4, 'read-only']);
    expect(readFileSync(join(folder, 'a.ts'), 'utf8')).toBe(text);
  });

  test('check reports what it finds and applies nothing', async () => {
    const terminal = recordingTerminal(makeFolder({ 'a.ts': text }));
    expect(await check({ ...request, format: 'pretty' }, terminal, [one])).toBe(1);
    expect(terminal.out).toContain('  2:1     safe   no-one Do not write one.');
    expect(terminal.out).toContain('Next: azure-openai-v1 migrate .');
  });

  test('standard input: text to standard output, what is left to standard error', async () => {
    const terminal = recordingTerminal(makeFolder(), Buffer.from(`\uFEFF${text}`));
    const code = await migrateInput({ ...request, name: 'a.ts', format: 'pretty' }, terminal, [
      one,
      replacing('two', '', 'manual'),
    ]);
    expect(code).toBe(1);
    expect(terminal.out).toBe(`\uFEFF${text.replace('one', 'uno')}`);
    expect(terminal.error).toContain('no-two');
    expect(terminal.error).not.toContain('no-one');
  });
});
