import { readDeploymentList, readJson } from '@azure-openai-v1/deployments';
import { expect, test } from 'vitest';

const read = (value: unknown) => {
  const reading = readJson({ path: 'file', text: JSON.stringify(value, undefined, 1) });
  return reading.kind === 'read' ? readDeploymentList(reading.value) : reading.kind;
};

/** An entry as `az cognitiveservices account deployment list -o json` prints it, shortened. */
const entry = (name: string, model: string) => ({
  etag: '"00000000-0000-0000-0000-000000000000"',
  id: `/subscriptions/0/resourceGroups/g/providers/Microsoft.CognitiveServices/accounts/contoso/deployments/${name}`,
  name,
  properties: {
    capabilities: { chatCompletion: 'true' },
    model: { callRateLimit: null, format: 'OpenAI', name: model, source: null, version: '2025-01-31' },
    provisioningState: 'Succeeded',
  },
  resourceGroup: 'g',
  sku: { capacity: 10, name: 'GlobalStandard' },
  type: 'Microsoft.CognitiveServices/accounts/deployments',
});

test('a list gives each deployment with its line', () => {
  const deployments = [
    { name: 'chat', model: 'o3-mini', line: 5 },
    { name: 'reasoner', model: 'DeepSeek-R1', line: 30 },
  ];
  const list = [entry('chat', 'o3-mini'), entry('reasoner', 'DeepSeek-R1')];
  const found = read(list);
  expect(found).toMatchObject({ kind: 'read', deployments: deployments.map(({ name, model }) => ({ name, model })) });
  expect(typeof found === 'object' && found.kind === 'read' && found.deployments[0]?.line).toBe(5);
  expect(read({ value: list, nextLink: null })).toMatchObject({
    kind: 'read',
    deployments: [{ name: 'chat' }, { name: 'reasoner' }],
  });
});

test('one deployment is a list of one, and none is a list of none', () => {
  expect(read(entry('chat', 'o3-mini'))).toEqual({
    kind: 'read',
    deployments: [{ name: 'chat', model: 'o3-mini', line: 4 }],
  });
  expect(read(entry('contoso/chat', 'o3-mini'))).toMatchObject({ deployments: [{ name: 'chat' }] });
  expect(read([])).toEqual({ kind: 'read', deployments: [] });
  expect(read({ value: [] })).toEqual({ kind: 'read', deployments: [] });
});

test.each([
  [{}, 1],
  ['chat', 1],
  [null, 1],
  [[entry('chat', 'o1'), null], 26],
  [[{ name: 'contoso', kind: 'OpenAI', properties: { endpoint: 'https://contoso.openai.azure.com/' } }], 2],
  [[{ name: 'chat', properties: { model: 'o1' } }], 2],
  [{ error: { code: 'AuthorizationFailed' } }, 1],
])('%j is something else', (value, line) => {
  expect(read(value)).toEqual({ kind: 'wrong', line });
});
