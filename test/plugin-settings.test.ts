import plugin from 'eslint-plugin-azure-openai-v1';
import { Linter } from 'eslint';
import { defineConfig } from 'eslint/config';
import { expect, test } from 'vitest';

const legacy = "import { AzureOpenAI } from 'openai';\nexport const client = new AzureOpenAI();\n";

/** Lints with given settings; the configuration is written as a user writes it. */
function lintWith(settings: Record<string, unknown>, text = legacy): readonly Linter.LintMessage[] {
  return new Linter().verify(text, defineConfig(plugin.configs.recommended, { settings }));
}

test('settings may be absent, empty or complete', () => {
  expect(lintWith({})).toBeInstanceOf(Array);
  expect(lintWith({ 'azure-openai-v1': {} })).toBeInstanceOf(Array);
  expect(lintWith({ 'azure-openai-v1': { openaiVersion: '5.23.2', deployments: { chat: 'gpt-4o' } } })).toBeInstanceOf(
    Array,
  );
});

test.each([
  ["settings['azure-openai-v1'] must be an object", []],
  ["settings['azure-openai-v1'].openaiVersion must be a version", { openaiVersion: '^5' }],
  ["settings['azure-openai-v1'].deployments must be an object", { deployments: 'chat=gpt-4o' }],
  [`settings['azure-openai-v1'].deployments["chat"] must be the name of a model`, { deployments: { chat: 4 } }],
  ["settings['azure-openai-v1'].readProject must be true or false", { readProject: 'no' }],
  ["settings['azure-openai-v1'].deployment must be absent", { deployment: {} }],
])('wrong settings are named: %s', (message, own) => {
  expect(() => lintWith({ 'azure-openai-v1': own })).toThrow(message);
});

test('a file that does not concern the plugin is not looked at', () => {
  expect(lintWith({ 'azure-openai-v1': 'wrong' }, 'export const one = 1;\n')).toEqual([]);
});
