import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder } from '../run-cli.ts';
import { client, reasonsOf, surveyFolder } from './survey-folder.ts';
import { version } from './take-out.ts';

const template = `AZURE_OPENAI_API_KEY=placeholder-key-1\n${version}=2024-10-21\n`;
const files = { 'src/client.ts': client, '.env.example': template };

describe('what still reads the variable', () => {
  test.each([
    ['src/other.ts', `export const v = process.env.${version};`],
    ['tools/deploy.py', `os.environ["${version}"]`],
    ['Service.cs', `Environment.GetEnvironmentVariable("${version}")`],
    ['main.go', `os.Getenv("${version}")`],
    ['App.java', `System.getenv("${version}")`],
    ['start.sh', `echo $${version}`],
    ['start.ps1', `$env:${version}`],
    ['Dockerfile', `ARG ${version}`],
    ['Makefile', `run:\n\techo $(${version})`],
    ['notes.ipynb', `{ "cells": [{ "source": ["os.environ['${version}']"] }] }`],
    ['App.vue', `<script>const v = import.meta.env.${version}</script>`],
    ['src/broken.ts', `const v = process.env.${version} (`],
    ['untracked/a.rb', `ENV['${version}']`],
  ])('%s: nothing is said', async (path, text) => {
    expect((await surveyFolder({ ...files, [path]: text })).of('.env.example')).toBeUndefined();
  });

  test.each([
    ['test/setup.ts', `process.env.${version} = '2024';`, '`test/setup.ts` still mentions it.'],
    ['src/note.ts', `// ${version}\nexport {};`, '`src/note.ts` still mentions it.'],
    [
      'settings.py',
      'class Settings(BaseSettings):\n    azure_openai_api_version: str\n',
      '`settings.py` still mentions it.',
    ],
    ['config.go', 'type Config struct { AzureOpenaiApiVersion string }', '`config.go` still mentions it.'],
    ['notes.txt', version, '`notes.txt` still mentions it.'],
    [
      'src/dynamic.ts',
      'export const read = (name: string) => process.env[`AZURE_OPENAI_${name}`];',
      '`src/dynamic.ts` may put its name together from pieces.',
    ],
    [
      'lib/dynamic.py',
      `os.environ[prefix + "_API_VERSION"]`,
      '`lib/dynamic.py` may put its name together from pieces.',
    ],
    [
      'package.json',
      '{ "dependencies": { "@langchain/openai": "1" } }',
      '`package.json` names a library that reads it by itself.',
    ],
    ['requirements.txt', 'litellm==1.0\n', '`requirements.txt` names a library that reads it by itself.'],
    [
      'data.bin',
      Buffer.concat([Buffer.from([0, 1, 2, 0]), Buffer.from(version)]),
      '`data.bin` could not be searched for it.',
    ],
    ['old.txt', Buffer.from(`\uFEFF${version}`, 'utf16le'), '`old.txt` could not be searched for it.'],
  ])('%s: it is left, and why is said', async (path, content, reason) => {
    const { of } = await surveyFolder({ ...files, [path]: content });
    expect(reasonsOf(of('.env.example'))).toEqual([`manual: ${reason}`]);
  });

  test.each([
    ['node_modules/openai/index.js', `readEnv('${version}')`],
    ['dist/client.js', `process.env.${version}`],
    ['ignored/a.py', `os.environ["${version}"]`],
    ['pnpm-lock.yaml', `# ${version}`],
    ['CHANGELOG.md', `Added ${version}`],
    ['src/names.ts', 'export const azureOpenaiApiVersion = 1;'],
    ['other.py', 'my_azure_openai_api_version_2 = 1'],
    ['src/message.ts', "export const message = 'Set AZURE_OPENAI_* first';"],
    ['logo.png', Buffer.concat([Buffer.from([0x89, 0x50, 0, 0]), Buffer.from(version)])],
  ])('%s: it counts as no reader', async (path, content) => {
    const { of } = await surveyFolder({ ...files, '.gitignore': 'ignored/\n', [path]: content });
    expect(of('.env.example')?.outcome).toEqual({ kind: 'pending' });
  });

  test('a changed file counts as it will be', async () => {
    const { of } = await surveyFolder(
      { ...files, 'src/second.ts': client },
      { sources: ['src/client.ts', 'src/second.ts'] },
    );
    expect(of('.env.example')?.outcome).toEqual({ kind: 'pending' });
    const kept = await surveyFolder({ ...files, 'src/second.ts': client });
    expect(kept.of('.env.example')).toBeUndefined();
  });

  test('a class that reads its version by itself', async () => {
    const implied = client.replace(/ {2}apiVersion.*\n/, '');
    const texts = { 'src/client.ts': implied, '.env.example': 'OPENAI_API_VERSION=1\nA_B=2\n' };
    expect((await surveyFolder(texts)).of('.env.example')?.outcome).toEqual({ kind: 'pending' });
    const other = await surveyFolder({ ...texts, 'bot.py': 'client = AzureOpenAI()\n' });
    expect(other.of('.env.example')).toBeUndefined();
  });

  test('links that leave the repository, and files that cannot be opened', async () => {
    const outside = makeFolder({ 'a.py': version });
    const { of } = await surveyFolder(files, {
      prepare: (folder) => {
        symlinkSync(outside, join(folder, 'shared'));
      },
    });
    expect(reasonsOf(of('.env.example'))).toEqual(['manual: `shared` could not be searched for it.']);
    const inside = await surveyFolder(files, {
      prepare: (folder) => {
        symlinkSync('src/client.ts', join(folder, 'link.ts'));
      },
    });
    expect(inside.of('.env.example')?.outcome).toEqual({ kind: 'pending' });
  });
});
