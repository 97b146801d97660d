import { describe, expect, test } from 'vitest';
import { foundIn } from './found-in.ts';

const $schema = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#';
const type = 'Microsoft.CognitiveServices/accounts/deployments';
const deployment = (name: string, model: unknown) => ({
  type,
  name,
  properties: { model: { format: 'OpenAI', name: model } },
});
const template = (parts: object) => JSON.stringify({ $schema, contentVersion: '1.0.0.0', ...parts }, undefined, 1);
const modelsIn = (parts: object, others: Readonly<Record<string, string>> = {}) =>
  foundIn({ 'azuredeploy.json': template(parts), ...others }).map((line) => line.replace(/ \S+:\d+/, ''));

describe('a resource', () => {
  test('says the model of its deployment, at the line of the model', () => {
    const text = `{
  // The template of the team.
  "$schema": "${$schema}",
  "resources": [
    { "type": "${type}", "name": "contoso/chat",
      "properties": { "model": { "name": "o3-mini" } } },
  ]
}`;
    expect(foundIn({ 'arm/main.json': text })).toEqual(['chat = o3-mini arm/main.json:6']);
  });

  test.each([
    ['in an object of resources', { resources: { chat: deployment('chat', 'o3-mini') } }],
    [
      'in its account',
      {
        resources: [
          {
            type: 'Microsoft.CognitiveServices/accounts',
            resources: [{ ...deployment('chat', 'o3-mini'), type: 'deployments' }],
          },
        ],
      },
    ],
    [
      'with the account joined to its name',
      { resources: [deployment("[concat(parameters('account'), '/chat')]", 'o3-mini')] },
    ],
    [
      'with the account formatted into its name',
      { resources: [deployment("[format('{0}/{1}', variables('account'), 'chat')]", 'o3-mini')] },
    ],
    [
      'in variables',
      { variables: { model: { id: 'o3-mini' } }, resources: [deployment('chat', "[variables('model').id]")] },
    ],
  ])('counts %s', (_, parts) => {
    expect(modelsIn(parts)).toEqual(['chat = o3-mini']);
  });

  test.each([
    [
      'a parameter without a default',
      { parameters: { model: { type: 'string' } }, resources: [deployment('chat', "[parameters('model')]")] },
    ],
    ['another call', { resources: [deployment("[concat('chat', uniqueString('a'))]", 'o3-mini')] }],
    ['a copy', { resources: [deployment('chat', "[variables('models')[copyIndex()]]")] }],
    [
      'another type',
      { resources: [{ ...deployment('chat', 'o3-mini'), type: 'Microsoft.CognitiveServices/accounts/raiPolicies' }] },
    ],
    ['a number for a model', { resources: [deployment('chat', 4)] }],
    ['another schema', { $schema: 'https://example.com/policy.json', resources: [deployment('chat', 'o3-mini')] }],
  ])('says nothing with %s', (_, parts) => {
    expect(modelsIn(parts)).toEqual([]);
  });
});

describe('a parameter', () => {
  const parts = {
    parameters: { model: { defaultValue: 'gpt-4o' } },
    resources: [deployment('chat', "[parameters('model')]")],
  };

  test('with a default is no fact', () => {
    expect(modelsIn(parts)).toEqual(['chat = gpt-4o ?']);
  });

  test('has the value of the parameter file', () => {
    const values = JSON.stringify({ parameters: { model: { value: 'o3-mini' } } });
    expect(modelsIn(parts, { 'azuredeploy.parameters.json': values })).toEqual(['chat = o3-mini ?']);
    expect(modelsIn(parts, { 'azuredeploy.parameters.json': '{' })).toEqual(['chat = gpt-4o ?']);
  });
});

test('a template inside a template gets what is given to it', () => {
  const inner = {
    parameters: { model: { defaultValue: 'gpt-4o' } },
    resources: [deployment('chat', "[parameters('model')]")],
  };
  const nested = (parameters: object) => ({
    resources: [{ type: 'Microsoft.Resources/deployments', properties: { parameters, template: inner } }],
  });
  expect(modelsIn(nested({ model: { value: 'o3-mini' } }))).toEqual(['chat = o3-mini']);
  expect(modelsIn(nested({}))).toEqual(['chat = gpt-4o ?']);
  expect(
    modelsIn({
      ...nested({ model: { value: "[parameters('model')]" } }),
      parameters: { model: { defaultValue: 'o1' } },
    }),
  ).toEqual(['chat = o1 ?']);
});

test.each([
  '[]',
  'null',
  '{',
  '',
  '{"$schema": "deploymentTemplate.json"}',
  '{"$schema": "deploymentTemplate.json", "resources": "none"}',
])('the file %j says nothing', (text) => {
  expect(foundIn({ 'azuredeploy.json': text })).toEqual([]);
});
