import { parseEnv } from 'node:util';
import { namesOnly, withoutValues } from '@azure-openai-v1/configuration';
import { describe, expect, test } from 'vitest';
import { takeOut, version } from './take-out.ts';

const path = '.env.example';

/** What becomes of a template with these lines, as its lines. */
function linesAfter(...lines: readonly string[]): readonly string[] | undefined {
  return takeOut({ [path]: `${lines.join('\n')}\n` })
    .after?.split('\n')
    .slice(0, -1);
}

describe('what is taken out', () => {
  test.each([
    ['a line', `${version}=2024-10-21`],
    ['with a quoted value', `${version}="2024-10-21" # the latest`],
    ['with spaces', `  ${version} = 2024-10-21`],
    ['exported', `export ${version}=2024-10-21`],
    ['with a colon', `${version}: 2024-10-21`],
    ['without a value', `${version}=`],
    ['commented out', `# ${version}=2024-10-21`],
    ['commented out without a space', `#${version}=2024-10-21`],
    ['that refers to itself', `${version}=\${${version}:-2024-10-21}`],
  ])('%s', (_, line) => {
    expect(linesAfter('AZURE_OPENAI_ENDPOINT=', line, 'AZURE_OPENAI_DEPLOYMENT=chat')).toEqual([
      'AZURE_OPENAI_ENDPOINT=',
      'AZURE_OPENAI_DEPLOYMENT=chat',
    ]);
  });

  test('every line that sets it, each with a finding at the name', () => {
    const { after, said } = takeOut({ [path]: `${version}=1\nA_B=2\n export ${version}=3\n` });
    expect(after).toBe('A_B=2\n');
    expect(said).toEqual([`1 ${version} review unread`, `3 ${version} review unread`]);
  });

  test.each([
    ['\r\n', '\r\n'],
    ['\n', ''],
    ['\r', '\r'],
  ])('with the line break %j and the end %j as they are', (lineBreak, end) => {
    const text = ['A_B=1', `${version}=2`, 'C_D=3', `${version}=4`].join(lineBreak) + end;
    expect(takeOut({ [path]: text }).after).toBe(`A_B=1${lineBreak}C_D=3${end}`);
  });

  test('one of two blank lines that would meet', () => {
    expect(linesAfter('A_B=1', '', `${version}=2`, '', 'C_D=3')).toEqual(['A_B=1', '', 'C_D=3']);
    expect(linesAfter('A_B=1', '', `${version}=2`, 'C_D=3')).toEqual(['A_B=1', '', 'C_D=3']);
  });
});

describe('a comment above', () => {
  test.each([
    ['that is about the variable alone', ['# API version, such as 2024-10-21'], ['', 'A_B=1']],
    ['that names it, whatever follows', [`# ${version}: the date of the API`], ['A_B=1']],
    ['of several lines', ['# The version of the API.', '# See the portal.'], ['']],
  ])('%s goes', (_, comment, rest) => {
    expect(linesAfter('C_D=1', '', ...comment, `${version}=2`, ...rest)?.join()).not.toContain('#');
  });

  test.each([
    ['that is a heading', ['# --- Azure API version ---'], ['']],
    ['that names another variable', ['# Version for AZURE_OPENAI_ENDPOINT'], ['']],
    ['that others may belong to', ['# Version and place of the API'], ['A_B=1']],
    ['that is about something else', ['# Azure OpenAI'], ['']],
    ['behind a blank line', ['# The version of the API', ''], ['']],
  ])('%s stays', (_, comment, rest) => {
    const after = linesAfter('C_D=1', ...comment, `${version}=2`, ...rest);
    expect(after?.slice(0, 1 + comment.filter((line) => line !== '').length)).toEqual([
      'C_D=1',
      ...comment.filter((line) => line !== ''),
    ]);
  });

  test('that sets another variable is no comment', () => {
    expect(linesAfter('# A_B=version', `${version}=2`)).toEqual(['# A_B=version']);
  });
});

describe('what is left', () => {
  test('a file in which a quoted value runs over several lines', () => {
    const { after, said } = takeOut({ [path]: `A_B="1\n${version}=2\n"\n` });
    expect(after).toBeUndefined();
    expect(said).toEqual([`2 ${version} manual left: a quoted value in this file runs over several lines`]);
  });

  test('a variable that another line refers to', () => {
    const { after, said } = takeOut({ [path]: `${version}=1\nURL_OF=https://x/?v=\${${version}}\n` });
    expect(after).toBeUndefined();
    expect(said).toEqual([`1 ${version} manual kept: \`.env.example\` still mentions it`]);
  });

  test('names that only contain it', () => {
    expect(takeOut({ [path]: `MY_${version}=1\n${version}_2=1\n` })).toMatchObject({ after: undefined, said: [] });
  });

  test('a file with real values', () => {
    const { after, said } = takeOut({ '.env': `${version}=placeholder\n` });
    expect(after).toBeUndefined();
    expect(said).toEqual([`1 ${version} manual left: this file holds real values and is never written`]);
  });

  test('a file that sets it more often than a person would', () => {
    const { after, said } = takeOut({ [path]: `${version}=1\n`.repeat(101) });
    expect(after).toBeUndefined();
    expect(said[0]).toBe(`1 ${version} manual left: it stands here too many times`);
  });
});

describe('values', () => {
  test('are not kept of a file with real values; names stay where they stood', () => {
    const text = `A_B=placeholder-key-1\r\n  export C_D="placeholder-key-2" # E_F=3\n# G_H=4\nplaceholder-key-5\nI_J: 6\n`;
    expect(namesOnly('environment', text)).toBe('A_B=\n  export C_D=\n\n\nI_J: ');
    expect(namesOnly('settings-with-values', '{ "Values": { "A_B": "placeholder", "C": 1 } }')).toBe(
      '{ "Values": { "A_B": "           ", "C": 1 } }',
    );
  });

  test.each([
    ['A_B=placeholder', 'A_B=…'],
    ['# A_B=placeholder', '# A_B=…'],
    ['# words', '# words'],
    ['    environment:', '    environment:'],
    ['      A_B: placeholder', '      A_B: …'],
    ['      - A_B=placeholder', '      - A_B=…'],
    ['      placeholder-key-1', '      …'],
    ['    "A_B": "placeholder",', '    "A_B": …'],
    ['  },', '  },'],
    ["      value: 'placeholder'", '      value: …'],
    ['  "env": {', '  "env": {'],
  ])('of %j are not shown', (line, shown) => {
    expect(withoutValues(`${line}\r\n`)).toBe(`${shown}\r\n`);
  });
});

test('Node.js reads the rest as before', () => {
  const text = `A_B='x'\n# note\n${version}=2\nexport C_D=" y "\nE_F=z # note\n`;
  const before = parseEnv(text);
  const after = parseEnv(takeOut({ [path]: text }).after ?? '');
  expect({ ...after, [version]: '2' }).toEqual({ ...before });
});
