import { applyEdits, rangesCollide } from '@azure-openai-v1/core';
import { testDoublesOf } from '@azure-openai-v1/javascript';
import { parseModule } from '@azure-openai-v1/javascript/parse';
import { findModuleMocks, findRequestDouble, moduleMocks, requestDoubles } from '@azure-openai-v1/knowledge';
import { describe, expect, test } from 'vitest';
import { ruleFixtures } from './driver/fixture.ts';
import { migrate } from './driver/migrate.ts';

/** The text after review edits, and the findings of the rule. */
function change(text: string, path = 'some.test.js') {
  const { found, text: after } = migrate(path, text, {}, true);
  return { after, found: found.filter(({ rule }) => rule === 'no-legacy-test-double') };
}

function doublesOf(text: string, path = 'some.test.js') {
  const parsed = parseModule(path, text);
  if (parsed.kind === 'syntax-error') throw new Error(parsed.message);
  return testDoublesOf(parsed.module);
}

describe('every function that replaces a module', () => {
  const calls: Readonly<Record<string, (callee: string) => string>> = {
    factory: (callee) => `${callee}('openai', () => ({ AzureOpenAI: class {} }));`,
    exports: (callee) => `${callee}('openai', { AzureOpenAI: class {} });`,
    options: (callee) => `${callee}('openai', { namedExports: { AzureOpenAI: class {} } });`,
    modules: (callee) => `${callee}('./chat', { openai: { AzureOpenAI: class {} } });`,
    member: (callee) => `${callee}(sdk, 'AzureOpenAI');`,
  };

  test.each(moduleMocks.map((row) => [row.module, row.name, row.form] as const))(
    '%s: %s (%s)',
    (module, name, form) => {
      expect(findModuleMocks(module, name)).toContain(form);
      const [root = '', ...rest] = name.split('.');
      const callee = name === '' ? 'library' : name;
      const start = name === '' ? `import library from '${module}';` : `import { ${root} } from '${module}';`;
      const call = calls[form]?.(root === 'context' ? ['t', ...rest].join('.') : callee) ?? '';
      const text =
        root === 'context'
          ? `import test from '${module}';\nimport * as sdk from 'openai';\ntest('one', (t) => {\n  ${call}\n});\n`
          : `${start}\nimport * as sdk from 'openai';\n${call}\n`;
      const { after, found } = change(text);
      expect(found.map(({ grade }) => grade)).toEqual(['review']);
      expect(after).toBe(text.replace('AzureOpenAI', 'OpenAI'));
    },
  );

  test.each(['vi', 'jest'])('%s as a global', (name) => {
    expect(change(`${name}.mock('openai', () => ({ AzureOpenAI: class {} }));\n`).after).toContain(
      '{ OpenAI: class {} }',
    );
  });

  test('newer options of node:test, and a default export apart', () => {
    const mock = (options: string) =>
      change(`import { mock } from 'node:test';\nmock.module('openai', { ${options} });\n`).found.map(
        ({ grade }) => grade,
      );
    expect(mock('exports: { AzureOpenAI: class {} }')).toEqual(['review']);
    expect(mock('namedExports: { AzureOpenAI: class {} }, defaultExport: class {}')).toEqual(['manual']);
    expect(mock('namedExports: { APIError: class {} }')).toEqual([]);
  });
});

test('many mocks in one file are left to a person', () => {
  const mocks = (count: number) => "vi.doMock('openai', () => ({ AzureOpenAI: class {} }));\n".repeat(count);
  expect(new Set(change(mocks(100)).found.map(({ grade }) => grade))).toEqual(new Set(['review']));
  expect(new Set(change(mocks(101)).found.map(({ grade }) => grade))).toEqual(new Set(['manual']));
});

test('many assertions in one test change one by one', () => {
  const line = "  expect(url).toContain('/openai/deployments/notes/embeddings');\n";
  const text = (count: number) => `test('one', () => {\n${line.repeat(count)}});\n`;
  const editsOf = (count: number) => doublesOf(text(count)).mocks.map(({ edits }) => edits.length);
  expect(editsOf(2)).toEqual([2, 2]);
  expect(new Set(editsOf(101))).toEqual(new Set([1]));
  expect(change(text(101)).after).not.toContain('deployments');
});

describe('every library that answers requests', () => {
  test.each(requestDoubles.map((row) => [row.module, row] as const))('%s', (module, { methods, url }) => {
    expect(findRequestDouble(module)?.url).toBe(url);
    for (const method of methods.length > 0 ? methods : ['post']) {
      const path = "'/openai/deployments/notes/embeddings'";
      const argument = url === 'argument' ? path : `{ path: ${path} }`;
      const text = `import library from '${module}';\nlibrary('https://larkspur.openai.azure.com').${method}(${argument});\n`;
      const { found } = change(text);
      expect(found.map(({ messageId }) => messageId)).toEqual([module === 'msw' ? 'requestManual' : 'request']);
    }
  });

  test('answers nothing where another method takes the path', () => {
    const use = (call: string) =>
      change(`import nock from 'nock';\nnock('https://a.openai.azure.com').${call};\n`).found;
    expect(use("get('/v1').reply(200, '/openai/deployments/notes/embeddings')")).toEqual([]);
    expect(use("get('/openai/deployments/notes/embeddings')")).toHaveLength(1);
  });
});

