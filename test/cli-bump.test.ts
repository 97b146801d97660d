import { chmodSync, linkSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { declaring, providerClient } from './bump-run.ts';
import { makeFolder, runCli } from './run-cli.ts';

const lock = '{ "lockfileVersion": 1, "dependencies": { "openai": { "version": "4.104.0" } } }\n';
const project = { 'package.json': declaring('^4.104.0'), 'package-lock.json': lock, 'src/a.ts': providerClient };

test('without --bump the message says where the version was found', () => {
  const { code, stdout } = runCli(makeFolder(project), ['migrate']);
  expect(code).toBe(1);
  expect(stdout).toContain('needs `openai` 5.18.0 or newer (package-lock.json has 4.104.0)');
});

test('with --bump a change of major waits for --include-review and says what it is', () => {
  const cwd = makeFolder(project);
  const { code, stdout } = runCli(cwd, ['migrate', '--write', '--bump']);
  expect(code).toBe(1);
  expect(stdout).toContain('`^4.104.0` becomes `^5.18.0` in package.json');
  expect(stdout).toContain('Next: azure-openai-v1 migrate --include-review --bump .');
  expect(readFileSync(join(cwd, 'package.json'), 'utf8')).toBe(declaring('^4.104.0'));
});

test('what is imported and not declared is named on standard error and in the summary', () => {
  const cwd = makeFolder({ ...project, 'package.json': '{ "dependencies": { "openai": "^5.18.0" } }' });
  const { stdout, stderr } = runCli(cwd, ['migrate']);
  const note = 'src/a.ts uses @azure/identity, and package.json does not declare it: add it there\n';
  expect(stderr).toBe(note);
  expect(stdout).toContain(`applied.\n\n${note}`);
  expect(runCli(cwd, ['check'])).toMatchObject({ stderr: '' });
});

test('no package manager is ever started', () => {
  const cwd = makeFolder(project);
  const bin = makeFolder();
  for (const name of ['npm', 'npx', 'pnpm', 'yarn', 'bun', 'node', 'corepack']) {
    writeFileSync(join(bin, name), `#!/bin/sh\ntouch '${bin}/started'\n`, { mode: 0o755 });
  }
  const path = process.env['PATH'];
  process.env['PATH'] = bin;
  try {
    expect(runCli(cwd, ['migrate', '--bump']).code).toBe(1);
  } finally {
    process.env['PATH'] = path;
  }
  expect(readdirSync(bin)).not.toContain('started');
});

test('--bump needs paths', () => {
  const { code, stderr } = runCli(makeFolder(), ['migrate', '--bump', '--stdin-filename', 'a.ts'], providerClient);
  expect(code).toBe(2);
  expect(stderr).toContain('--bump changes package.json');
});

describe('--write', () => {
  const nothingElse = { '.git/HEAD': '' };

  test('within a major writes the client and the range together, and a second run has nothing to do', () => {
    const text = `\uFEFF${declaring('^5.0.0').replaceAll('\n', '\r\n').replaceAll('  ', '\t')}`;
    const cwd = makeFolder({
      ...nothingElse,
      'package.json': text,
      'src/a.ts': providerClient,
      'src/b.ts': providerClient,
    });
    const { code, stdout } = runCli(cwd, ['migrate', '--write', '--bump']);
    expect(code).toBe(0);
    expect(stdout).toContain('-\t\t"openai": "^5.0.0",\n+\t\t"openai": "^5.18.0",');
    expect(read(cwd, 'package.json')).toBe(text.replace('^5.0.0', '^5.18.0'));
    for (const path of ['src/a.ts', 'src/b.ts']) expect(read(cwd, path)).toContain('apiKey: getBearerTokenProvider');
    expect(runCli(cwd, ['migrate', '--write', '--bump'])).toMatchObject({ code: 0, stderr: '' });
    expect(runCli(cwd, ['check']).code).toBe(0);
  });

  test('across a major needs --include-review, and names the lockfile that is behind', () => {
    const cwd = makeFolder({ ...nothingElse, ...project });
    const { code, stdout, stderr } = runCli(cwd, ['migrate', '--write', '--bump', '--include-review']);
    const note = 'package-lock.json still has openai 4.104.0: run npm install\n';
    expect(code).toBe(0);
    expect(stderr).toBe(note);
    expect(stdout).toContain(`applied.\n\n${note}`);
    expect(read(cwd, 'package.json')).toBe(declaring('^5.18.0'));
    expect(read(cwd, 'package-lock.json')).toBe(lock);
    expect(read(cwd, 'src/a.ts')).toContain('new OpenAI({');
  });

  test('names what another file does with the client, though it names no word of the SDK', () => {
    const exported = providerClient.replace('const client', 'export const client');
    const other =
      "import { client } from './a';\n\nconst { completions } = client.beta.chat;\nawait completions.parse({ model: 'answers', messages: [] });\n";
    const cwd = makeFolder({ ...nothingElse, ...project, 'src/a.ts': exported, 'src/b.ts': other });
    const { stdout } = runCli(cwd, ['migrate', '--bump']);
    expect(stdout).toContain(
      'this file uses nothing that is known to have changed; src/b.ts uses `beta.chat.completions.parse`',
    );
  });

  test('writes a catalog, and nothing where the file of the client is left alone', () => {
    const catalog = "packages:\n  - apps/*\ncatalog:\n  openai: '~5.1.0' # all apps\n";
    const files = { ...nothingElse, 'pnpm-workspace.yaml': catalog, 'apps/a/package.json': declaring('catalog:') };
    const cwd = makeFolder({ ...files, 'apps/a/a.ts': providerClient });
    expect(runCli(cwd, ['migrate', '--write', '--bump']).code).toBe(0);
    expect(read(cwd, 'pnpm-workspace.yaml')).toBe(catalog.replace('~5.1.0', '~5.19.1'));
    const left = makeFolder({
      ...files,
      'apps/a/a.ts': providerClient.replace('desk.openai.azure.com', 'gateway.example.com'),
    });
    expect(runCli(left, ['migrate', '--write', '--bump']).code).toBe(1);
    expect(read(left, 'pnpm-workspace.yaml')).toBe(catalog);
  });

  test.each([
    [
      'is read-only',
      (cwd: string) => {
        chmodSync(join(cwd, 'package.json'), 0o444);
      },
    ],
    [
      'has a second name',
      (cwd: string) => {
        linkSync(join(cwd, 'package.json'), join(cwd, 'copy.json'));
      },
    ],
  ])('changes nothing where package.json %s', (_, prepare) => {
    const cwd = makeFolder({ ...nothingElse, 'package.json': declaring('^5.0.0'), 'src/a.ts': providerClient });
    prepare(cwd);
    const { code } = runCli(cwd, ['migrate', '--write', '--bump', '--include-review']);
    expect(code).not.toBe(0);
    expect(read(cwd, 'package.json')).toBe(declaring('^5.0.0'));
    expect(read(cwd, 'src/a.ts')).toBe(providerClient);
  });

  test('raises each package of a monorepo that needs it, and no other', () => {
    const cwd = makeFolder({
      ...nothingElse,
      'apps/five/package.json': declaring('^5.1.0'),
      'apps/five/a.ts': providerClient,
      'apps/four/package.json': declaring('^4.104.0'),
      'apps/four/a.ts': providerClient,
      'apps/six/package.json': declaring('^6.1.0'),
      'apps/six/a.ts': providerClient,
    });
    expect(runCli(cwd, ['migrate', '--write', '--bump']).code).toBe(1);
    const ranges = ['five', 'four', 'six'].map(
      (name) => /"openai": "(.*)"/.exec(read(cwd, `apps/${name}/package.json`))?.[1],
    );
    expect(ranges).toEqual(['^5.18.0', '^4.104.0', '^6.1.0']);
    expect(read(cwd, 'apps/four/a.ts')).toBe(providerClient);
  });
});

function read(cwd: string, path: string): string {
  return readFileSync(join(cwd, path), 'utf8');
}
