import { chmodSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { legacyClient, makeFolder, manualClient, runCli } from './run-cli.ts';

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
