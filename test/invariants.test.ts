import { applyEdits } from '@azure-openai-v1/core';
import { parseModule } from '@azure-openai-v1/javascript/parse';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ruleFixtures } from './driver/fixture.ts';
import { listClients } from './driver/clients.ts';
import { migrate } from './driver/migrate.ts';
import { listComments } from './driver/variant.ts';

const fixtures = ruleFixtures.filter(({ text }) => !/^\uFEFF|^#!|\r/.test(text));
const fixture = fc.constantFrom(...fixtures);

describe('what stands around the code', () => {
  const words = fc
    .string({ unit: 'grapheme', maxLength: 30 })
    .filter((text) => !/[\n\r\u2028\u2029]|\*\/|@flow/.test(text));
  const line = fc.oneof(
    fc.constant(''),
    words.map((text) => `// ${text}`),
    words.map((text) => `/* ${text}\n */`),
    fc.constant("// import { AzureOpenAI } from 'openai'; new AzureOpenAI({ apiVersion: '2024-10-21' })"),
  );
  const lines = fc.array(line, { maxLength: 4 }).map((texts) => texts.map((text) => `${text}\n`).join(''));

  test('stays, and changes nothing', () => {
    const property = fc.property(fixture, lines, lines, ({ file, text, options }, top, bottom) => {
      const whole = text.endsWith('\n') ? text : `${text}\n`;
      expect(migrate(file, top + whole + bottom, options).text).toBe(top + migrate(file, whole, options).text + bottom);
    });
    fc.assert(property, { numRuns: 300 });
  });
});

describe('a comment between any two tokens', () => {
  const plain = fc.constantFrom(...fixtures.filter(({ file }) => !file.endsWith('x')));

  test('survives safe edits, and the result is settled', () => {
    const property = fc.property(plain, fc.nat(), ({ file, text, options }, place) => {
      const { range, text: comment } = commentAt(file, text, place);
      const before = applyEdits(text, [{ range, text: comment }]);
      const after = migrate(file, before, options, false).text;
      const kept = listComments(file, after).filter((found) => found === 'kept');
      expect(kept, `${before}\nbecame\n${after}`).toHaveLength(1);
    });
    fc.assert(property, { numRuns: 500 });
  });
});

describe('a client that was AzureOpenAI', () => {
  const clients = ruleFixtures.filter(({ rule }) => rule === 'no-azure-openai-client');

  test.each(clients.map((one) => [one.name, one] as const))(
    'has a baseURL afterwards: %s',
    (_, { file, text, options }) => {
      const before = listClients(file, text.replace('\uFEFF', ''));
      const after = listClients(file, migrate(file, text.replace('\uFEFF', ''), options).text);
      expect(after).toHaveLength(before.length);
      const migrated = after.filter((client, index) => before[index]?.isAzure === true && !client.isAzure);
      expect(migrated.filter(({ hasBaseURL }) => !hasBaseURL)).toEqual([]);
    },
  );
});

function commentAt(file: string, text: string, place: number): Parameters<typeof applyEdits>[1][number] {
  const parsed = parseModule(file, text);
  if (parsed.kind === 'syntax-error') throw new Error(parsed.message);
  const tokens = parsed.module.ast.tokens ?? [];
  const start = tokens[place % tokens.length]?.range[0] ?? 0;
  return { range: { start, end: start }, text: '/* kept */ ' };
}
