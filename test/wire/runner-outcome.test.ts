import { execFileSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runText } from './run-text.ts';

test.each([
  [
    'an error of the SDK',
    `import OpenAI from 'openai'; throw new OpenAI.RateLimitError(429, { message: 'slow down', code: '429' }, 'x', new Headers());`,
    { name: 'RateLimitError', message: '429 slow down', status: 429, code: '429' },
  ],
  [
    'a rejected promise',
    `await Promise.resolve(); Promise.reject(new TypeError('no'));`,
    { name: 'TypeError', message: 'no' },
  ],
  ['something that is no error', `throw 'words';`, { name: 'string', message: 'words' }],
  ['a file that is not there', `import './gone.mjs';`, { name: 'Error', code: 'ERR_MODULE_NOT_FOUND' }],
])('%s that ends the program is reported', async (_, text, error) => {
  const { outcome } = await runText(text);
  expect(outcome).toMatchObject({ exit: 1, stdout: '', error });
  expect(outcome.error?.message).not.toContain(realpathSync(tmpdir()));
});

test('the exit code and standard output are kept; standard error stands apart', async () => {
  const { outcome, stderr } = await runText(`console.log('out'); console.error('aside'); process.exitCode = 3;`);
  expect(outcome).toEqual({ exit: 3, stdout: 'out\n' });
  expect(stderr).toBe('aside\n');
});

test('arguments, environment and folder are those of the program and of nothing else', async () => {
  const { outcome } = await runText(
    `const { NODE_OPTIONS, ...environment } = process.env;
     console.log(JSON.stringify([process.argv.slice(2), environment]), process.cwd());`,
    { arguments: ['--flag', 'two words'], environment: { NAME: 'value' } },
  );
  expect(outcome.stdout).toBe('[["--flag","two words"],{"NAME":"value"}] .\n');
});

// Each of these children keeps standard output open, so that the run would not come to an end while one lives.
test('a program that does not end is ended, with all that it started', async () => {
  const { outcome } = await runText(
    `import { spawn } from 'node:child_process';
     spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });
     setInterval(() => {}, 1000);`,
    { timeoutMilliseconds: 1000 },
  );
  expect(outcome).toMatchObject({ exit: 'SIGKILL', error: { name: 'Timeout' } });
});

test('what a program leaves behind ends with it', async () => {
  const { outcome } = await runText(
    `import { spawn } from 'node:child_process';
     spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' }).unref();`,
  );
  expect(outcome.exit).toBe(0);
});

test('nothing of a run keeps the process alive that asked for it', () => {
  const text = `import { createAzureOpenAI, runProgram } from '@azure-openai-v1/wire';
    const server = await createAzureOpenAI();
    const program = { file: '--version', folder: '.', environment: {}, timeoutMilliseconds: 60_000 };
    await runProgram(program, server);
    await server.close();
    console.log(process.getActiveResourcesInfo().includes('Timeout'));`;
  const cwd = fileURLToPath(new URL('../..', import.meta.url));
  const words = ['--input-type=module', '--eval', text];
  expect(execFileSync(process.execPath, words, { cwd, encoding: 'utf8' })).toBe('false\n');
});

test('modules are loaded ahead of the program, behind the redirection', async () => {
  const { outcome, requests } = await runText(
    `console.log(globalThis.early);`,
    { imports: ['./early.mjs'] },
    { 'early.mjs': `await fetch('https://example.com/early'); globalThis.early = 'yes';` },
  );
  expect(outcome.stdout).toBe('yes\n');
  expect(requests).toEqual(['GET https://example.com/early']);
});

test('an error in a process that the program starts is not taken for its own', async () => {
  const { outcome } = await runText(
    `import { fork } from 'node:child_process';
     fork('fails.mjs', { silent: true }).on('exit', (code) => console.log(code)).on('message', (text) => console.log(text));`,
    {},
    { 'fails.mjs': `process.send('up', () => { throw new Error('theirs'); });` },
  );
  expect(outcome).toEqual({ exit: 0, stdout: 'up\n1\n' });
});
