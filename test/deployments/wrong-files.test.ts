import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder, runCli } from '../run-cli.ts';
import { configuration, makeRepository, messageIn, run, solver } from './solver-project.ts';

describe('exit code 2', () => {
  const files = {
    'a.ts': solver(),
    'table.txt': 'Name  Model\n',
    'table.json': 'Name  Model\n',
    'accounts.json': '[\n  { "name": "contoso", "kind": "OpenAI" }\n]',
    'config.toml': '',
    'broken.json': '{\n  "deployments": {\n    chat\n',
    'broken.yml': 'deployments:\n  - [\n',
    'key.json': '{\n  "deployment": {}\n}',
    'other.json': '{ "apiVersion": "2024-10-21" }',
    'value.json': '{ "deployments": { "chat": null } }',
    'twice.json': '{ "deployments": { "chat": "o1", "chat": "o1" } }',
    'large.yaml': `# ${'x'.repeat(64 * 1024)}\n`,
    'latin1.json': Buffer.from('{ "deployments": { "caf\xe9": "o1" } }', 'latin1'),
  };

  test.each([
    ['--deployments', 'none.json'],
    ['--deployments', ''],
    ['--deployments', '.'],
    ['--deployments', 'table.txt'],
    ['--deployments', 'table.json'],
    ['--deployments', 'accounts.json'],
    ['--config', 'none.json'],
    ['--config', ''],
    ['--config', 'folder.json'],
    ['--config', 'config.toml'],
    ['--config', 'broken.json'],
    ['--config', 'broken.yml'],
    ['--config', 'key.json'],
    ['--config', 'other.json'],
    ['--config', 'value.json'],
    ['--config', 'twice.json'],
    ['--config', 'large.yaml'],
    ['--config', 'latin1.json'],
  ])('%s %j says what, where and what to do', async (option, name) => {
    const folder = makeFolder({ ...files, 'folder.json/a': '' });
    const { isWrongUse, out, error } = await run(folder, ['migrate', '--write', option, name]);
    expect([isWrongUse, out]).toEqual([true, '']);
    expect(error).toMatchSnapshot();
    expect(readFileSync(join(folder, 'a.ts'), 'utf8')).toBe(solver());
  });

  test.each([
    [['check', '--config', 'a.json', '--config', 'b.json']],
    [['check', '--deployments', 'a.json', '--deployments', 'b.json']],
    [['check', '--config']],
    [['verify', '--entry', 'a.ts', '--config', 'a.json']],
  ])('%j', async (words) => {
    expect((await run(makeFolder(files), words)).isWrongUse).toBe(true);
  });

  test('a wrong configuration that is found stops the run before anything is written', async () => {
    const folder = makeRepository({
      'a/a.ts': solver('o3-mini'),
      'b/b.ts': solver(),
      'b/azure-openai-v1.config.json': files['key.json'],
    });
    const { code, stderr } = runCli(folder, ['migrate', '--write']);
    expect([code, stderr]).toEqual([
      2,
      'b/azure-openai-v1.config.json:2 The key "deployment" is unknown. Did you mean deployments.\n',
    ]);
    expect(readFileSync(join(folder, 'a/a.ts'), 'utf8')).toContain('max_tokens');
    expect((await run(folder, ['check', 'a'])).isWrongUse).toBe(false);
  });

  test('a wrong configuration beside a file that was not named does not stop the run', async () => {
    const client = `import { AzureOpenAI } from 'openai';\nexport const client = new AzureOpenAI({ endpoint: 'https://contoso.openai.azure.com', apiKey: 'placeholder-key-1', apiVersion: '2024-10-21' });\n`;
    const user = `import { client } from '../a/client.js';\nvoid client.responses.create({ model: 'chat', input: 'Hello' });\n`;
    const files = { 'a/client.ts': client, 'b/use.ts': user, 'b/azure-openai-v1.config.json': '{ "deployment": {} }' };
    const { out, error, isWrongUse } = await run(makeRepository(files), ['check', 'a']);
    expect([error, isWrongUse]).toEqual(['', false]);
    expect(out).toContain('a/client.ts');
  });

  test('two configurations of one folder, or a link out of the repository, are wrong', async () => {
    const outside = makeFolder({ 'config.json': configuration('o1') });
    const both = makeRepository({
      'a.ts': solver(),
      'azure-openai-v1.config.json': '{}',
      'package.json': '{ "azure-openai-v1": {} }',
    });
    const link = makeRepository({ 'a.ts': solver() });
    symlinkSync(join(outside, 'config.json'), join(link, 'azure-openai-v1.config.json'));
    expect(await messageIn(both)).toBe(
      '. has azure-openai-v1.config.json and the key azure-openai-v1 in package.json. Keep one of them.',
    );
    expect(await messageIn(link)).toBe(
      'azure-openai-v1.config.json is a link to another place. Name that file with --config.',
    );
  });

  test('a key of package.json that is no configuration is nobody’s', async () => {
    const manifest = JSON.stringify({ devDependencies: { 'azure-openai-v1': '1.0.0' } });
    expect(await messageIn(makeRepository({ 'a.ts': solver(), 'package.json': manifest }))).toBe('');
    expect(await messageIn(makeRepository({ 'a.ts': solver(), 'package.json': '{ "azure-openai-v1": {' }))).toContain(
      'package.json is not valid JSON',
    );
  });
});
