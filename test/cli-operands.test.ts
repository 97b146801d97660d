import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { legacyClient, makeFolder, runCli } from './run-cli.ts';

test('what stands behind `--` is a path, and only what is named is written', () => {
  const cwd = makeFolder({ 'a.ts': legacyClient, 'b.ts': legacyClient, '--odd.ts': legacyClient });
  expect(runCli(cwd, ['migrate', '--write', '--', 'a.ts', '--odd.ts']).code).toBe(0);
  expect(readFileSync(join(cwd, 'a.ts'), 'utf8')).not.toBe(legacyClient);
  expect(readFileSync(join(cwd, '--odd.ts'), 'utf8')).not.toBe(legacyClient);
  expect(readFileSync(join(cwd, 'b.ts'), 'utf8')).toBe(legacyClient);
  expect(runCli(cwd, ['check', '--', 'missing.ts']).code).toBe(2);
  expect(runCli(cwd, ['explain', '--', 'no-api-version']).stdout).toContain('no-api-version');
});

test.each([
  '-',
  '--write=maybe',
  '--write=',
  '--paths',
  '--_',
  '--no-output',
  '--deployment.x',
  '--write.x',
  '--output=',
])('the odd word "%s" is refused, and nothing is written', (word) => {
  const cwd = makeFolder({ 'a.ts': legacyClient });
  const { code, stdout } = runCli(cwd, ['migrate', '--write', word, 'a.ts']);
  expect([code, stdout]).toEqual([2, '']);
  expect(readFileSync(join(cwd, 'a.ts'), 'utf8')).toBe(legacyClient);
});

test('a report replaces an earlier report and nothing else', () => {
  const cwd = makeFolder({ 'a.ts': legacyClient, '.env': 'NAME=value\n' });
  for (const format of ['json', 'pretty']) {
    for (const run of [1, 2]) {
      expect([run, runCli(cwd, ['check', '--format', format, '--output', `${format}.txt`]).code]).toEqual([run, 1]);
    }
  }
  expect(runCli(cwd, ['check', '--output', '.env']).code).toBe(2);
  expect(readFileSync(join(cwd, '.env'), 'utf8')).toBe('NAME=value\n');
});

test('a password in an endpoint is not printed', () => {
  const text = legacyClient.replace(/https:\/\/[^'"]*/, 'https://bob:S3cretPass@gateway.example.com');
  const { code, stdout, stderr } = runCli(makeFolder({ 'a.ts': text }), ['migrate']);
  expect(code).toBe(1);
  expect(stdout).toContain('gateway.example.com');
  expect(stdout + stderr).not.toContain('S3cretPass');
});

test('no line of a report is a workflow command', () => {
  const text = `${legacyClient}\n/*\n::add-mask::x\n*/\n`;
  const { stdout } = runCli(makeFolder({ '::error::.ts': text, 'b.ts': `${text}::\n` }), ['migrate']);
  expect(stdout).not.toMatch(/^\s*::[a-z]/m);
});
