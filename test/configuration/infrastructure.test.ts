import { describe, expect, test } from 'vitest';
import { takeOut, version } from './take-out.ts';

const bicep = 'infra/main.bicep';
const terraform = 'infra/main.tf';

describe('Bicep', () => {
  const settings = (name: string, open: string, close: string) => (entries: string) =>
    `resource site 'Microsoft.Web/sites@2023-01-01' = {\n  name: 'desk'\n  properties: {\n    siteConfig: {\n      ${name}: ${open}\n${entries}      ${close}\n    }\n  }\n}\n`;
  const list = settings('appSettings', '[', ']');
  const map = settings('appSettings', '{', '}');

  test.each([
    ['an entry', map, `        ${version}: apiVersion\n`],
    ['an entry with quotes', map, `        '${version}': '\${a}-\${'b'}'\n`],
    ['an entry with a long string', map, `        ${version}: '''\n2024\n'''\n`],
    ['an entry with a comment behind it', map, `        ${version}: apiVersion // the latest\n`],
    ['an entry with its comment', map, `        // ${version}: see the portal\n        ${version}: apiVersion\n`],
    ['an object', list, `        {\n          name: '${version}'\n          value: apiVersion\n        }\n`],
    ['an object in one line', list, `        { name: '${version}', value: apiVersion }\n`],
  ])('loses %s', (_, text, lines) => {
    const other = text === map ? '        A_B: 1\n' : "        { name: 'A_B', value: '1' }\n";
    expect(takeOut({ [bicep]: text(lines + other) }).after).toBe(text(other));
    expect(takeOut({ [bicep]: text(other + lines) }).after).toBe(text(other));
    expect(takeOut({ [bicep]: text(lines) }).after).toBe(text(''));
  });

  test('loses an entry of a module and of a call', () => {
    const module = (line: string) =>
      `module settings 'app.bicep' = {\n  params: {\n    name: 'appsettings'\n    properties: {\n      A_B: 1\n${line}    }\n  }\n}\n`;
    expect(takeOut({ [bicep]: module(`      ${version}: v\n`) }).after).toBe(module(''));
    const call = settings('appSettings', 'union({', '}, more)');
    expect(takeOut({ [bicep]: call(`        ${version}: v\n`) }).after).toBe(call(''));
  });

  test.each([
    [
      'an expression that goes on',
      map(`        ${version}: isNew\n          ? 'a'\n          : 'b'\n        A_B: 1\n`),
      'left: it shares a line with something else',
    ],
    [
      'an object beside another',
      list(`        { name: '${version}', value: 1 }, { name: 'A_B', value: 2 }\n`),
      'left: it shares a line with something else',
    ],
    [
      'a map in one line',
      settings('appSettings', '{', `A_B: 1, ${version}: v }`)(''),
      'left: it shares a line with something else',
    ],
    [
      'what goes to a container',
      settings('env', '[', ']')(`        { name: '${version}', value: v }\n`),
      'kept: it goes to a container image that is not built here (`env`)',
    ],
    ['tags', settings('tags', '{', '}')(`        ${version}: v\n`), 'left: it stands in a form that is not edited'],
    ['an output', `output ${version} string = apiVersion\n`, 'left: it stands in a form that is not edited'],
    ['a text that does not end', map(`        ${version}: 'a\n`), 'kept: this file does not parse'],
    ['brackets that do not match', `a: {\n  ${version}: [\n}\n`, 'kept: this file does not parse'],
  ])('keeps %s', (_, text, words) => {
    const { after, said } = takeOut({ [bicep]: text });
    expect(after).toBeUndefined();
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(words);
  });

  test.each([
    ['a parameter', `param ${version} string\n`],
    ['a read', `var v = appSettings.${version}\n`],
    ['a variable of the deployment', `param v = readEnvironmentVariable('${version}')\n`],
  ])('takes %s for a use', (_, text) => {
    const { said } = takeOut({ '.env.example': `${version}=1\n`, [bicep]: text });
    expect(said).toEqual([`1 ${version} manual kept: \`${bicep}\` still mentions it`]);
  });
});

describe('Terraform', () => {
  const map = (entries: string, name = 'app_settings') =>
    `resource "azurerm_linux_web_app" "desk" {\n  name = "desk" # web\n  ${name} = {\n${entries}  }\n}\n`;

  test.each([
    ['an entry', `    ${version} = var.api_version\n`],
    ['an entry with quotes and a comma', `    "${version}" = "\${var.a["b"]}-%{if x}y%{endif}",\n`],
    ['an entry with a comment behind it', `    "${version}" : 1 # the latest\n`],
    ['an entry with a here-document', `    ${version} = <<-END\n      A_B = {\n    END\n`],
    ['an entry with its comment', `    # ${version}: see the portal\n    ${version} = 1\n`],
  ])('loses %s', (_, lines) => {
    expect(takeOut({ [terraform]: map(`    "A_B" = 1\n${lines}`) }).after).toBe(map('    "A_B" = 1\n'));
    expect(takeOut({ [terraform]: map(`${lines}    "A_B" = 1\n`) }).after).toBe(map('    "A_B" = 1\n'));
  });

  test.each([
    [
      'a block for a container',
      `resource "a" "b" {\n  env {\n    name  = "${version}"\n    value = "1"\n  }\n}\n`,
      'kept: it goes to a container image that is not built here (`env`)',
    ],
    [
      'variables of a function',
      map(`    ${version} = 1\n`, 'variables'),
      'left: it stands in a form that is not edited',
    ],
    ['an output', `output "${version}" {\n  value = 1\n}\n`, 'left: it stands in a form that is not edited'],
    ['a map in one line', `app_settings = { A_B = 1, ${version} = 2 }\n`, 'left: it shares a line with something else'],
    [
      'a here-document that does not end',
      `app_settings = {\n  ${version} = <<END\n}\n`,
      'kept: this file does not parse',
    ],
  ])('keeps %s', (_, text, words) => {
    const { after, said } = takeOut({ [terraform]: text });
    expect(after).toBeUndefined();
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(words);
  });

  test('takes a declared variable and a mention in a text for uses', () => {
    for (const text of [`variable "${version}" {}\n`, `command = "echo $${version}"\n`]) {
      const { said } = takeOut({ '.env.example': `${version}=1\n`, [terraform]: text });
      expect(said).toEqual([`1 ${version} manual kept: \`${terraform}\` still mentions it`]);
    }
  });
});
