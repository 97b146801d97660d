import { describe, expect, test } from 'vitest';
import { takeOut, version } from './take-out.ts';

const path = 'docker-compose.yml';

/** A service that is built here, with these lines below its own. */
function service(...lines: readonly string[]): string {
  return `services:\n  web:\n    build: .\n${lines.map((line) => `    ${line}\n`).join('')}    ports: ['80:80']\n`;
}

describe('what is taken out', () => {
  test.each([
    ['an entry', [`  ${version}: 2024-10-21`]],
    ['an entry with a comment behind it', [`  ${version}: 2024-10-21 # the latest`]],
    ['an entry with quotes', [`  "${version}": '2024-10-21'`]],
    ['an entry without a value', [`  ${version}:`]],
    ['an entry that hands on', [`  ${version}: \${${version}:-2024-10-21}`]],
    ['an entry of several lines', [`  ${version}: >-`, '    2024-', '    10-21']],
    ['an entry set twice', [`  ${version}: 1`, `  ${version}: 2`]],
    ['an entry with its comment', ['  # the API version', `  ${version}: 1`]],
  ])('%s', (_, lines) => {
    const before = service('environment:', '  A_B: 1', ...lines, '', '  # else', '  C_D: 2');
    expect(takeOut({ [path]: before }).after).toBe(service('environment:', '  A_B: 1', '', '  # else', '  C_D: 2'));
  });

  test.each([
    ['an item', `- ${version}=2024-10-21`],
    ['an item with quotes', `- "${version}=2024-10-21"`],
    ['an item without a value', `-   ${version}`],
  ])('%s', (_, line) => {
    const before = service('environment:', '  - A_B=1', `  ${line}`, '  - C_D=2');
    expect(takeOut({ [path]: before }).after).toBe(service('environment:', '  - A_B=1', '  - C_D=2'));
    const unindented = service('environment:', '- A_B=1', line);
    expect(takeOut({ [path]: unindented }).after).toBe(service('environment:', '- A_B=1'));
  });

  test.each([
    [`{ A_B: 1, ${version}: 2, C_D: 3 }`, '{ A_B: 1, C_D: 3 }'],
    [`{ ${version}: 2, C_D: 3 }`, '{ C_D: 3 }'],
    [`{A_B: 1, ${version}: 2}`, '{A_B: 1}'],
    [`{A_B: 1, ${version}: 2,}`, '{A_B: 1,}'],
    [`{ A_B: 1, ${version}: 2, ${version}: 3, C_D: 4 }`, '{ A_B: 1, C_D: 4 }'],
    [`[A_B=1, '${version}=2']`, '[A_B=1]'],
    [`[${version}, A_B=1]`, '[A_B=1]'],
  ])('%s in one line', (before, after) => {
    expect(takeOut({ [path]: service(`environment: ${before}`) }).after).toBe(service(`environment: ${after}`));
  });

  test('arguments of the build', () => {
    const before = `services:\n  web:\n    build:\n      context: .\n      args:\n        - ${version}\n`;
    expect(takeOut({ [path]: before }).after).toBe('services:\n  web:\n    build:\n      context: .\n');
  });

  test.each(['environment:\n      $: 1', 'environment: { $: 1 }', 'environment:\n      - $=1', 'environment: [$]'])(
    'the key of what would be left empty: %j',
    (lines) => {
      const { after, findings } = takeOut({ [path]: service(lines.replaceAll('$', version)) });
      expect(after).toBe(service());
      expect(findings).toHaveLength(1);
    },
  );

  test('all entries together, where they are all', () => {
    const { after, findings } = takeOut(
      { [path]: service('environment:', `  ${version}: 1`, '  OPENAI_API_VERSION: 2') },
      [version, 'OPENAI_API_VERSION'],
    );
    expect(after).toBe(service());
    expect(findings.map(({ edits }) => edits)).toEqual([findings[0]?.edits, findings[0]?.edits]);
  });

  test('what services share by an anchor', () => {
    const text = (entry: string) =>
      `x-shared: &shared\n  A_B: 1\n${entry}services:\n  web:\n    build: .\n    environment:\n      <<: *shared\n      C_D: 2\n`;
    expect(takeOut({ [path]: text(`  ${version}: 1\n`) }).after).toBe(text(''));
  });

  test.each([
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['no last line break', (text: string) => text.slice(0, -1)],
    ['several documents', (text: string) => `---\nname: a\n---\n${text}...\n`],
    ['a version key', (text: string) => `version: '3.8' # old\n${text}`],
  ])('with %s', (_, change) => {
    const before = change(service('environment:', '  A_B: 1', `  ${version}: 2`));
    expect(takeOut({ [path]: before }).after).toBe(change(service('environment:', '  A_B: 1')));
  });
});

