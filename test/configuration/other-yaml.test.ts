import { describe, expect, test } from 'vitest';
import { takeOut, version } from './take-out.ts';

describe('render.yaml', () => {
  const blueprint = (...lines: readonly string[]) =>
    `services:\n  - type: web\n    name: desk\n    runtime: node\n    envVars:\n      - key: A_B\n        value: 1\n${lines.map((line) => `      ${line}\n`).join('')}`;

  test.each([
    ['with a value', [`- key: ${version}`, '  value: 2024-10-21']],
    ['that is asked for', [`- key: ${version}`, '  sync: false']],
    [
      'from a service',
      [`- key: ${version}`, '  fromService:', '    name: other', '    type: web', '    property: host'],
    ],
    ['in one line', [`- { key: ${version}, value: '2' }`]],
    ['with its comment', ['# version of the API', `- key: ${version}`, '  value: 1', '']],
  ])('loses an item %s', (_, lines) => {
    const left = lines.filter((line) => line === '');
    const { after } = takeOut({ 'render.yaml': blueprint(...lines, '- key: C_D', '  value: 2') });
    expect(after).toBe(blueprint(...left, '- key: C_D', '  value: 2'));
  });

  test('keeps what goes to an image', () => {
    const text = blueprint(`- key: ${version}`, '  value: 1').replace('runtime: node', 'image: { url: a/b }');
    expect(takeOut({ 'render.yaml': text }).said).toEqual([
      `8 ${version} manual kept: it goes to a container image that is not built here (\`desk\`)`,
    ]);
  });

  test('keeps a group that nothing else is in', () => {
    const text = `envVarGroups:\n  - envVars:\n      - key: ${version}\n        value: 1\n`;
    expect(takeOut({ 'render.yaml': text }).said).toEqual([`3 ${version} manual left: nothing else stands around it`]);
  });
});

describe('other YAML', () => {
  const form = `manual left: it stands in a form that is not edited`;

  test.each([
    [
      'a manifest of Kubernetes',
      `spec:\n  containers:\n    - env:\n        - name: ${version}\n          value: '1'\n`,
      4,
    ],
    ['a map', `variables:\n  ${version}: 1\n`, 2],
    ['assignments', `env:\n  - ${version}=1\n`, 2],
    ['many documents', `a: 1\n---\nb:\n  ${version}: 1\n`, 4],
  ])('lists %s', (_, text, line) => {
    const { after, said } = takeOut({ 'deploy/app.yaml': text });
    expect(after).toBeUndefined();
    expect(said).toEqual([`${String(line)} ${version} ${form}`]);
  });

  test.each([
    ['a bare name', `required:\n  - ${version}\n`],
    ['a name without a value', `variables:\n  - name: ${version}\n    required: true\n`],
    ['a value', `apiVersion: ${version}\n`],
    ['a reference', `script: echo $${version}\n`],
    ['a map below it', `parameters:\n  ${version}:\n    type: string\n`],
  ])('takes %s for a use', (_, text) => {
    const { said } = takeOut({ '.env.example': `${version}=1\n`, 'deploy/app.yaml': text });
    expect(said).toEqual([`1 ${version} manual kept: \`deploy/app.yaml\` still mentions it`]);
  });

  test('counts what does not parse, such as a template, as a possible use', () => {
    const text = `{{- if .Values.a }}\n- name: ${version}\n{{- end }}\n`;
    const { after, said } = takeOut({ '.env.example': `${version}=1\n`, 'chart/app.yaml': text });
    expect(after).toBeUndefined();
    expect(said).toEqual([
      `1 ${version} manual kept: \`chart/app.yaml\` still mentions it`,
      `2 ${version} manual kept: this file does not parse`,
    ]);
  });
});
