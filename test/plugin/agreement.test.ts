import type { Grade } from '@azure-openai-v1/core';
import { describe, expect, test } from 'vitest';
import { configuration, run, solver } from '../deployments/solver-project.ts';
import type { JsonReport } from '../run-cli.ts';
import { gradeOf, installed, lint, manifest, repository, withProvider } from './lint-project.ts';

describe('the plugin never contradicts the command', () => {
  const order: readonly Grade[] = ['manual', 'review', 'safe'];
  const layouts: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ['nothing', {}],
    ...[
      '5.23.2',
      '^5.18.0',
      '~5.17.0',
      '>=4 <6',
      '^4.0.0 || ^5.18.0',
      '*',
      'latest',
      'catalog:',
      'npm:openai@5.19.1',
      '',
      '7.x',
    ].map((range) => [`${range} declared`, { 'package.json': manifest(range) }] as const),
    ...['4.104.0', '5.17.0', '5.23.2', '7.55.0', 'none'].flatMap((version) => [
      [`${version} installed`, { 'node_modules/openai/package.json': installed(version) }] as const,
      [
        `${version} installed, ^5.18.0 declared`,
        { 'node_modules/openai/package.json': installed(version), 'src/package.json': manifest('^5.18.0') },
      ] as const,
    ]),
    [
      'another package in its place',
      { 'node_modules/openai/package.json': JSON.stringify({ name: 'other', version: '9.0.0' }) },
    ],
    [
      'package.json files that disagree',
      { 'package.json': manifest('5.23.2'), 'src/package.json': manifest('5.17.0') },
    ],
    [
      'a lockfile',
      {
        'package.json': manifest('^5.0.0'),
        'package-lock.json': JSON.stringify({
          lockfileVersion: 3,
          packages: { '': { dependencies: { openai: '^5.0.0' } }, 'node_modules/openai': { version: '5.23.2' } },
        }),
      },
    ],
    [
      'a lockfile below the declared range',
      { 'package.json': manifest('^5.18.0'), 'yarn.lock': '"openai@^5.18.0":\n  version "5.17.0"\n' },
    ],
    ...[
      { dependencies: { openai: '^5.18.0' }, overrides: { openai: '5.17.0' } },
      { dependencies: { openai: '^5.18.0' }, resolutions: { '**/openai': '5.17.0' } },
      { dependencies: { openai: '^5.18.0' }, pnpm: { overrides: { 'openai@^5': '5.17.0' } } },
      { devDependencies: { openai: '^5.18.0' }, peerDependencies: { openai: '>=4' } },
      { peerDependencies: { openai: '^5.18.0' }, optionalDependencies: { openai: '4.104.0' } },
      { dependencies: { openai: 'catalog:' }, workspaces: { packages: ['.'], catalog: { openai: '5.17.0' } } },
      { dependencies: { openai: 'patch:openai@npm%3A5.17.0#patch' } },
    ].flatMap((json) => {
      const files = { 'package.json': JSON.stringify(json) };
      const other = { 'node_modules/openai/package.json': installed('5.23.2') };
      return [
        [files['package.json'], files] as const,
        [`${files['package.json']} with 5.23.2 installed`, { ...files, ...other }] as const,
      ];
    }),
    [
      'the catalog of a workspace',
      {
        'node_modules/openai/package.json': installed('5.23.2'),
        'package.json': manifest('catalog:'),
        'pnpm-workspace.yaml': 'packages: [.]\ncatalog:\n  openai: 5.17.0\n',
      },
    ],
    [
      'an override of a workspace',
      { 'package.json': manifest('^5.18.0'), 'pnpm-workspace.yaml': 'overrides:\n  openai: 5.17.0\n' },
    ],
    ['a configuration', { 'azure-openai-v1.config.json': configuration('o3-mini') }],
  ];

  test.each(layouts)('%s', async (_, files) => {
    for (const text of [withProvider, solver(), solver('o3-mini')]) {
      const folder = repository({ ...files, 'src/a.js': text });
      const { out } = await run(folder, ['check', '--format', 'json']);
      const reported = (JSON.parse(out) as JsonReport).files.flatMap(({ findings }) => findings);
      const linted = lint(folder, text);
      for (const message of linted) {
        const same = reported.filter(({ rule }) => `azure-openai-v1/${rule}` === message.ruleId);
        const best = Math.max(...same.map(({ grade }) => order.indexOf(grade as Grade)));
        expect(order.indexOf(gradeOf(message)), message.message).toBeLessThanOrEqual(best);
      }
    }
  });

  test('and agrees with it where the version is installed or declared', async () => {
    for (const files of [
      { 'node_modules/openai/package.json': installed('5.23.2') },
      { 'package.json': manifest('^5.18.0') },
    ]) {
      const folder = repository({ ...files, 'src/a.js': withProvider });
      const { out } = await run(folder, ['check', '--format', 'json']);
      const [reported] = (JSON.parse(out) as JsonReport).files;
      expect(reported?.findings.map(({ grade }) => grade)).toEqual(['safe', 'safe']);
      expect(lint(folder, withProvider).map(gradeOf)).toEqual(['safe', 'safe']);
    }
  });
});
