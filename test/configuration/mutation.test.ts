import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { takeOut, version } from './take-out.ts';

const numRuns = process.env['AZURE_OPENAI_V1_FUZZ'] === '1' ? 50_000 : 1_000;

test('whatever is cut out of or put into a text, no edit changes what it says beside the variable', () => {
  const seeds = [
    [
      'compose.yml',
      `x-a: &a\n  ${version}: 1\n  A_B: 2\nservices:\n  web:\n    build: { args: [${version}, C_D] }\n    environment:\n      <<: *a\n      ${version}: >\n        x\n      # note\n      C_D: 1\n`,
    ],
    [
      'render.yaml',
      `services:\n  - name: a\n    envVars:\n      - key: ${version}\n        sync: false\n      - { key: A_B, value: 1 }\n`,
    ],
    ['vercel.json', `{\n  "env": { "A_B": "1", "${version}": "2" },\n  "build": { "env": { "${version}": "3" } }\n}\n`],
  ] as const;
  const pieces = fc.constantFrom(
    '',
    ' ',
    '  ',
    '\n',
    '#',
    ':',
    '-',
    '{',
    '}',
    '[',
    ']',
    ',',
    '"',
    "'",
    '&b ',
    '*a',
    '!t ',
    '|',
    `${version}: 3`,
    '\t',
  );
  fc.assert(
    fc.property(fc.constantFrom(...seeds), fc.nat(), fc.nat(8), pieces, ([path, seed], at, length, piece) => {
      const start = at % seed.length;
      const text = seed.slice(0, start) + piece + seed.slice(start + length);
      const { after } = takeOut({ [path]: text });
      if (after === undefined) return;
      const before = read(path, text);
      if (before !== undefined) expect(read(path, after)).toEqual(before);
    }),
    { numRuns },
  );
});

/** What a text says; undefined where it cannot be said, as with an alias within its own anchor. */
function read(path: string, text: string): unknown {
  try {
    return prune(
      path === 'vercel.json' ? JSON.parse(text) : parse(text, { uniqueKeys: false, merge: true, logLevel: 'silent' }),
    );
  } catch {
    return undefined;
  }
}

/** Data without the variable, and without what is empty then. */
function prune(data: unknown): unknown {
  if (Array.isArray(data)) {
    return data
      .filter((item) => !(typeof item === 'string' && item.split('=')[0] === version) && !isLabelled(item))
      .map(prune);
  }
  if (typeof data !== 'object' || data === null) return data;
  const entries = Object.entries(data).filter(([key]) => key !== version);
  return Object.fromEntries(
    entries.map(([key, item]) => [key, prune(item)] as const).filter(([, item]) => !isEmpty(item)),
  );
}

function isLabelled(item: unknown): boolean {
  return typeof item === 'object' && item !== null && 'key' in item && item.key === version;
}

function isEmpty(item: unknown): boolean {
  return typeof item === 'object' && item !== null && Object.keys(item).length === 0;
}