describe('what is left', () => {
  test.each([
    [
      'shared-line',
      service('environment:', `  ? ${version}`, '  : 1', '  A_B: 1'),
      'it shares a line with something else',
    ],
    [
      'an anchor on it',
      service('environment:', `  ${version}: &v 1`, '  A_B: *v'),
      'other entries refer to it or are merged with it',
    ],
    [
      'a merge that would show through',
      `x-base: &base { build: . }\nservices:\n  web:\n    <<: *base\n    environment:\n      ${version}: 1\n`,
      'it goes to a container image that is not built here (`web`)',
    ],
    [
      'an anchor on what would be left empty',
      service('environment: &all', `  ${version}: 1`),
      'other entries refer to it or are merged with it',
    ],
    [
      'a comment beside it',
      service('environment:', `  ${version}: 1`, '  # A_B: 2'),
      'a comment at it has to be read first',
    ],
    ['nothing around it', `services: { web: { build: { args: [${version}] } } }\n`, 'nothing else stands around it'],
    [
      'an image',
      `services:\n  llm:\n    image: a/b\n    environment:\n      ${version}: 1\n      A_B: 2\n`,
      'it goes to a container image that is not built here (`llm`)',
    ],
    ['a broken file', service(`environment: {`, `  ${version}: 1`), 'this file does not parse'],
  ])('%s', (_, text, reason) => {
    const { after, said } = takeOut({ [path]: text });
    expect(after).toBeUndefined();
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/ manual (?:kept|left): /);
    expect(said[0]).toContain(reason);
  });

  test('a merge that would show through, where the service is built', () => {
    const text = `x-base: &base\n  restart: always\n  environment: { A_B: 1 }\nservices:\n  web:\n    <<: *base\n    build: .\n    environment:\n      ${version}: 1\n`;
    const { after, said } = takeOut({ [path]: text });
    expect(after).toBeUndefined();
    expect(said[0]).toContain('left: other entries refer to it or are merged with it');
  });
});

describe('what may read a variable', () => {
  const template = { '.env.example': `${version}=1\nA_B=2\n` };

  test.each([
    ['an image that is handed it', `services:\n  llm:\n    image: a/b\n    environment:\n      - ${version}\n`],
    ['an image that is handed it by a key', `services:\n  llm:\n    image: a/b\n    environment:\n      ${version}:\n`],
    ['an image that is handed all of a file', 'services:\n  llm:\n    image: a/b\n    env_file: .env\n'],
    ['another entry', service('environment:', `  OTHER_NAME: \${${version}}`)],
    ['a command', service(`command: sh -c "echo $$${version}"`)],
  ])('%s', (_, compose) => {
    const { after, said } = takeOut({ ...template, [path]: compose });
    expect(after).toBeUndefined();
    expect(said[0]).toContain(`1 ${version} manual kept: `);
    expect(said[0]).toContain(path);
  });

  test.each([
    ['an entry of its own', service('environment:', `  ${version}: \${${version}}`, '  A_B: 1')],
    ['a comment', service(`# ${version} is gone`)],
    ['a value for an image', `services:\n  llm:\n    image: a/b\n    environment:\n      ${version}: '1'\n`],
  ])('not %s', (_, compose) => {
    expect(takeOut({ ...template, [path]: compose }).after).toBe('A_B=2\n');
  });
});
