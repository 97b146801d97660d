import { describe, expect, test } from 'vitest';
import { migrate } from './driver/migrate.ts';

const findingsOf = (file: string, text: string) =>
  migrate(file, text, {}, true).found.map(({ range }) => text.slice(range.start, range.end));

describe('JSDoc types that nobody writes', () => {
  test.each([
    ['braces that never end', '\n * @type {AzureOpenAI '.repeat(40_000)],
    ['quotes that never end', `\n * @type {${"\\'".repeat(900)}AzureOpenAI}`.repeat(500)],
    ['imports that never end', '\n * @import AzureOpenAI from '.repeat(40_000)],
    ['stars', `${'*'.repeat(400_000)}@type {AzureOpenAI}`],
  ])('%s take no time', (_, words) => {
    expect(findingsOf('a.js', `import { OpenAI } from 'openai';\n/**${words} */\n`)).toEqual([]);
  });

  test('many comments take no time', () => {
    const text = `/** @type {import('openai').AzureOpenAI} */\nlet a;\n`.repeat(3000).replaceAll('let a', 'var a');
    expect(findingsOf('a.js', text)).toEqual(['AzureOpenAI']);
  });
});

describe('names in JSDoc types', () => {
  test.each([
    ['Array<import("openai").AzureOpenAI>', 1],
    ["Array.<import( 'openai' ).AzureOpenAI>", 1],
    ["import('openai').AzureOpenAI | null", 1],
    ["?import('openai').AzureOpenAI=", 1],
    ["function(import('openai').AzureOpenAI): void", 1],
    ["{ a: import('openai').AzureOpenAI, b: 'import(openai).AzureOpenAI' }", 1],
    ["import('openai').OpenAI.AzureOpenAI", 0],
    ["import('other').AzureOpenAI", 0],
    ["import('openai').AzureOpenAI.Chat", 0],
    ['"import(\'openai\').AzureOpenAI"', 0],
    ["import('openai').AzureOpenAIClient", 0],
  ])('{%s}: %i', (type, count) => {
    const text = `/** @param {${type}} a */\nexport const f = (a) => a;\n`;
    expect(findingsOf('a.js', text)).toHaveLength(count);
  });
});
