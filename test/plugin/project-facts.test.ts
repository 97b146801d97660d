import { rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import plugin from 'eslint-plugin-azure-openai-v1';
import { Linter } from 'eslint';
import { describe, expect, test } from 'vitest';
import { configuration, solver } from '../deployments/solver-project.ts';
import { makeFolder } from '../run-cli.ts';
import { gradesIn, installed, lint, manifest, repository, withProvider } from './lint-project.ts';

describe('the version of openai comes from', () => {
  const safe = ['safe', 'safe'];
  const manual = ['manual'];

  test('the nearest package.json', () => {
    expect(gradesIn(lint(repository({ 'package.json': manifest('^5.18.0') }), withProvider))).toEqual(safe);
    expect(gradesIn(lint(repository({ 'package.json': manifest('^5.17.0') }), withProvider))).toEqual(manual);
    expect(gradesIn(lint(repository({}), withProvider))).toEqual(manual);
  });

  test('the installed package, before that', () => {
    const files = { 'package.json': manifest('^5.0.0'), 'node_modules/openai/package.json': installed('5.23.2') };
    expect(gradesIn(lint(repository(files), withProvider))).toEqual(safe);
  });

  test('the settings, before both', () => {
    const folder = repository({ 'package.json': manifest('^5.18.0') });
    expect(gradesIn(lint(folder, withProvider, { openaiVersion: '5.17.0' }))).toEqual(manual);
  });

  test('nowhere, when files are not to be read, or the text is no file', () => {
    const folder = repository({ 'package.json': manifest('^5.18.0') });
    expect(gradesIn(lint(folder, withProvider, { readProject: false }))).toEqual(manual);
    expect(gradesIn(new Linter({ cwd: folder }).verify(withProvider, [plugin.configs.strict], 'a.js'))).toEqual(manual);
  });

  test('no folder above the repository', () => {
    const folder = makeFolder({ 'package.json': manifest('^5.18.0'), 'app/.git': 'gitdir: elsewhere\n' });
    expect(gradesIn(lint(join(folder, 'app'), withProvider))).toEqual(manual);
  });

  test.each([
    ['a lockfile fixes it', { 'package-lock.json': '{}' }],
    ['something overrides it', { '.yarnrc.yml': 'catalog:\n  openai: ^5.0.0\n' }],
    ['a peer may be older', { 'package.json': '{ "peerDependencies": { "openai": ">=5.18.0 || ^4.0.0" } }' }],
  ])('nowhere, when %s', (_, others) => {
    expect(gradesIn(lint(repository({ 'package.json': manifest('^5.18.0'), ...others }), withProvider))).toEqual(
      manual,
    );
  });

  test('what the file is now, also in an editor that goes on', () => {
    const folder = repository({ 'package.json': manifest('^5.17.0') });
    expect(gradesIn(lint(folder, withProvider))).toEqual(manual);
    writeFileSync(join(folder, 'package.json'), manifest('^5.18.0'));
    utimesSync(join(folder, 'package.json'), 1, 1);
    expect(gradesIn(lint(folder, withProvider))).toEqual(safe);
    rmSync(join(folder, 'package.json'));
    expect(gradesIn(lint(folder, withProvider))).toEqual(manual);
  });

  test.each([
    '',
    '{',
    '[]',
    'null',
    '{ "dependencies": [] }',
    '{ "dependencies": { "openai": 5 } }',
    `{ "dependencies": ${' '.repeat(2 ** 20)}}`,
  ])('nowhere, when package.json holds %j', (text) => {
    expect(gradesIn(lint(repository({ 'package.json': text }), withProvider))).toEqual(manual);
  });
});

describe('deployments come from', () => {
  const files = { 'azure-openai-v1.config.json': configuration('o3-mini') };
  const messagesIn = (...words: Parameters<typeof lint>) =>
    lint(...words).map(({ message }) => message.split(' which ')[0]);

  test('the nearest configuration', () => {
    const folder = repository({
      'azure-openai-v1.config.json': configuration('gpt-4o'),
      'app/azure-openai-v1.config.json': configuration('o3-mini'),
    });
    expect(messagesIn(folder, solver(), undefined, 'app/src/a.js')).toEqual([
      '`solver` (`o3-mini`, says `app/azure-openai-v1.config.json:3`) is a reasoning model,',
    ]);
    expect(messagesIn(folder, solver())).toEqual([]);
  });

  test('the key of package.json', () => {
    const folder = repository({ 'package.json': `{ "azure-openai-v1": ${configuration('o3-mini')}}` });
    expect(messagesIn(folder, solver())).toEqual(['`solver` (`o3-mini`, says `package.json:3`) is a reasoning model,']);
  });

  test('the settings, before that, each deployment by itself', () => {
    const folder = repository(files);
    expect(messagesIn(folder, solver(), { deployments: { solver: 'gpt-4o' } })).toEqual([]);
    expect(messagesIn(folder, solver(), { deployments: { other: 'gpt-4o' } })).toHaveLength(1);
    expect(messagesIn(folder, solver(), { readProject: false })).toEqual([]);
  });

  test.each([
    ['is wrong', { 'app/azure-openai-v1.config.json': '{ "deployment": {} }' }],
    ['is no JSON', { 'app/azure-openai-v1.config.json': '{' }],
    ['is there twice', { 'app/azure-openai-v1.config.json': '{}', 'app/package.json': '{ "azure-openai-v1": {} }' }],
  ])('nowhere, when the nearest configuration %s', (_, wrong) => {
    expect(messagesIn(repository({ ...files, ...wrong }), solver(), undefined, 'app/a.js')).toEqual([]);
  });

  test('no link that leads out of the project', () => {
    const folder = repository({});
    symlinkSync(join(makeFolder(files), 'azure-openai-v1.config.json'), join(folder, 'azure-openai-v1.config.json'));
    expect(messagesIn(folder, solver())).toEqual([]);
  });
});
