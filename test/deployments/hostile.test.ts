import { readDeploymentList, readConfiguration, readJson } from '@azure-openai-v1/deployments';
import { readYaml } from '@azure-openai-v1/deployments/yaml';
import { describe, expect, test } from 'vitest';
import { foundIn } from './found-in.ts';

/** What somebody may repeat to make a reader slow, deep or endless. */
const pieces = [
  ...['[', '{', '(', '[{', ']', '}', '/*', '//', '#', "'", '"', "'''", '\\', '"\\', "'${", '"${', '"%{', '<<EOF\n'],
  ...[
    '\n',
    '\r',
    '\0',
    '\uFEFF',
    '\u2028',
    'a\n',
    'a.',
    'a[',
    'a = ',
    'a: ',
    'a {\n',
    'if(a) ',
    '...',
    '@a(',
    '?',
    '\n\n?',
  ],
  ...['[for x in ', '[for x in y: ', 'var x = x\n', 'param a string\n', 'locals {\n a = local.a\n}\n', 'jsonencode('],
  "module a 'm.bicep' = { params: { x: x } }\n",
  'module "m" {\n source = "./"\n x = var.x\n}\n',
  "resource a 'Microsoft.CognitiveServices/accounts/deployments@1' = [for x in [x, x]: ",
];

const bytes = 64 * 1024;
const repeated = (piece: string) => piece.repeat(Math.ceil(bytes / piece.length));

describe.each(pieces)('%j over and over', (piece) => {
  test.each(['m.bicep', 'm.bicepparam', 'm.tf', 'm.tfvars', 'azuredeploy.json', 'm.parameters.json'])(
    'in %s says nothing',
    (path) => {
      expect(foundIn({ [path]: repeated(piece) })).toEqual([]);
    },
  );

  test('as a configuration or a list is wrong or empty', () => {
    const file = { path: 'file', text: repeated(piece) };
    for (const reading of [readJson(file), readJson(file, true), readYaml(file)]) {
      if (reading.kind === 'wrong') continue;
      const configuration = readConfiguration(reading.value);
      expect(configuration.kind === 'wrong' || configuration.deployments.length === 0).toBe(true);
      expect(readDeploymentList(reading.value).kind).toBe('wrong');
    }
  });
});

test('a line of nothing but list marks, which ends the process of a YAML reader, is wrong', () => {
  expect(readYaml({ path: 'file', text: repeated('- ') }).kind).toBe('wrong');
});

test('many modules that hand a value round end', () => {
  const round = Array.from(
    { length: 200 },
    (_, index) => `module m${String(index)} 'm.bicep' = { params: { a: b, b: a } }\n`,
  );
  const resource =
    "resource d 'Microsoft.CognitiveServices/accounts/deployments@1' = { name: a, properties: { model: { name: b } } }\n";
  expect(
    foundIn({ 'm.bicep': `${round.join('')}param a string = 'x'\nparam b string = 'y'\n${resource.repeat(50)}` }),
  ).toEqual([]);
});

test('a loop in a loop in a loop ends', () => {
  const list = `[${'{ name: a, model: { name: a } }\n'.repeat(500)}]`;
  const loops =
    "resource d 'Microsoft.CognitiveServices/accounts/deployments@1' = [for x in l: { name: x.name, properties: { model: x.model } }]\n";
  expect(foundIn({ 'm.bicep': `var l = ${list}\nvar a = b\nvar b = c\nvar c = a\n${loops.repeat(200)}` })).toEqual([]);
});
