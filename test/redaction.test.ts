import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { redact } from '../packages/codemod/src/render/redact.ts';
import { redactPath, redactPhrase } from '../packages/codemod/src/render/redact-phrase.ts';
import { legacyClient, makeFolder, runCli } from './run-cli.ts';

// Put together here, so that no scanner takes this file for a leak.
const hex = '0123456789abcdef'.repeat(2);
const base62 = `${'aB3dE6gH9'.repeat(9)}xyz`;
const base64 = `${'q7Rt/Zp+K2'.repeat(4)}Wm8xCdEf12GhIj34==`;
const signed = ['eyJhbGciOiJIUzI1NiJ9', 'eyJzdWIiOiIxMjM0NTY3ODkwIn0', 'c2lnbmF0dXJl'].join('.');
const openaiKey = ['sk', 'proj', 'abcdefghijklmnop1234'].join('-');

describe('source text', () => {
  test.each([
    [`apiKey: 'hunter2',`, `apiKey: '***',`],
    [`apiKey: process.env.KEY ?? 'hunter2',`, `apiKey: process.env.KEY ?? '***',`],
    [`apiKey: isTest ? 'hunter2' : 'hunter3', name: 'desk'`, `apiKey: isTest ? '***' : '***', name: 'desk'`],
    [`apiKey:\n  'hunter2',`, `apiKey:\n  '***',`],
    [`'api-key': "hunter2"`, `'api-key': "***"`],
    [`headers['api-key'] = \`hunter2\`;`, `headers['api-key'] = \`***\`;`],
    [`headers.set('api-key', 'hunter2').set('accept', 'text')`, `headers.set('api-key', '***').set('accept', 'text')`],
    [`const AZURE_OPENAI_API_KEY_2 = 'hunter2'`, `const AZURE_OPENAI_API_KEY_2 = '***'`],
    [`new AzureKeyCredential('hunter2')`, `new AzureKeyCredential('***')`],
    ['Authorization: `Bearer ${token}`', 'Authorization: `Bearer ${token}`'],
    [`Authorization: 'Bearer hunter2'`, `Authorization: '***'`],
    [`// AZURE_OPENAI_API_KEY=hunter22`, `// AZURE_OPENAI_API_KEY=***`],
    [` * password: hunter22`, ` * password: ***`],
    [`fetch('https://desk.example/?code=hunter2&a=b')`, `fetch('https://desk.example/?code=***&a=b')`],
    [`connect('https://me:hunter2@desk.example')`, `connect('https://me:***@desk.example')`],
    [`call('${hex}')`, `call('***')`],
    [`call("${base62}")`, `call("***")`],
    [`call(\`${base64}\`)`, 'call(`***==`)'],
    [`call('${signed}') // ${openaiKey}`, `call('***') // ***`],
  ])('%s', (text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  test.each([
    `apiKey: process.env.AZURE_OPENAI_API_KEY, endpoint: 'https://desk.openai.azure.com'`,
    `apiKey: process.env['AZURE_OPENAI_API_KEY'],\n  baseURL: 'https://desk.openai.azure.com/openai/v1/',`,
    `const token = await read()\nconst name = 'desk'`,
    `getToken('https://cognitiveservices.azure.com/.default')`,
    `max_tokens: 600, model: 'gpt-4o-mini-2024-07-18'`,
    `import { AzureOpenAI } from '../../infrastructure/language-models/azure/AzureOpenAI.js';`,
    `const url = 'https://desk.openai.azure.com/openai/deployments/GPT-4o-2024-08-06/chat/completions?api-version=2024-10-21';`,
    `apiKey: requireEnv('AZURE_OPENAI_API_KEY'), // don't trim`,
  ])('stays: %s', (text) => {
    expect(redact(text)).toBe(text);
  });

  test('every step is linear', () => {
    for (const unit of ["'", '"\\', "\\'", '`${', 'eyJ-', 'a=', 'apiKey:', '//', '-', 'sk-', '://a:', 'Bearer ']) {
      const text = unit.repeat(200_000 / unit.length);
      const start = performance.now();
      redact(text);
      redactPhrase(text);
      expect(performance.now() - start, unit).toBeLessThan(1500);
    }
  });

  test('paths keep their folders', () => {
    expect(redactPath(`src/${hex}/client.ts`)).toBe('src/***/client.ts');
    const long = 'packages/platform/src/services/integrations2/azureOpenAI3/model4/client.ts';
    expect(redactPath(long)).toBe(long);
  });
});

describe('no output shows a canary', () => {
  const canary = 'CanaryValue4711';
  const source = legacyClient
    .replace('process.env.AZURE_OPENAI_API_KEY', `'${canary}'`)
    .replace(
      'const client',
      `// api-key: ${canary}\nconst headers = { Authorization: 'Bearer ${canary}' };\nconst client`,
    );

  test.each([['check'], ['migrate'], ['migrate', '--write']])('%s %s', (...command) => {
    for (const format of ['pretty', 'json']) {
      const folder = makeFolder({ 'a.ts': source, [`src/${hex}.ts`]: source, 'broken.ts': `${source}\n'${canary}` });
      writeFileSync(join(folder, '.env'), `AZURE_OPENAI_API_KEY=${canary}`);
      const { stdout, stderr } = runCli(folder, [...command, '--format', format]);
      expect(stdout).toContain('no-azure-openai-client');
      expect(stdout + stderr).not.toContain(canary.slice(-8));
      expect(stdout + stderr).not.toContain(hex.slice(-8));
    }
  });

  test('the migrated text itself is the product and whole', () => {
    const { stdout, stderr } = runCli(makeFolder(), ['migrate', '--stdin-filename', 'a.ts'], source);
    expect(stdout).toContain(`apiKey: '${canary}'`);
    expect(stderr).not.toContain(canary);
  });
});
