import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder } from '../run-cli.ts';
import { bicep, configuration, makeRepository, messageIn, run, solver } from './solver-project.ts';

const listed = (name: string, model: string) => [{ name, properties: { model: { format: 'OpenAI', name: model } } }];

describe('the model of a deployment comes from', () => {
  test('--deployment', async () => {
    const folder = makeRepository({ 'a.ts': solver() });
    expect(await messageIn(folder)).toBe('');
    expect(await messageIn(folder, '--deployment', 'solver=o3-mini')).toBe(
      '`solver` (`o3-mini`, says `--deployment`) is a reasoning model,',
    );
  });

  test('the output of az, as PowerShell writes it too', async () => {
    const text = JSON.stringify(listed('solver', 'o3-mini'), undefined, 2);
    const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le');
    const folder = makeRepository({ 'a.ts': solver(), 'list.json': text, 'utf16.json': utf16 });
    for (const name of ['list.json', 'utf16.json']) {
      expect(await messageIn(folder, '--deployments', name)).toBe(
        `\`solver\` (\`o3-mini\`, says \`${name}:3\`) is a reasoning model,`,
      );
    }
  });

  test.each([
    ['azure-openai-v1.config.json', configuration('o3-mini'), 3],
    ['package.json', `{ "name": "x", "azure-openai-v1": ${configuration('o3-mini')}}`, 3],
  ])('%s at the root of the repository', async (name, text, line) => {
    const folder = makeRepository({ 'src/a.ts': solver(), [name]: text });
    expect(await messageIn(folder)).toBe(
      `\`solver\` (\`o3-mini\`, says \`${name}:${String(line)}\`) is a reasoning model,`,
    );
    expect(await messageIn(join(folder, 'src'))).toContain(`says \`../${name}:3\``);
  });

  test.each([
    ['other.jsonc', configuration('o3-mini').replace('{', '{ // Ours.'), 3],
    ['other.yaml', 'deployments:\n  solver: o3-mini\n', 2],
  ])('--config %s, which takes the place of the one that is found', async (name, text, line) => {
    const folder = makeRepository({ 'a.ts': solver(), [name]: text, 'azure-openai-v1.config.json': '{ "wrong": 1 }' });
    expect(await messageIn(folder, '--config', name)).toContain(`says \`${name}:${String(line)}\``);
  });

  test('the infrastructure of the project', async () => {
    const folder = makeRepository({ 'app/src/a.ts': solver(), 'app/infra/main.bicep': bicep("'o3-mini'") });
    expect(await messageIn(folder)).toBe('`solver` (`o3-mini`, says `app/infra/main.bicep:4`) is a reasoning model,');
    expect(await messageIn(join(folder, 'app/src'))).toContain('says `../infra/main.bicep:4`');
  });

  test('standard input has the same sources', async () => {
    const folder = makeRepository({ 'infra/main.bicep': bicep("'o3-mini'"), 'azure-openai-v1.config.json': '{}' });
    const words = ['check', '--stdin-filename', 'src/a.ts'];
    expect((await run(folder, words, solver())).out).toContain('says `infra/main.bicep:4`');
    expect((await run(folder, [...words, '--config', 'none.json'], solver())).isWrongUse).toBe(true);
  });
});

