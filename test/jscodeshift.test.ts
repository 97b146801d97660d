import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import transform from 'azure-openai-v1/jscodeshift';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const before = `import { AzureOpenAI } from 'openai';

const client = new AzureOpenAI({ endpoint: 'https://contoso.openai.azure.com', apiKey: process.env.KEY, apiVersion: '2024-10-21' });
`;
const after = `import { OpenAI } from 'openai';

const client = new OpenAI({ baseURL: 'https://contoso.openai.azure.com/openai/v1/', apiKey: process.env.KEY });
`;

describe('in the real jscodeshift', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'jscodeshift-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  test('it migrates files, reports syntax errors and leaves the rest alone', () => {
    const texts = {
      'legacy.ts': before,
      'broken.ts': "import { AzureOpenAI } from 'openai';\nconst = 1;\n",
      'other.ts': 'export const one  =  1',
    };
    for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
    const output = runJscodeshift(folder, ['--openaiVersion=5.23.2', '--deployments=chat=gpt-4o,mini=o4-mini']);
    const read = (name: string) => readFileSync(join(folder, name), 'utf8');
    expect({ legacy: read('legacy.ts'), broken: read('broken.ts'), other: read('other.ts') }).toEqual({
      legacy: after,
      broken: texts['broken.ts'],
      other: texts['other.ts'],
    });
    expect(output).toMatch(/broken\.ts.* 2:7 /);
    expect(output).toContain('0 errors');
  });
});

describe('the transform', () => {
  const reports: string[] = [];
  const report = (message: string) => void reports.push(message);
  const run = (source: string, options = {}) => transform({ path: 'file.js', source }, { report }, options);

  test('keeps the byte order mark', async () => {
    await expect(run(`\uFEFF${before}`)).resolves.toBe(`\uFEFF${after}`);
  });

  test('answers undefined where nothing changes', async () => {
    await expect(run(after)).resolves.toBeUndefined();
    await expect(run('const one = 1;')).resolves.toBeUndefined();
    expect(reports).toEqual([]);
  });

  test('takes deployments as a list or repeated', async () => {
    const options = { deployments: ['chat=o3-mini', 'other=gpt-4o,third=o1'] };
    await expect(run(before, options)).resolves.toBe(after);
  });

  test('refuses deployments of another shape', async () => {
    await expect(run(before, { deployments: 'chat' })).rejects.toThrow('"chat" is not NAME=MODEL');
  });
});

function runJscodeshift(folder: string, options: readonly string[]): string {
  const program = createRequire(import.meta.url).resolve('jscodeshift/bin/jscodeshift.js');
  const built = fileURLToPath(new URL('../packages/codemod/dist/transforms/jscodeshift.js', import.meta.url));
  const fixed = [program, '--transform', built, '--extensions=ts', '--no-babel', '--fail-on-error', ...options];
  return execFileSync(process.execPath, [...fixed, folder], { encoding: 'utf8' });
}
