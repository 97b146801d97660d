import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { configurationRules } from '@azure-openai-v1/configuration';
import { describe, expect, test } from 'vitest';
import { migrate } from './driver/migrate.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
/** The rules about files that are no code have pages of another kind. */
const otherPages = configurationRules.map(({ id }) => `${id}.md`);
const rulePages = readdirSync(`${root}docs/rules`)
  .filter((name) => !otherPages.includes(name))
  .map((name) => `docs/rules/${name}`);

/** A code block whose info string says what the tool makes of it: `ts before`, `ts after review`, `ts left`. */
interface Block {
  readonly file: string;
  readonly role: string;
  readonly words: readonly string[];
  readonly code: string;
}

describe.each(['README.md', ...rulePages])('%s', (page) => {
  const blocks = readBlocks(page);

  test('shows what the tool does', () => {
    expect(blocks.map(({ role }) => role)).not.toEqual([]);
    expect(blocks.filter(({ role }, index) => role === 'after' && blocks[index - 1]?.role !== 'before')).toEqual([]);
    expect(blocks.filter(({ role }, index) => role === 'before' && blocks[index + 1]?.role !== 'after')).toEqual([]);
  });

  test.each(pairsOf(blocks))('has the exact result of block $number', ({ before, after }) => {
    const deployments = Object.fromEntries(before.words.map((pair) => splitPair(pair)));
    const run = (review: boolean) => migrate(before.file, before.code, { deployments }, review).text;
    const isReview = after.words.includes('review');
    expect(run(isReview)).toBe(after.code);
    if (isReview) expect(run(false)).toBe(before.code);
  });

  test.each(blocks.filter(({ role }) => role === 'left' || role === 'clean'))(
    'leaves "$role" code as it is',
    (block) => {
      const { text, found } = migrate(block.file, block.code, {}, true);
      expect(text).toBe(block.code);
      expect(found.length > 0).toBe(block.role === 'left');
    },
  );
});

test('the rule pages name every reason that a message can give', () => {
  const pages = rulePages.map(read).join('\n');
  const files = [
    'client/client-concerns.ts',
    'request/request-concern.ts',
    'test-double/double-concern.ts',
    'types/type-concern.ts',
  ];
  const reasons = files.flatMap(readReasons);
  expect(reasons.length).toBeGreaterThan(40);
  expect(reasons.filter((reason) => !pages.includes(reason))).toEqual([]);
});

function readBlocks(page: string): readonly Block[] {
  const fences = read(page).matchAll(/^```(\w+) (before|after|left|clean)(?: (.*))?\n([\s\S]*?)^```$/gm);
  return [...fences].map(([, language = '', role = '', words = '', code = '']) => {
    return { file: `page.${language}`, role, words: words.split(' ').filter((word) => word !== ''), code };
  });
}

function pairsOf(blocks: readonly Block[]) {
  return blocks.flatMap((before, index) => {
    const after = blocks[index + 1];
    return before.role === 'before' && after ? [{ number: index + 1, before, after }] : [];
  });
}

function splitPair(pair: string): readonly [string, string] {
  const [name = '', model = ''] = pair.split('=');
  return [name, model];
}

/** The first clause of each reason, up to what it says about the code at hand. */
function readReasons(file: string): readonly string[] {
  const source = read(`packages/javascript/src/facts/${file}`);
  const rows = source.matchAll(/'(?:manual|review)',\s*(?:'((?:[^'\\]|\\.)*)'|"([^"]*)")/g);
  return [...rows].map(([, single, double]) => {
    const reason = single ?? double ?? '';
    const clause = reason.replaceAll("\\'", "'").split(';', 1)[0] ?? '';
    return (
      clause
        .replaceAll('{{detail}}', '…')
        .split(/(?<!^)[,(]/, 1)[0]
        ?.trimEnd() ?? ''
    );
  });
}

function read(path: string): string {
  return readFileSync(root + path, 'utf8');
}