describe('a manual mock in __mocks__', () => {
  const path = 'src/__mocks__/openai.js';

  test.each([
    ['export class AzureOpenAI {}\n', 'export class OpenAI {}\n'],
    ['export const AzureOpenAI = jest.fn();\n', 'export const OpenAI = jest.fn();\n'],
    ['class Fake {}\nexport { Fake as AzureOpenAI };\n', 'class Fake {}\nexport { Fake as OpenAI };\n'],
    ['class AzureOpenAI {}\nexport { AzureOpenAI };\n', 'class AzureOpenAI {}\nexport { AzureOpenAI as OpenAI };\n'],
    ['module.exports = { AzureOpenAI: jest.fn() };\n', 'module.exports = { OpenAI: jest.fn() };\n'],
    ['exports.AzureOpenAI = jest.fn();\n', 'exports.OpenAI = jest.fn();\n'],
    ['module.exports.AzureOpenAI = jest.fn();\n', 'module.exports.OpenAI = jest.fn();\n'],
    [
      'class Fake {}\nexport { Fake as OpenAI, Fake as AzureOpenAI };\nexport default Fake;\n',
      'class Fake {}\nexport { Fake as OpenAI };\nexport default Fake;\n',
    ],
    [
      'export class AzureOpenAI {}\nexport const made = { AzureOpenAI, one: new AzureOpenAI() };\n',
      'export class OpenAI {}\nexport const made = { AzureOpenAI: OpenAI, one: new OpenAI() };\n',
    ],
  ])('%s', (before, after) => {
    expect(change(before, path).after).toBe(after);
    expect(change(before, '__mocks__/openai/index.js').after).toBe(after);
    expect(change(before, 'src/openai.js').found).toEqual([]);
  });

  test.each([
    'export class AzureOpenAI {}\nexport class OpenAI {}\n',
    'class Fake {}\nexport class AzureOpenAI {}\nexport default Fake;\n',
    'module.exports = class {};\nmodule.exports.AzureOpenAI = class {};\n',
    'const OpenAI = 1;\nexport const AzureOpenAI = [OpenAI];\n',
  ])('%s is left to a person', (text) => {
    const { found, after } = change(text, path);
    expect(found.map(({ grade }) => grade)).toEqual(['manual']);
    expect(after).toBe(text);
  });
});

describe('what moves with the code under test', () => {
  test('is known where the code takes the class by its name', () => {
    const text = "vi.mock('openai', () => ({ default: class {}, AzureOpenAI: class {} }));\n";
    const [mock] = doublesOf(text).mocks;
    expect(mock?.edits).toEqual([]);
    expect(applyEdits(text, mock?.editsByName ?? [])).toBe(text.replace('AzureOpenAI', 'OpenAI'));
  });

  test('is unknown where the name means two things', () => {
    const both = "vi.mock('openai', () => ({ OpenAI: class {}, AzureOpenAI: class {} }));\n";
    expect(doublesOf(both).mocks.map(({ editsByName }) => editsByName)).toEqual([[]]);
  });

  test('names the modules that the tests load', () => {
    const text = `import { ask } from './ask.js';
const load = require('proxyquire');
const { embed } = load('../embed', { openai: { AzureOpenAI: class {} } });
export const later = () => import('./later.js');
`;
    expect(doublesOf(text).subjects).toEqual(['./ask.js', './later.js', 'proxyquire', '../embed']);
    expect(doublesOf("import './ask.js';\n").subjects).toEqual([]);
  });
});

test('a place is reported by one rule', () => {
  const fixtures = ruleFixtures.filter(({ rule }) => rule === 'no-legacy-test-double');
  for (const { name, file, text, options } of fixtures) {
    const { found } = migrate(file, text, options);
    const ours = found.filter(({ rule }) => rule === 'no-legacy-test-double');
    const others = found.filter(({ rule }) => rule !== 'no-legacy-test-double');
    const twice = others.filter(({ range }) => ours.some((one) => rangesCollide(one.range, range)));
    expect(twice, name).toEqual([]);
  }
});

test('variables that are made of each other come from nowhere, and soon', () => {
  const steps = Array.from({ length: 60 }, (_, index) => `a = b.f${String(index)}(a); b = a.g(b, a);`).join('\n');
  const text = `import { OpenAI } from 'openai';\nlet a = q(), b = a;\n${steps}\nexpect(a).toBe(b.mock('openai', a));\n// AzureOpenAI\n`;
  expect(change(text).found).toEqual([]);
});
