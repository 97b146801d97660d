import { notModelled, scenarios } from '@azure-openai-v1/wire';
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { mock, type MockRequest } from '../../packages/codemod/src/commands/mock.ts';
import type { Terminal } from '../../packages/codemod/src/project/terminal.ts';
import { UsageError } from '../../packages/codemod/src/project/usage-error.ts';

const usual: MockRequest = { port: 0, deployments: new Map(), scenario: 'ok', keys: [] };
const running: Promise<number>[] = [];

afterEach(async () => {
  process.emit('SIGTERM');
  await Promise.all(running.splice(0));
});

/** Starts the command, and gives its address and everything that it has printed so far. */
async function start(request: Partial<MockRequest> = {}) {
  const printed: string[] = [];
  const { promise: introduced, resolve } = deferred();
  const print: Terminal['print'] = (text) => {
    // The introduction is the first thing that is printed, right before the command waits.
    if (printed.push(String(text)) === 1) setImmediate(resolve);
  };
  const readInput = () => Promise.resolve(Buffer.alloc(0));
  const ended = mock({ ...usual, ...request }, { cwd: '.', colour: false, print, printError: print, readInput });
  running.push(ended);
  await introduced;
  const [, url = ''] = /listens on (\S+)/.exec(printed.join('')) ?? [];
  return { ended, url, text: () => printed.join('') };
}

function deferred() {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

const ask = (url: string, key: string, model: string) =>
  fetch(`${url}/openai/v1/chat/completions`, {
    method: 'POST',
    headers: { 'api-key': key, 'content-type': 'application/json' },
    body: JSON.stringify({ model, messages: [] }),
  });

describe('mock', () => {
  test('says where it listens and what it does not do, then what it is asked', async () => {
    const { url, text } = await start();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    for (const sentence of notModelled) expect(text()).toContain(sentence);
    expect((await ask(url, 'placeholder-key-1', 'gpt-4o')).status).toBe(200);
    expect(text()).toMatch(
      /POST http:\/\/127\.0\.0\.1:\d+\/openai\/v1\/chat\/completions -> 200 \(chat\/completions of gpt-4o\)\n$/,
    );
    expect(text()).not.toContain('placeholder-key-1');
  });

  test('serves the deployments, keys and scenario that it is told', async () => {
    const { url, text } = await start({
      deployments: new Map([['chat-prod', 'o3-mini']]),
      keys: ['placeholder-key-2'],
      scenario: 'limited-once',
    });
    expect(text()).toContain('chat-prod (o3-mini)');
    expect((await ask(url, 'placeholder-key-1', 'chat-prod')).status).toBe(401);
    expect((await ask(url, 'placeholder-key-2', 'gpt-4o')).status).toBe(404);
    expect((await ask(url, 'placeholder-key-2', 'chat-prod')).status).toBe(429);
    expect((await ask(url, 'placeholder-key-2', 'chat-prod')).status).toBe(200);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)(
    'ends with 0 at %s, and leaves the handlers of others as they were',
    async (signal) => {
      const before = [process.listeners('SIGINT'), process.listeners('SIGTERM')];
      const { ended, url } = await start();
      process.emit(signal);
      expect(await ended).toBe(0);
      await expect(ask(url, 'placeholder-key-1', 'gpt-4o')).rejects.toThrow();
      expect([process.listeners('SIGINT'), process.listeners('SIGTERM')]).toEqual(before);
    },
  );

  test('a port that is taken is wrong use', async () => {
    const { url } = await start();
    const port = Number(new URL(url).port);
    const terminal: Terminal = {
      cwd: '.',
      colour: false,
      print: () => undefined,
      printError: () => undefined,
      readInput: () => Promise.resolve(Buffer.alloc(0)),
    };
    const error: unknown = await mock({ ...usual, port }, terminal).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UsageError);
    expect(String(error)).toContain('EADDRINUSE');
  });
});

test('its page lists what is not modelled, and nothing else', () => {
  const page = readFileSync(new URL('../../docs/mock.md', import.meta.url), 'utf8');
  const [, listed = ''] = page.split('## What it does not model\n\n');
  expect(listed.trim().split('\n')).toEqual(notModelled.map((sentence) => `- ${sentence}`));
  for (const scenario of scenarios) expect(page).toContain(`| \`${scenario}\``);
});
