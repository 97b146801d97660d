import { applyEdits } from '@azure-openai-v1/core';
import { describe, expect, test } from 'vitest';
import { editLiteral } from '../packages/codemod/src/project/packages/bump/edit-literal.ts';
import { raiseRange } from '../packages/codemod/src/project/packages/bump/raise-range.ts';
import type { Literal } from '../packages/codemod/src/project/packages/literal.ts';

describe('a range', () => {
  test.each([
    ['^4.20.0', '^5.18.0', '5.18.0'],
    ['^5.0.0', '^5.18.0', '5.18.0'],
    ['^4', '^5.18.0', '5.18.0'],
    ['^ 4.20', '^ 5.18.0', '5.18.0'],
    ['^5.0.0-beta.1', '^5.18.0', '5.18.0'],
    // What admits nothing newer must not be a release that sends keys with the wrong header.
    ['~4.20.0', '~5.19.1', '5.19.1'],
    ['~>4.20', '~>5.19.1', '5.19.1'],
    ['4.104.0', '5.19.1', '5.19.1'],
    ['=4.104.0', '=5.19.1', '5.19.1'],
    ['v4.104.0', 'v5.19.1', '5.19.1'],
    ['>=4.20.0', '>=5.18.0 <6', '5.18.0'],
    ['>= 4', '>= 5.18.0 <6', '5.18.0'],
    ['4', '^5.18.0', '5.18.0'],
    ['4.x', '^5.18.0', '5.18.0'],
    ['4.20.X', '^5.18.0', '5.18.0'],
    ['5.*', '^5.18.0', '5.18.0'],
  ])('%s becomes %s', (range, raised, lowest) => {
    expect(raiseRange(range)).toEqual({ range: raised, lowest });
  });

  test.each(['^4.20.0 || ^5.0.0', '>=4.20.0 <5', '4.20.0 - 4.90.0', '>4.20.0', '<5', '*', 'x', '', 'latest'])(
    '%j is left to a person',
    (range) => {
      expect(raiseRange(range)).toBeUndefined();
    },
  );
});

describe('the edit of a literal', () => {
  const edited = (text: string, literal: Pick<Literal, 'format' | 'keys' | 'text'>, replacement = '^5.18.0') => {
    const edit = editLiteral(text, { path: 'file', ...literal }, replacement);
    return edit && applyEdits(text, [edit]);
  };
  const inJson = { format: 'json', keys: ['dependencies', 'openai'], text: '^4.20.0' } as const;
  const inYaml = { format: 'yaml', keys: ['catalog', 'openai'], text: '^4.20.0' } as const;

  test.each([
    ['spaces', '{\n  "dependencies": {\n    "openai": "^4.20.0",\n    "zod": "^3.0.0"\n  }\n}\n'],
    ['tabs and the line ends of Windows', '{\r\n\t"dependencies":\t{\r\n\t\t"openai" :  "^4.20.0"\r\n\t}\r\n}'],
    ['one line', '{"devDependencies":{"openai":"^4.20.1"},"dependencies":{"openai":"^4.20.0"}}'],
    ['escaped letters elsewhere', '{"name":"\\u00e9","dependencies":{"openai":"^4.20.0"},"openai":"^4.20.0 "}'],
  ])('in a package.json with %s changes nothing else', (_, text) => {
    const place = text.lastIndexOf('"^4.20.0"');
    expect(edited(text, inJson)).toBe(`${text.slice(0, place)}"^5.18.0"${text.slice(place + 9)}`);
  });

  test.each([
    ['the key is doubled', '{"dependencies":{"openai":"^4.20.0","openai":"^4.20.0"}}'],
    ['its owner is doubled', '{"dependencies":{"openai":"^4.20.0"},"dependencies":{"openai":"^4.20.0"}}'],
    ['it has another text by now', '{"dependencies":{"openai":"^4.21.0"}}'],
    ['it is no text', '{"dependencies":{"openai":4}}'],
    ['the file is nested without end', `{"dependencies":{"openai":"^4.20.0"},"a":${'['.repeat(100_000)}`],
  ])('in a package.json is not made where %s', (_, text) => {
    expect(edited(text, inJson)).toBeUndefined();
  });

  test.each([
    ['plain', 'packages:\n  - apps/*\n\ncatalog: # shared\n  openai: ^4.20.0   # see notes\n', '^4.20.0'],
    ['quoted once', "catalog:\r\n    openai: '^4.20.0'\r\n    zod: 3\r\n", '^4.20.0'],
    ['quoted twice', 'catalog: { zod: 3, "openai": "^4.20.0" }\n', '^4.20.0'],
  ])('in YAML, %s, changes nothing else', (_, text, present) => {
    expect(edited(text, inYaml)).toBe(text.replace(present, '^5.18.0'));
  });

  test.each([
    ['it has an anchor', 'catalog:\n  openai: &range ^4.20.0\nother: *range\n'],
    ['it is an alias', 'x: &range ^4.20.0\ncatalog:\n  openai: *range\n'],
    ['its owner is an alias', 'x: &all\n  openai: ^4.20.0\ncatalog: *all\n'],
    ['the key is doubled', 'catalog:\n  openai: ^4.20.0\n  openai: ^4.20.0\n'],
    ['it is a block', 'catalog:\n  openai: >-\n    ^4.20.0\n'],
    ['it has a tag', 'catalog:\n  openai: !!str "^4.2\\u0030.0"\n'],
    ['the file is broken', 'catalog:\n  openai: ^4.20.0\n  }\n'],
  ])('in YAML is not made where %s', (_, text) => {
    expect(edited(text, inYaml)).toBeUndefined();
  });
});
