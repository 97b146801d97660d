import { describe, expect, test } from 'vitest';
import { takeOut, version } from './take-out.ts';

describe('what is taken out of vercel.json', () => {
  test.each([
    ['the first', `{ "env": { "${version}": "1", "A_B": "2" } }`, '{ "env": { "A_B": "2" } }'],
    ['the last', `{ "env": { "A_B": "2", "${version}": "1" } }`, '{ "env": { "A_B": "2" } }'],
    [
      'one between others',
      `{\n\t"env": {\n\t\t"A_B": "1",\n\t\t"${version}": "2",\n\t\t"C_D": "3"\n\t}\n}\n`,
      `{\n\t"env": {\n\t\t"A_B": "1",\n\t\t"C_D": "3"\n\t}\n}\n`,
    ],
    [
      'the last of several lines',
      `{\r\n  "env": {\r\n    "A_B": "1",\r\n    "${version}": "2"\r\n  }\r\n}`,
      `{\r\n  "env": {\r\n    "A_B": "1"\r\n  }\r\n}`,
    ],
    ['with a comma that stays', `{ "env": { "A_B": "1", "${version}": "2", } }`, '{ "env": { "A_B": "1", } }'],
    [
      'one that is set twice',
      `{ "env": { "${version}": "1", "A_B": "2", "${version}": "3" } }`,
      '{ "env": { "A_B": "2" } }',
    ],
    ['the only one', `{ "env": { "${version}": "1" }, "b": 1 }`, '{ "env": {}, "b": 1 }'],
    [
      'one of the build',
      `{ "build": { "env": { "${version}": "@secret", "A_B": "1" } } }`,
      '{ "build": { "env": { "A_B": "1" } } }',
    ],
  ])('%s', (_, before, after) => {
    expect(takeOut({ 'vercel.json': before }).after).toBe(after);
  });

  test('two neighbours together', () => {
    const { after } = takeOut(
      { 'vercel.json': `{ "env": { "A_B": "1", "${version}": "2", "OPENAI_API_VERSION": "3" } }` },
      [version, 'OPENAI_API_VERSION'],
    );
    expect(after).toBe('{ "env": { "A_B": "1" } }');
  });
});

describe('what is taken out of app.json', () => {
  test.each([
    [`{ "env": { "${version}": { "description": "x", "value": "1" }, "A_B": "2" } }`, '{ "env": { "A_B": "2" } }'],
    [
      `{ "environments": { "test": { "env": { "${version}": "1" } } } }`,
      '{ "environments": { "test": { "env": {} } } }',
    ],
  ])('%j', (before, after) => {
    expect(takeOut({ 'app.json': before }).after).toBe(after);
  });

  test('not what it holds for a mobile app', () => {
    const text = `{ "expo": { "extra": { "${version}": "1" } } }`;
    expect(takeOut({ 'app.json': text }).said).toEqual([
      `1 ${version} manual left: it stands in a form that is not edited`,
    ]);
  });
});

describe('templates of Azure Resource Manager', () => {
  const schema = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#';
  const template = (resource: unknown, more = {}) =>
    JSON.stringify({ $schema: schema, ...more, resources: [resource] }, undefined, 2);
  const site = (...settings: readonly unknown[]) => ({
    type: 'Microsoft.Web/sites',
    properties: { siteConfig: { appSettings: settings } },
  });
  const config = (properties: unknown, name = "[concat(parameters('site'), '/appsettings')]") => ({
    type: 'Microsoft.Web/sites/config',
    name,
    properties,
  });
  const other = { name: 'A_B', value: '1' };

  test.each([
    ['a list', site(other, { name: version, value: "[parameters('version')]" }), site(other)],
    ['a map', config({ A_B: '1', [version]: '2' }), config({ A_B: '1' })],
  ])('lose an application setting of %s', (_, before, after) => {
    expect(takeOut({ 'infra/main.json': template(before) }).after).toBe(template(after));
  });

  test.each([
    ['what goes to a container', { properties: { environmentVariables: [{ name: version, value: '1' }] } }],
    ['another map', config({ [version]: '1' }, 'site/connectionstrings')],
  ])('keep %s', (_, resource) => {
    const { after, said } = takeOut({ 'infra/main.json': template(resource) });
    expect(after).toBeUndefined();
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('left: it stands in a form that is not edited');
  });

  test('that are made from Bicep stay', () => {
    const text = template(site({ name: version, value: '1' }), { metadata: { _generator: { name: 'bicep' } } });
    expect(takeOut({ 'infra/main.json': text }).said[0]).toContain('left: this file is made from another one');
  });
});

describe('other JSON', () => {
  test.each([
    ['.vscode/launch.json', `// launch\n{ "configurations": [{ "env": { "${version}": "1" } }] }`],
    ['task.json', `{ "environment": [{ "name": "${version}", "value": "1" }] }`],
    ['list.json', `["${version}=1"]`],
  ])('%s is listed', (path, text) => {
    const { after, said } = takeOut({ [path]: text });
    expect(after).toBeUndefined();
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('left: it stands in a form that is not edited');
  });

  test.each([
    ['config/custom-environment-variables.json', `{ "version": "${version}" }`],
    ['turbo.json', `{ "globalEnv": ["${version}"] }`],
    ['infra/main.parameters.json', `{ "version": { "value": "\${${version}=2024-02-01}" } }`],
    ['package.json', `{ "scripts": { "start": "${version}=1 node ." } }`],
    ['broken.json', `{ "${version}": `],
  ])('%s may read it', (path, text) => {
    const { after, said } = takeOut({ '.env.example': `${version}=1\n`, [path]: text });
    expect(after).toBeUndefined();
    expect(said[0]).toBe(`1 ${version} manual kept: \`${path}\` still mentions it`);
  });

  test('a comment is no use, and stands in the way where it would go', () => {
    const text = (line: string) =>
      `{\n  // ${version} is for the desk\n  "env": {\n    "A_B": "1", // first\n${line}  }\n}\n`;
    const { after, said } = takeOut({ 'vercel.json': text(`    "${version}": "2"\n`) });
    expect(after).toBeUndefined();
    expect(said).toEqual([`5 ${version} manual left: a comment at it has to be read first`]);
  });
});
