import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cli, legacyClient, makeFolder, runCli, runJson } from './run-cli.ts';

const manualClient = legacyClient.replace('https://desk.openai.azure.com', 'https://gateway.example.com');

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

describe('bytes', () => {
  const migrated = (content: string) => {
    const cwd = makeFolder({ 'a.ts': content });
    chmodSync(join(cwd, 'a.ts'), 0o755);
    expect(runCli(cwd, ['migrate', '--write']).code).toBe(0);
    expect(statSync(join(cwd, 'a.ts')).mode & 0o777).toBe(0o755);
    expect(readdirSync(cwd)).toEqual(['a.ts']);
    return readFileSync(join(cwd, 'a.ts'), 'utf8');
  };

  test('a byte order mark, Windows line ends and a missing last line end stay', () => {
    const plain = migrated(legacyClient);
    expect(plain).not.toBe(legacyClient);
    expect(migrated(`\uFEFF${legacyClient}`)).toBe(`\uFEFF${plain}`);
    expect(migrated(legacyClient.replaceAll('\n', '\r\n'))).toBe(plain.replaceAll('\n', '\r\n'));
    expect(migrated(legacyClient.trimEnd())).toBe(plain.trimEnd());
    expect(migrated(`${legacyClient}// \u{1F600}\u2028 \t\r\n`)).toBe(`${plain}// \u{1F600}\u2028 \t\r\n`);
  });
});

describe('--stdin-filename', () => {
  test('migrate writes the text and reads no file', () => {
    const { code, stdout, stderr } = runCli(
      makeFolder(),
      ['migrate', '--stdin-filename', 'src/a.ts'],
      `\uFEFF${legacyClient}`,
    );
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^\uFEFFimport \{ OpenAI \}/);
  });

  test('what is left goes to standard error', () => {
    const { code, stdout, stderr } = runCli(makeFolder(), ['migrate', '--stdin-filename', 'a.ts'], manualClient);
    expect([code, stdout]).toEqual([1, manualClient]);
    expect(stderr).toContain('manual');
  });

  test.each([
    [4, `${legacyClient}(`],
    [4, Buffer.from(`// \u00E9\n${legacyClient}`, 'latin1')],
    [0, `// @generated\n${legacyClient}`],
    [0, 'export {};\r\n'],
    [0, ''],
  ])('a text that cannot be migrated comes out as it went in (exit %i)', (code, text) => {
    const cwd = makeFolder();
    const child = runCli(cwd, ['migrate', '--stdin-filename', 'a.ts'], text);
    expect(child.code).toBe(code);
    expect(child.stdout).toBe(Buffer.from(text).toString('utf8'));
    expect(child.stderr === '').toBe(text.length < 20);
  });

  test('check reports', () => {
    const { code, stdout } = runCli(
      makeFolder(),
      ['check', '--stdin-filename', 'src/a.ts', '--format', 'json'],
      legacyClient,
    );
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ files: [{ path: 'src/a.ts', outcome: 'needs-work' }] });
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

test('the bundled example is migrated completely, on a copy', () => {
  const script = join(cli, '../../../tools/dist/migrate.js');
  const { code, stdout } = runCli(makeFolder(), [], '', script);
  expect(code).toBe(0);
  expect(stdout).toMatchSnapshot();
});
