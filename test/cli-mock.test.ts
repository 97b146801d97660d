import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { parseCommandLine } from 'azure-openai-v1';
import { expect, test } from 'vitest';
import { cli, makeFolder } from './run-cli.ts';

test('everything that can be asked for', async () => {
  const words = [
    'mock',
    '--port',
    '4010',
    '--scenario',
    'limited',
    '--deployment',
    'chat=o3',
    '--key',
    'a',
    '--key',
    'b',
  ];
  expect(await parseCommandLine(words)).toEqual({
    command: 'mock',
    request: { port: 4010, scenario: 'limited', deployments: new Map([['chat', 'o3']]), keys: ['a', 'b'] },
  });
  expect(await parseCommandLine(['mock'])).toEqual({
    command: 'mock',
    request: { port: 0, scenario: 'ok', deployments: new Map(), keys: [] },
  });
});

test.each([
  [['chat']],
  [['--', 'chat']],
  [['--port', '65536']],
  [['--port', '-1']],
  [['--port', 'a']],
  [['--port', '1', '--port', '2']],
  [['--port=']],
  [['--port', '']],
  [['--port', ' ']],
  [['--scenario', 'odd']],
  [['--scenario=']],
  [['--deployment', 'chat']],
])('mock %j is no command line', async (words) => {
  await expect(parseCommandLine(['mock', ...words])).rejects.toMatchObject({ name: 'UsageError' });
});

test.skipIf(process.platform === 'win32')('mock answers until it is told to end', async () => {
  const child = spawn(process.execPath, [cli, 'mock', '--deployment', 'chat=gpt-4o', '--key', 'placeholder-key-1'], {
    cwd: makeFolder(),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  const address = await new Promise<string>((found) => {
    child.stdout.on('data', (piece: Buffer) => {
      printed += piece.toString();
      const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(printed) ?? [];
      if (url !== undefined && printed.includes('Requests:')) found(url);
    });
  });
  const ask = async (model: string, key: string) => {
    const headers = { 'content-type': 'application/json', 'api-key': key };
    const body = JSON.stringify({ model, messages: [{ role: 'user', content: 'Hello' }] });
    return (await fetch(`${address}/openai/v1/chat/completions`, { method: 'POST', headers, body })).status;
  };
  expect(await ask('chat', 'placeholder-key-1')).toBe(200);
  expect(await ask('other', 'placeholder-key-1')).toBe(404);
  expect(await ask('chat', 'placeholder-key-2')).toBe(401);
  child.kill('SIGTERM');
  const [code] = (await once(child, 'close')) as [number | null];
  expect(code).toBe(0);
  expect(printed).toContain('/openai/v1/chat/completions');
  expect(printed).not.toContain('placeholder-key');
});
