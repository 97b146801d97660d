import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { configurationRules } from '@azure-openai-v1/configuration';
import { rules as codeRules } from '@azure-openai-v1/javascript';
import { describe, expect, test } from 'vitest';
import { cli, legacyClient, makeFolder, manualClient, runCli, runJson } from './run-cli.ts';

const rules = [...codeRules, ...configurationRules];

describe('transcripts', () => {
  const folder = () =>
    makeFolder({ 'src/client.ts': legacyClient, 'src/gateway.ts': manualClient, 'src/plain.ts': '' });

  test.each([
    ['check'],
    ['check --format json'],
    ['migrate'],
    ['migrate --write'],
    ['migrate --write --format json'],
    ['--help'],
    ['migrate --help'],
  ])('%s', (words) => {
    expect(runCli(folder(), words.split(' '))).toMatchSnapshot();
  });

  test('a second run has nothing to do', () => {
    const cwd = makeFolder({ 'a.ts': legacyClient });
    expect(runCli(cwd, ['migrate', '--write']).code).toBe(0);
    const written = statSync(join(cwd, 'a.ts')).mtimeMs;
    const { code, stdout } = runCli(cwd, ['migrate', '--write']);
    expect([code, stdout]).toMatchSnapshot();
    expect(statSync(join(cwd, 'a.ts')).mtimeMs).toBe(written);
  });
});

describe('exit codes', () => {
  test('0: nothing to do; 1: something is pending, found or left; 4: a file that matters was not parsed', () => {
    expect(runCli(makeFolder({ 'a.ts': 'export {};' }), ['migrate']).code).toBe(0);
    const cwd = makeFolder({ 'a.ts': legacyClient, 'b.ts': manualClient });
    for (const words of [['check'], ['migrate'], ['migrate', '--write']]) expect(runCli(cwd, words).code).toBe(1);
    expect(runCli(makeFolder({ 'a.ts': `${legacyClient}(` }), ['check']).code).toBe(4);
  });

  test.each([
    [[]],
    [['transmogrify']],
    [['undo']],
    [['migrate', '--sarif']],
    [['migrate', '--no-git']],
    [['migrate', '--allow-dirty']],
    [['check', '--write']],
    [['migrate', '--format', 'sarif']],
    [['migrate', '--format', 'json', '--format', 'json']],
    [['migrate', '--output']],
    [['migrate', '--write', '.', 'missing']],
    [['migrate', '--write', '']],
    [['migrate', '--write', '--deployment', 'chat']],
    [['migrate', '--write', '--deployment', '=o3']],
    [['migrate', '--write', '--deployment', 'a=o3', '--deployment', 'a=gpt-4o']],
    [['migrate', '--write', '--output', 'a.ts']],
    [['migrate', '--write', '--output', 'src']],
    [['migrate', '--write', '--output', 'link']],
    [['migrate', '--write', '--output', 'missing/report.json']],
    [['check', '--stdin-filename', 'a.ts', 'src']],
    [['check', '--stdin-filename', 'a.txt']],
    [['explain', 'no-azure-openai-clients']],
    [['explain', 'no-such-thing']],
  ])('2: %j writes nothing and says why in one line', (words) => {
    const cwd = makeFolder({ 'a.ts': legacyClient });
    mkdirSync(join(cwd, 'src'));
    symlinkSync('a.ts', join(cwd, 'link'));
    const { code, stdout, stderr } = runCli(cwd, words);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatchSnapshot();
    expect(readFileSync(join(cwd, 'a.ts'), 'utf8')).toBe(legacyClient);
    expect(readdirSync(cwd)).toEqual(['a.ts', 'link', 'src']);
  });

  test.skipIf(process.platform === 'win32').each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s ends with %i', async (signal, code) => {
    const child = spawn(process.execPath, [cli, 'check', '--stdin-filename', 'a.ts'], {
      stdio: ['pipe', 'ignore', 'pipe'],
    });
    const closed = once(child, 'close');
    // More than a pipe holds: when it is through, the program is up and waits for the rest.
    await new Promise((done) => child.stdin.write(' '.repeat(2 ** 20), done));
    child.kill(signal);
    const [status] = (await closed) as [number | null];
    expect(status).toBe(code);
  });
});

describe('--output, --deployment and names', () => {
  test('--output takes the report, and an earlier report is replaced', () => {
    const cwd = makeFolder({ 'a.ts': legacyClient });
    for (const words of [['check'], ['migrate', '--write']]) {
      const { stdout } = runCli(cwd, [...words, '--format', 'json', '--output', 'report.json']);
      expect(stdout).toBe('');
    }
    expect(JSON.parse(readFileSync(join(cwd, 'report.json'), 'utf8'))).toMatchObject({ summary: { migrated: 1 } });
  });

  test('a path may look like an option or a number', () => {
    const cwd = makeFolder({ '123/--fix.ts': legacyClient });
    expect(runJson(cwd, ['check', '123']).report.files).toHaveLength(1);
    expect(runJson(cwd, ['check', '--deployment', 'a=o3', '123']).report.files).toHaveLength(1);
    expect(runCli(join(cwd, '123'), ['check', '--', '--fix.ts']).code).toBe(1);
  });

  test('names cannot give orders to a terminal', () => {
    const names = ['a\u001B[2J.ts', 'b\nNext: rm.ts', 'c\u202Eexe.ts', "d';.ts", ' e.ts', ':(glob)f.ts', '\u0085g.ts'];
    const cwd = makeFolder(Object.fromEntries(names.map((name) => [name, legacyClient])));
    const pretty = runCli(cwd, ['migrate']).stdout;
    expect(pretty).not.toMatch(/[\0-\x08\x0B-\x1F\x7F-\x9F\u202E]/);
    expect(pretty).not.toContain('\nNext: rm');
    const { report, stdout } = runJson(cwd, ['migrate', '--write']);
    expect(stdout).not.toMatch(/[\0-\x09\x0B-\x1F\x7F-\x9F\u202E]/);
    expect(report.files.map(({ path, outcome }) => [path, outcome])).toEqual(
      names.toSorted().map((name) => [name, 'migrated']),
    );
  });
});

test('explain lists the rules and shows the page of each', () => {
  const list = runCli(makeFolder(), ['explain']).stdout;
  expect(list.split('\n').filter((line) => line !== '')).toHaveLength(rules.length);
  for (const { id, description } of rules) {
    expect(list).toContain(description);
    const { code, stdout } = runCli(makeFolder(), ['explain', id]);
    expect(code).toBe(0);
    expect(stdout).toContain(id);
    expect(stdout).not.toMatch(/^(?:```|#|<!--)/m);
  }
});

test('the bundled example is migrated completely, on a copy', () => {
  const script = join(cli, '../../../tools/dist/migrate.js');
  const { code, stdout } = runCli(makeFolder(), [], '', script);
  expect(code).toBe(0);
  expect(stdout).toMatchSnapshot();
});
