import { chmodSync, linkSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { client, surveyFolder } from './survey-folder.ts';
import { version } from './take-out.ts';

const template = `AZURE_OPENAI_API_KEY=placeholder-key-1\n${version}=2024-10-21\n`;
const templateAfter = 'AZURE_OPENAI_API_KEY=placeholder-key-1\n';
const files = { 'src/client.ts': client, '.env.example': template };

describe('a dry run', () => {
  test('reports what would change, and changes nothing', async () => {
    const { of, read, report, warnings } = await surveyFolder(files);
    expect(of('.env.example')).toMatchObject({
      outcome: { kind: 'pending' },
      findings: [
        {
          rule: 'no-unread-environment-variable',
          grade: 'review',
          applied: false,
          range: { start: { line: 2, column: 1 }, end: { line: 2, column: 25 } },
        },
      ],
    });
    expect([read('.env.example'), warnings]).toEqual([template, '']);
    expect(report).toMatchObject({ scanned: 2, candidates: 2 });
  });

  test('without review only says so', async () => {
    const { of } = await surveyFolder(files, { includeReview: false });
    expect(of('.env.example')).toMatchObject({ outcome: { kind: 'needs-work' }, findings: [{ grade: 'review' }] });
    expect(of('.env.example')?.change).toBeUndefined();
  });

  test('shows no value, in no place', async () => {
    const { report } = await surveyFolder({
      ...files,
      '.env': `${version}=placeholder-value-2\nOPENAI_BASE_URL=https://placeholder-value-3\n`,
      'compose.yaml': `services:\n  web:\n    build: .\n    environment:\n      A_B: placeholder-value-4\n      ${version}: placeholder-value-5\n    command: --token placeholder-value-6\n`,
      'vercel.json': `{ "env": { "A_B": "placeholder-value-7", "${version}": "placeholder-value-8" } }\n`,
    });
    expect(report.files.map(({ path }) => path)).toEqual([
      '.env',
      '.env.example',
      'compose.yaml',
      'src/client.ts',
      'vercel.json',
    ]);
    expect(JSON.stringify(report)).not.toMatch(/placeholder-(?:key|value)/);
  });
});

describe('a run that writes', () => {
  test('takes the variable out everywhere, and a second run finds nothing', async () => {
    const more = {
      'compose.yaml': `services:\r\n  web:\r\n    build: .\r\n    environment:\r\n      ${version}: 1\r\n      A_B: 1\r\n`,
      'src/env.d.ts': `declare namespace NodeJS {\n  interface ProcessEnv {\n    ${version}: string;\n  }\n}\n`,
      'README.md': `| Name | |\n|-|-|\n| ${version} | x |\n| A_B | y |\n`,
    };
    const { of, read, folder } = await surveyFolder({ ...files, ...more }, { write: true });
    expect(read('.env.example')).toBe(templateAfter);
    expect(read('compose.yaml')).toBe('services:\r\n  web:\r\n    build: .\r\n    environment:\r\n      A_B: 1\r\n');
    expect(read('src/env.d.ts')).toBe('declare namespace NodeJS {\n  interface ProcessEnv {\n  }\n}\n');
    expect(read('README.md')).toBe('| Name | |\n|-|-|\n| A_B | y |\n');
    for (const path of ['.env.example', ...Object.keys(more)])
      expect(of(path)).toMatchObject({ outcome: { kind: 'migrated' }, findings: [{ applied: true }] });
    const again = await surveyFolder(
      Object.fromEntries(['src/client.ts', '.env.example', ...Object.keys(more)].map((path) => [path, read(path)])),
      { write: true },
    );
    expect(again.report.files).toEqual([]);
    expect(statSync(join(folder, 'compose.yaml')).mode & 0o777).toBe(0o644);
  });

  test('keeps a byte order mark, and moves what is left to its place in the new text', async () => {
    const text = `\uFEFF${version}=1\n# ${'x'.repeat(3)}\nA_B=1\n`;
    const { of, read } = await surveyFolder(
      {
        ...files,
        '.env.example': text,
        'docs/a.md': `| N | |\n|-|-|\n| ${version} | |\n| A_B | |\n\nSet ${version}.\n`,
      },
      { write: true },
    );
    expect(read('.env.example')).toBe('\uFEFF# xxx\nA_B=1\n');
    expect(of('docs/a.md')).toMatchObject({
      outcome: { kind: 'needs-work' },
      findings: [
        { applied: true, range: { start: { line: 3, column: 3 } } },
        { applied: false, grade: 'manual', range: { start: { line: 5, column: 5 } } },
      ],
    });
  });

  test('a later run with review takes out what the run that changed the code only named', async () => {
    const first = await surveyFolder(files, { write: true, includeReview: false });
    expect(first.of('.env.example')?.outcome).toEqual({ kind: 'needs-work' });
    const second = await surveyFolder({ ...files, 'src/client.ts': first.read('src/client.ts') }, { write: true });
    expect(second.read('.env.example')).toBe(templateAfter);
  });

  test.skipIf(process.getuid?.() === undefined)('leaves files that must not be written', async () => {
    const compose = `services:\n  web:\n    build: .\n    environment:\n      ${version}: 1\n      A_B: 1\n`;
    const { of, read } = await surveyFolder(
      { ...files, 'compose.yaml': compose },
      {
        write: true,
        prepare(folder) {
          chmodSync(join(folder, '.env.example'), 0o444);
          mkdirSync(join(folder, 'dist'));
          linkSync(join(folder, 'compose.yaml'), join(folder, 'dist/second'));
        },
      },
    );
    expect(of('.env.example')?.outcome).toEqual({ kind: 'skipped', reason: 'read-only' });
    expect(of('compose.yaml')?.outcome).toEqual({ kind: 'skipped', reason: 'hard-link' });
    expect(read('compose.yaml')).toBe(compose);
  });
});
