import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rule } from '@azure-openai-v1/javascript';
import { migrate, type MigrateRequest } from 'azure-openai-v1';
import { expect, test } from 'vitest';
import { makeFolder, recordingTerminal, type JsonReport, writeRequest as request } from './run-cli.ts';

const files = { 'a.ts': "import 'openai';\none();\n", 'b.ts': "import 'openai';\none();\n" };

/** A rule whose only finding, in the first file, edits both. */
const both: Rule = {
  id: 'no-one',
  description: 'No one',
  recommended: true,
  bestGrade: 'safe',
  messages: { word: 'Do not write one.' },
  *check({ module: { path, text } }) {
    const start = text.indexOf('one');
    if (path !== 'a.ts' || start === -1) return;
    const range = { start, end: start + 3 };
    const edits = [
      { range, text: 'uno' },
      { range, text: 'uno', path: 'b.ts' },
    ];
    yield { range, messageId: 'word', grade: 'safe', edits };
  },
};

async function run(folder: string, rules: readonly Rule[], changes: Partial<MigrateRequest> = {}) {
  const terminal = recordingTerminal(folder);
  const code = await migrate({ ...request, ...changes }, terminal, rules);
  return { code, report: JSON.parse(terminal.out) as JsonReport };
}

function textsIn(folder: string): readonly string[] {
  return Object.keys(files).map((name) => readFileSync(join(folder, name), 'utf8'));
}

test('the edits of a finding are applied in all the files that they name', async () => {
  const folder = makeFolder(files);
  const { code, report } = await run(folder, [both]);
  expect(code).toBe(0);
  expect(report.files.map(({ path, outcome }) => [path, outcome])).toEqual([
    ['a.ts', 'migrated'],
    ['b.ts', 'migrated'],
  ]);
  expect(textsIn(folder)).toEqual(Array(2).fill("import 'openai';\nuno();\n"));
});

test('a dry run shows both files and writes none', async () => {
  const folder = makeFolder(files);
  const { code, report } = await run(folder, [both], { write: false });
  expect(code).toBe(1);
  expect(report.files.map(({ outcome }) => outcome)).toEqual(['pending', 'pending']);
  expect(textsIn(folder)).toEqual(Object.values(files));
});

test('where one file was changed meanwhile, the other gets its old text back', async () => {
  const folder = makeFolder(files);
  const other = "import 'openai';\nsomebody();\n";
  const meddling: Rule = {
    ...both,
    *check(facts) {
      if (facts.module.text.includes('uno')) writeFileSync(join(folder, 'b.ts'), other);
      yield* both.check(facts);
    },
  };
  const { code, report } = await run(folder, [meddling]);
  expect(code).toBe(4);
  expect(report.files.map(({ path, outcome, reason }) => [path, outcome, reason])).toEqual([
    ['a.ts', 'skipped', 'together'],
    ['b.ts', 'skipped', 'changed-meanwhile'],
  ]);
  expect(textsIn(folder)).toEqual([files['a.ts'], other]);
});
