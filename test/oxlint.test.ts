import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { configuration, solver } from './deployments/solver-project.ts';
import { migrate } from './driver/migrate.ts';

const legacy = `import { AzureOpenAI } from 'openai';

export const answer = async (question: string) => {
  const client = new AzureOpenAI({ endpoint: 'https://contoso.openai.azure.com', apiVersion: '2024-10-21' });
  return client.responses.create({ model: 'gpt-4o', input: question });
};
`;

// More than one, since oxlint shares its scope manager between files.
const files = ['legacy.ts', 'second.ts'];
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'oxlint-'));
  for (const name of files) writeFileSync(join(folder, name), legacy);
  const configuration = {
    jsPlugins: [fileURLToPath(new URL('../packages/eslint-plugin/dist/index.js', import.meta.url))],
    categories: { correctness: 'off' },
    rules: {
      'azure-openai-v1/no-azure-openai-client': 'error',
      'azure-openai-v1/no-max-tokens-on-reasoning-models': 'error',
    },
  };
  writeFileSync(join(folder, '.oxlintrc.json'), JSON.stringify(configuration));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('oxlint reports with the plugin', () => {
  const { stdout, status } = runOxlint('--format=json');
  expect(stdout.split('azure-openai-v1(no-azure-openai-client)')).toHaveLength(files.length + 1);
  expect(status).toBe(1);
});

test('oxlint applies the safe edits of the plugin', () => {
  expect(runOxlint('--fix').status).toBe(0);
  const migrated = migrate('legacy.ts', legacy, {}).text;
  for (const name of files) expect(readFileSync(join(folder, name), 'utf8')).toBe(migrated);
});

test('oxlint lets the plugin read the configuration', () => {
  writeFileSync(join(folder, 'solver.ts'), solver());
  writeFileSync(join(folder, 'azure-openai-v1.config.json'), configuration('o3-mini'));
  expect(runOxlint('--format=json', ['solver.ts']).stdout).toContain('says `azure-openai-v1.config.json:3`');
});

function runOxlint(option: string, names = files): { readonly stdout: string; readonly status: number | null } {
  const manifest = createRequire(import.meta.url).resolve('oxlint/package.json');
  const program = join(dirname(manifest), 'bin/oxlint');
  return spawnSync(process.execPath, [program, option, ...names], { cwd: folder, encoding: 'utf8' });
}
