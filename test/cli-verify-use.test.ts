import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { parseCommandLine } from 'azure-openai-v1';
import { expect, test } from 'vitest';
import { cli, makeFolder, runCli } from './run-cli.ts';
import { asking, change, git, makeRepository } from './verify-project.ts';

test('everything that can be asked for', async () => {
  const words = ['verify', '--entry', 'a.ts', '--before', 'v1', '--timeout', '5', '--format', 'json'];
  const lists = ['--env', 'A=b', '--env', 'C=', '--deployment', 'chat=o3', '--scenario', 'ok', '--scenario', 'limited'];
  expect(await parseCommandLine([...words, ...lists, '--', '--entry', 'b.ts'])).toEqual({
    command: 'verify',
    request: {
      entry: 'a.ts',
      arguments: ['--entry', 'b.ts'],
      before: 'v1',
      deployments: new Map([['chat', 'o3']]),
      format: 'json',
      scenarios: ['ok', 'limited'],
      timeoutSeconds: 5,
      variables: { A: 'b', C: undefined },
    },
  });
  expect(await parseCommandLine(['verify', '--entry', 'a.ts'])).toMatchObject({
    request: { before: 'HEAD', scenarios: ['ok'], format: 'pretty', timeoutSeconds: 60, variables: {}, arguments: [] },
  });
});

test.each([
  [[]],
  [['src/ask.ts']],
  [['--entry', 'a.js', '--entry', 'a.js']],
  [['--entry', 'a.js', '--scenario', 'odd']],
  [['--entry', 'a.js', '--scenario=']],
  [['--entry', 'a.js', '--scenario', 'ok', '--scenario=']],
  [['--entry', 'a.js', '--before=']],
  [['--entry', 'a.js', '--env', '=secret-words']],
  [['--entry', 'a.js', '--env', 'NOT_SET_ANYWHERE']],
  [['--entry', 'a.js', '--timeout', 'soon']],
  [['--entry', 'a.js', '--timeout', '0']],
  [['--entry', 'a.js', '--deployment', 'chat']],
  [['--entry', 'a.js', '--write']],
])('verify %j is no command line', async (words) => {
  const fault = await parseCommandLine(['verify', ...words]).catch((error: unknown) => error);
  expect(fault).toMatchObject({ name: 'UsageError' });
  expect((fault as Error).message).toMatchSnapshot();
});

test.each([
  [['--entry', 'gone.js']],
  [['--entry', 'src']],
  [['--entry', '']],
  [['--entry', 'a.js', '--before', 'gone']],
  [['--entry', 'a.js', '--before=--all']],
  [['--entry', 'new.js']],
])('2: verify %j runs nothing and says why', (words) => {
  const folder = makeRepository({ 'a.js': asking('models'), 'src/b.js': '' });
  change(folder, { 'new.js': asking('models') });
  git(folder, ['add', 'new.js']);
  const { code, stdout, stderr } = runCli(folder, ['verify', ...words]);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr.replaceAll(/\b[0-9a-f]{10}\b/g, '0123456789')).toMatchSnapshot();
});

test('2: a file outside of the repository', () => {
  const outside = join(makeFolder({ 'a.js': '' }), 'a.js');
  const { code, stderr } = runCli(makeRepository({}), ['verify', '--entry', outside]);
  expect([code, stderr.includes('is outside this repository')]).toEqual([2, true]);
});

test('2: a folder without git', () => {
  const { code, stderr } = runCli(makeFolder({ 'a.js': '' }), ['verify', '--entry', 'a.js']);
  expect([code, stderr]).toMatchSnapshot();
});

test.skipIf(process.platform === 'win32').each([
  ['SIGHUP', 129],
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s ends the program too, and leaves nothing behind', async (signal, code) => {
  const folder = makeRepository({
    'a.js': `import { connect } from 'node:net';\nconnect(process.argv[2]);\nsetInterval(() => {}, 1000);\n`,
  });
  const temporary = join(makeFolder(), 'temporary');
  mkdirSync(temporary);
  const up = createServer().listen(join(folder, 'up.sock'));
  const connected = once(up, 'connection');
  const child = spawn(process.execPath, [cli, 'verify', '--entry', 'a.js', '--', join(folder, 'up.sock')], {
    cwd: folder,
    env: { ...process.env, TMPDIR: temporary },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said = child.stderr.toArray();
  const [socket] = (await connected) as [Socket];
  expect(readdirSync(temporary)).toHaveLength(1);
  const programEnded = once(socket.resume(), 'close');
  child.kill(signal);
  const [status] = (await once(child, 'close')) as [number | null];
  await programEnded;
  up.close();
  expect([status, readdirSync(temporary)]).toEqual([code, []]);
  expect(String(Buffer.concat(await said))).toContain(`Interrupted by ${signal}: the program was ended`);
});