describe('what counts more', () => {
  const files = {
    'a.ts': solver(),
    'list.json': JSON.stringify(listed('solver', 'o1')),
    'azure-openai-v1.config.json': configuration('o3'),
    'main.bicep': bicep("'gpt-5'"),
  };

  test('the command line, then the list, then the configuration, then the infrastructure', async () => {
    const folder = makeRepository(files);
    expect(await messageIn(folder, '--deployments', 'list.json', '--deployment', 'solver=o3-mini')).toContain(
      '`o3-mini`',
    );
    expect(await messageIn(folder, '--deployments', 'list.json')).toContain('`o1`');
    expect(await messageIn(folder)).toContain('`o3`');
    expect(await messageIn(folder, '--deployment', 'solver=gpt-4o')).toBe('');
    writeFileSync(join(folder, 'azure-openai-v1.config.json'), '{}');
    expect(await messageIn(folder)).toContain('`gpt-5`');
  });

  test('the nearest configuration', async () => {
    const folder = makeRepository({
      'a.ts': solver(),
      'azure-openai-v1.config.json': configuration('gpt-4o'),
      'app/src/b.ts': solver(),
      'app/azure-openai-v1.config.json': configuration('o3-mini'),
    });
    expect(await messageIn(folder)).toContain('says `app/azure-openai-v1.config.json:3`');
    expect((await run(folder, ['check', '--format', 'json'])).out).not.toContain('"a.ts"');
    expect(await messageIn(folder, 'a.ts')).toBe('');
  });

  test('nothing, where places contradict each other: the model is unknown, and a warning names both', async () => {
    const folder = makeRepository({ 'a.ts': solver('o3'), 'infra/a.bicep': bicep("'o3'", "'o3'"), 'infra/b.tf': '' });
    writeFileSync(
      join(folder, 'infra/b.tf'),
      'resource "azurerm_cognitive_deployment" "d" {\n  name = "o3"\n  model {\n    name = "gpt-4o"\n  }\n}\n',
    );
    expect(await messageIn(folder)).toBe(
      'The deployment "o3" runs o3 by infra/a.bicep:4 and gpt-4o by infra/b.tf:4, so its model counts as unknown. ' +
        'Say which it is with --deployment o3=MODEL.\n`o3` sounds like a reasoning model,',
    );
    expect(await messageIn(folder, '--deployment', 'o3=o3')).toContain('says `--deployment`');
    writeFileSync(join(folder, 'a.ts'), solver());
    expect(await messageIn(folder)).toBe('');
  });
});

describe('a default', () => {
  test('is no fact: the change is for review', async () => {
    const folder = makeRepository({ 'a.ts': solver(), 'main.bicep': bicep('model') });
    expect(await messageIn(folder)).toBe(
      '`solver` may run a reasoning model (`o4-mini`, by the default in `main.bicep:1`),',
    );
    await run(folder, ['migrate', '--write']);
    expect(readFileSync(join(folder, 'a.ts'), 'utf8')).toBe(solver());
    await run(folder, ['migrate', '--write', '--include-review']);
    expect(readFileSync(join(folder, 'a.ts'), 'utf8')).toContain('max_completion_tokens');
  });

  test('of another model makes a name that is a model uncertain', async () => {
    const folder = makeRepository({
      'a.ts': solver('o3-mini'),
      'main.bicep': bicep('model', "'o3-mini'").replace('o4-mini', 'gpt-4o'),
    });
    expect(await messageIn(folder)).toBe('`o3-mini` sounds like a reasoning model,');
  });

  test('of another model is believed where a name only sounds like one', async () => {
    const folder = makeRepository({
      'a.ts': solver('my-o3-mini'),
      'main.bicep': bicep('model', "'my-o3-mini'").replace('o4-mini', 'gpt-4o'),
    });
    expect(await messageIn(folder)).toBe('');
  });
});

describe('infrastructure is read only', () => {
  const wide = { 'main.bicep': bicep("'o3-mini'") };

  test('where a finding can depend on it', async () => {
    const folder = makeRepository({ 'a.ts': solver().replace('max_tokens: 900, ', ''), ...wide });
    expect(await messageIn(folder)).toBe('');
  });

  test('from files of the repository: no links, nothing ignored, nothing too large', async () => {
    const folder = makeRepository({ 'a.ts': solver(), '.gitignore': 'old/\n', 'old/main.bicep': wide['main.bicep'] });
    const outside = makeFolder(wide);
    symlinkSync(join(outside, 'main.bicep'), join(folder, 'main.bicep'));
    mkdirSync(join(folder, 'folder.bicep'));
    writeFileSync(join(folder, 'large.bicep'), wide['main.bicep'] + ' '.repeat(1024 * 1024));
    writeFileSync(join(folder, 'binary.bicep'), Buffer.from([0xff, 0x00, 0xfe]));
    expect(await messageIn(folder)).toBe('');
  });

  test('where it is not too much', async () => {
    const folder = makeRepository({ 'a.ts': solver(), ...wide });
    const blank = ' '.repeat(1024 * 1024);
    for (let index = 0; index <= 32; index += 1) writeFileSync(join(folder, `${String(index)}.tf`), blank);
    expect(await messageIn(folder)).toBe(
      '. has too many infrastructure files, so none counts. Name the models with --deployments.\n',
    );
  });

  test('below a package without git', async () => {
    const folder = makeFolder({ 'app/src/a.ts': solver(), 'app/infra/main.bicep': wide['main.bicep'] });
    expect(await messageIn(folder)).toBe('');
    writeFileSync(join(folder, 'app/package.json'), '{}');
    expect(await messageIn(folder)).toContain('says `app/infra/main.bicep:4`');
  });
});
