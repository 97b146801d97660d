import { isVersionVariable, lostReads, piecesOf } from '@azure-openai-v1/configuration';
import { expect, test } from 'vitest';

const lost = (before: string, after = '') => [...lostReads([{ path: 'a.ts', before, after }])];

test.each([
  ['a property', 'process.env.SUPPORT_API_VERSION'],
  ['an optional one', 'import.meta.env?.SUPPORT_API_VERSION!'],
  ['a key', "process.env['SUPPORT_API_VERSION'] ?? ''"],
  ['a call', "config.getOrThrow<string>('SUPPORT_API_VERSION')"],
  ['an own function', 'required("SUPPORT_API_VERSION")'],
  ['a pattern', 'const { A_B: one, SUPPORT_API_VERSION = "2024" } = process.env;'],
])('reads: %s', (_, before) => {
  expect(lost(before)).toContain('SUPPORT_API_VERSION');
  expect(lost(before, `// SUPPORT_API_VERSION`)).not.toContain('SUPPORT_API_VERSION');
  expect(lost(before, before)).toEqual([]);
});

test.each([
  ['a constant', 'const SUPPORT_API_VERSION = "2024-10-21"; use(SUPPORT_API_VERSION);'],
  ['a part of a text', 'throw new Error("SUPPORT_API_VERSION is missing")'],
  ['another case', 'env.supportApiVersion'],
  ['one word', 'env.VERSION'],
  ['a longer name', 'env.MY_SUPPORT_API_VERSIONS_'],
])('no read: %s', (_, before) => {
  expect(lost(before)).not.toContain('SUPPORT_API_VERSION');
});

test('the old class reads its version by itself', () => {
  expect(lost('new AzureOpenAI()', 'new OpenAI()')).toEqual(['OPENAI_API_VERSION']);
  expect(lost('new AzureOpenAI()', 'new AzureOpenAI()')).toEqual([]);
  expect(lost('new MyAzureOpenAI()')).toEqual([]);
});

test('a version is known by its name', () => {
  const known = [
    'OPENAI_API_VERSION',
    'AZURE_API_VERSION',
    'VITE_AZURE_OPENAI_API_VERSION',
    'AZURE_OPENAI_IMAGE_API_VERSION',
  ];
  expect(known.filter((name) => !isVersionVariable(name))).toEqual([]);
  const others = [
    'API_VERSION',
    'ANTHROPIC_API_VERSION',
    'OPENAI_API_KEY',
    'OPENAI_MODEL_VERSION',
    'AZURE_OPENAI_API_VERSION_NAME',
  ];
  expect(others.filter(isVersionVariable)).toEqual([]);
});

test('a name is put together from its beginnings and its ends', () => {
  expect(piecesOf('A_B_C')).toEqual(['A_', '_B_C', 'A_B_', '_C']);
});
