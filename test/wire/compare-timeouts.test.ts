import { observeTimeouts } from '@azure-openai-v1/wire';
import { expect, test } from 'vitest';

test('a timer counts as the limit of the request in whose breath it is set, and of no other', async () => {
  const limits = await limitsOf(async (send, setTimer) => {
    setTimer(9000);
    await send();
    setTimer(9000);
    await Promise.resolve();
    await send();
    setTimer(9000);
    await send({ 'x-stainless-timeout': '4' });
  });
  expect(limits).toEqual(['9', null, '4']);
});

test('a time limit is told to the millisecond, unless the program names another', async () => {
  const limits = await limitsOf(async (send, setTimer) => {
    for (const headers of [{}, { 'x-stainless-timeout': '1' }, { 'x-stainless-timeout': '4' }]) {
      setTimer(1500);
      await send(headers);
    }
  });
  expect(limits).toEqual(['1.5', '1.5', '4']);
});

type Send = (headers?: Readonly<Record<string, string>>) => Promise<unknown>;

/** What the requests of an action say about the time that their client waits. */
async function limitsOf(
  act: (send: Send, setTimer: (milliseconds: number) => void) => Promise<void>,
): Promise<readonly (string | null)[]> {
  const limits: (string | null)[] = [];
  const timers: NodeJS.Timeout[] = [];
  const { setTimeout } = globalThis;
  const transport = observeTimeouts((_, init) => {
    limits.push(new Headers(init?.headers).get('x-stainless-timeout'));
    return Promise.resolve(new Response());
  });
  const send: Send = (headers) => transport('http://wire.invalid/', headers && { headers });
  await act(send, (milliseconds) => timers.push(globalThis.setTimeout(() => undefined, milliseconds)));
  globalThis.setTimeout = setTimeout;
  for (const timer of timers) clearTimeout(timer);
  return limits;
}
