import { createService } from '@azure-openai-v1/wire';
import { describe, expect, test } from 'vitest';
import { runText as run } from './run-text.ts';

const target = 'https://desk.openai.azure.com/openai/v1/models';
const asking = `await fetch('${target}');`;
const lead = `import { execFileSync, execSync, spawn, spawnSync } from 'node:child_process';
import { Worker, SHARE_ENV } from 'node:worker_threads';
delete process.env.NODE_OPTIONS;`;

describe('a program that has lost the options of Node.js is led to the server all the same', () => {
  test.each([
    ['execFileSync', `execFileSync(process.execPath, ['ask.mjs']);`],
    ['execSync', `execSync(JSON.stringify(process.execPath) + ' ask.mjs');`],
    ['spawnSync', `spawnSync(process.execPath, ['ask.mjs']);`],
    ['spawn', `spawn(process.execPath, ['ask.mjs']);`],
    ['a worker', `new Worker(new URL('ask.mjs', import.meta.url));`],
    ['a worker without options', `new Worker(new URL('ask.mjs', import.meta.url), { execArgv: [] });`],
    [
      'a process of a worker without environment',
      `new Worker("require('node:child_process').execFileSync(process.execPath, ['ask.mjs'], { env: {} });",
         { eval: true, env: {}, execArgv: [] });`,
    ],
    [
      'a process of a worker whose code is a file',
      `new Worker(new URL('starts.mjs', import.meta.url), { env: {}, execArgv: [] });`,
    ],
    ['a worker that shares the environment', `new Worker(new URL('ask.mjs', import.meta.url), { env: SHARE_ENV });`],
  ])('%s', async (_, act) => {
    const starts = `import { spawn } from 'node:child_process'; spawn(process.execPath, ['ask.mjs'], { env: {} });`;
    const { requests } = await run(`${lead}\n${act}`, {}, { 'ask.mjs': asking, 'starts.mjs': starts });
    expect(requests).toEqual([`GET ${target}`]);
  });
});

test('output that is too much to keep still counts', async () => {
  const print = (end: string) => `for (let i = 0; i < 300; i++) process.stdout.write('x'.repeat(2 ** 16));
process.stdout.write('${end}');`;
  const [one, other, again] = await Promise.all(['a', 'b', 'a'].map((end) => run(print(end))));
  expect(one?.outcome.stdout).toBe(again?.outcome.stdout);
  expect(one?.outcome.stdout).not.toBe(other?.outcome.stdout);
});

test.each(['garbage', '{"name":5,"message":{}}'])(
  'what a program writes in the place of an error is none: %s',
  async (line) => {
    const text = `import { writeSync } from 'node:fs'; writeSync(3, ${JSON.stringify(`${line}\n`)});`;
    expect((await run(text)).outcome).toEqual({ exit: 0, stdout: '' });
  },
);

test('a process that leaves the group and keeps the pipes open does not hold the run up', async () => {
  const text = `import { spawn } from 'node:child_process';
spawn(process.execPath, ['-e', 'setTimeout(() => {}, 20000)'], { detached: true, stdio: 'inherit' }).unref();
console.log('done');`;
  expect((await run(text, { timeoutMilliseconds: 10_000 })).outcome).toEqual({ exit: 0, stdout: 'done\n' });
});

test('a body that is nested without end is refused', async () => {
  const content = `${'['.repeat(5000)}${']'.repeat(5000)}`;
  const body = new TextEncoder().encode(`{"model":"gpt-4o","messages":[{"role":"user","content":${content}}]}`);
  const url = 'https://desk.openai.azure.com/openai/v1/chat/completions';
  const headers = [
    ['api-key', 'placeholder'],
    ['content-type', 'application/json'],
  ] as const;
  const { status } = await createService().respond({ method: 'POST', url, headers, body });
  expect(status).toBe(400);
});
