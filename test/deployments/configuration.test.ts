import { readFileSync } from 'node:fs';
import { configurationKeys, readConfiguration, readJson, type JsonReading } from '@azure-openai-v1/deployments';
import { readYaml } from '@azure-openai-v1/deployments/yaml';
import { describe, expect, test } from 'vitest';

const read = (reading: JsonReading) => (reading.kind === 'read' ? readConfiguration(reading.value) : reading.kind);
const readText = (text: string) => read(readJson({ path: 'file', text }, true));
const readYamlText = (text: string) => read(readYaml({ path: 'file', text }));

describe('a configuration', () => {
  const deployments = [
    { name: 'chat', model: 'o4-mini', line: 4 },
    { name: 'search', model: 'gpt-4o', line: 5 },
  ];

  test('gives deployments with their lines, from JSON with comments', () => {
    const text = '{\n  // Ours.\n  "deployments": {\n    "chat": "o4-mini",\n    "search": "gpt-4o",\n  },\n}';
    expect(readText(text)).toEqual({ kind: 'read', deployments });
    expect(readText(text.replaceAll('\n', '\r\n'))).toEqual({ kind: 'read', deployments });
  });

  test('gives the same from YAML', () => {
    const text = '# Ours.\n$schema: ./schema.json\ndeployments:\n  chat: o4-mini\n  \'search\': "gpt-4o"\n';
    expect(readYamlText(text)).toEqual({ kind: 'read', deployments });
  });

  test('may be empty', () => {
    const nothing = { kind: 'read', deployments: [] };
    for (const text of ['{}', '{ "deployments": {} }', '{ "$schema": "a" }']) expect(readText(text)).toEqual(nothing);
    for (const text of ['', '# Nothing.\n', 'deployments: {}\n']) expect(readYamlText(text)).toEqual(nothing);
  });
});

describe('what is wrong', () => {
  test.each([
    ['[]', { kind: 'wrong-value', key: '', line: 1 }],
    ['{\n"deployment": {} }', { kind: 'unknown-key', key: 'deployment', line: 2 }],
    ['{ "__proto__": {} }', { kind: 'unknown-key', key: '__proto__', line: 1 }],
    ['{ "deployments": {},\n"deployments": {} }', { kind: 'repeated-key', key: 'deployments', line: 2 }],
    ['{ "deployments": [] }', { kind: 'wrong-value', key: 'deployments', line: 1 }],
    ['{ "deployments": null }', { kind: 'wrong-value', key: 'deployments', line: 1 }],
    ['{ "deployments": {\n"chat": 4 } }', { kind: 'wrong-value', key: 'deployments["chat"]', line: 2 }],
    ['{ "deployments": { "chat": "" } }', { kind: 'wrong-value', key: 'deployments["chat"]', line: 1 }],
    ['{ "deployments": { "": "o1" } }', { kind: 'wrong-value', key: 'deployments[""]', line: 1 }],
    ['{ "deployments": { "a": "o1",\n"a": "o1" } }', { kind: 'repeated-key', key: 'a', line: 2 }],
  ])('%j is named with its line', (text, fault) => {
    expect(readText(text)).toMatchObject({ kind: 'wrong', fault });
  });

  test.each([
    ['deployments:\n  chat: 4\n', { kind: 'wrong-value', key: 'deployments["chat"]', line: 2 }],
    ['deployments:\n  chat: &c o1\n  talk: *c\n', { kind: 'wrong-value', key: 'deployments["talk"]', line: 3 }],
    ['deployment:\n  chat: o1\n', { kind: 'unknown-key', key: 'deployment', line: 1 }],
    ['deployments: {}\n<<: {}\n', { kind: 'unknown-key', key: '<<', line: 2 }],
  ])('%j too', (text, fault) => {
    expect(readYamlText(text)).toMatchObject({ kind: 'wrong', fault });
  });

  test.each(['', '{', '{ "deployments": { } } {', "{ 'deployments': {} }", 'deployments: {}'])(
    '%j is no JSON',
    (text) => {
      expect(readText(text)).toBe('wrong');
    },
  );

  test.each(['a: b: c', 'a: [', '\t- a', 'a: 1\na: 2', 'a: 1\n---\nb: 2\n', '[a]: 1'])(
    '%j is no YAML of one object',
    (text) => {
      expect(readYamlText(text)).toBe('wrong');
    },
  );
});

test('the published schema knows exactly the keys that are read', () => {
  const file = new URL('../../packages/codemod/config.schema.json', import.meta.url);
  const schema = JSON.parse(readFileSync(file, 'utf8')) as { properties: object; additionalProperties: boolean };
  expect(Object.keys(schema.properties)).toEqual([...configurationKeys]);
  expect(schema.additionalProperties).toBe(false);
});
