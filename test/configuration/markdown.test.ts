import { describe, expect, test } from 'vitest';
import { takeOut, version } from './take-out.ts';

const table = (...rows: readonly string[]) =>
  `# Settings\n\n| Name | Meaning |\n| --- | :-: |\n${rows.map((row) => `${row}\n`).join('')}\nMore.\n`;

describe('a row of a table', () => {
  test.each([
    `| ${version} | the version |`,
    `| \`${version}\` | the version, such as \`2024-10-21\` |`,
    `| **\`${version}\`** | |`,
    `${version} | the version`,
  ])('%j is taken out', (row) => {
    const { after, said } = takeOut({ 'README.md': table('| `A_B` | one |', row) });
    expect(after).toBe(table('| `A_B` | one |'));
    expect(said).toEqual([`6 ${version} review unread`]);
  });

  test.each([
    ['that speaks of another variable', table(`| \`${version}\` | see \`A_B\` |`, '| C_D | |')],
    ['with more in its first cell', table(`| \`${version}\`, A_B | |`, '| C_D | |')],
    ['with the name in another cell', table(`| version | \`${version}\` |`, '| C_D | |')],
    ['that is the only one', table(`| \`${version}\` | the version |`)],
    ['of an example', `\`\`\`md\n${table(`| ${version} | |`, '| A_B | |')}\`\`\`\n`],
    ['without a head', `| ${version} | |\n| A_B | |\n`],
  ])('%s is listed', (_, text) => {
    const { after, said } = takeOut({ 'docs/setup.md': text });
    expect(after).toBeUndefined();
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(' manual left: the text around it has to be written anew');
  });
});

test('other lines are listed once each, and are no uses', () => {
  const readme = `Set \`${version}\` or ${version}.\n\n- ${version}: the version\n\n\`\`\`env\n${version}=1\n\`\`\`\n`;
  const { after, said } = takeOut({ '.env.example': `${version}=1\n`, 'README.md': readme });
  expect(after).toBe('');
  expect(said.slice(1).map((line) => line.split(' ')[0])).toEqual(['1', '3', '6']);
});

test('nothing is said of a text while it is not certain that nothing reads the variable', () => {
  const witness = { kind: 'may-read', name: version, obstacle: { reason: 'used', detail: 'a.txt' } } as const;
  expect(takeOut({ 'README.md': `Set ${version}.\n` }, [version], [witness]).said).toEqual([]);
});
