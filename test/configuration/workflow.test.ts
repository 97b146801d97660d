import { describe, expect, test } from 'vitest';
import { takeOut, version } from './take-out.ts';

const path = '.github/workflows/ci.yml';

const job = `jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: npm test
`;

describe('what is taken out', () => {
  test.each([
    ['of the workflow', `on: push\nenv:\n  A_B: 1\n  ${version}: 2\n${job}`, `on: push\nenv:\n  A_B: 1\n${job}`],
    ['of a job', job.replace('    steps', `    env:\n      ${version}: 2\n    steps`), job],
    ['of a step', `${job}        env:\n          ${version}: 2\n`, job],
    [
      'of a step with its own action',
      `${job}      - uses: ./ask\n        env: { ${version}: 2 }\n`,
      `${job}      - uses: ./ask\n`,
    ],
  ])('the entry %s', (_, before, after) => {
    expect(takeOut({ [path]: before }).after).toBe(after);
  });

  test('an entry of an action of the repository', () => {
    const text = (entry: string) =>
      `name: ask\nruns:\n  using: composite\n  steps:\n    - run: npm test\n      shell: bash\n      env:\n        A_B: 1\n${entry}`;
    expect(takeOut({ 'ask/action.yml': text(`        ${version}: 2\n`) }).after).toBe(text(''));
  });
});

describe('secrets', () => {
  const withSecret = (name: string) => `env:\n  ${name}: \${{ secrets.${version} }}\n${job}`;

  test('that nothing uses afterwards are named', () => {
    const { said } = takeOut({ [path]: withSecret(version) });
    expect(said).toEqual([`2 ${version} review secret: \`secrets.${version}\``]);
  });

  test.each([
    [
      'another entry of the same file',
      { [path]: `${withSecret(version)}      - run: echo \${{ secrets.${version} }}\n` },
    ],
    ['another workflow', { [path]: withSecret(version), '.github/workflows/b.yml': withSecret('OTHER_NAME') }],
  ])('that %s uses are not', (_, texts) => {
    expect(takeOut(texts).said).toEqual([`2 ${version} review unread`]);
  });

  test('are named once for all entries that use them, with variables of the repository', () => {
    const text = `env:\n  ${version}: \${{ secrets.VERSION || vars.VERSION }}\n${job}        env:\n          ${version}: \${{ secrets.VERSION }}\n`;
    expect(takeOut({ [path]: text }).said).toEqual([
      `2 ${version} review secret: \`secrets.VERSION\` and \`vars.VERSION\``,
      `10 ${version} review secret: \`secrets.VERSION\``,
    ]);
  });
});

describe('what is left', () => {
  const above = `env:\n  ${version}: 1\n`;

  test.each([
    [
      'a script that uses it',
      `${job}      - run: |\n          cat <<EOF > settings\n          version=$${version}\n          EOF\n`,
    ],
    ['an expression', `${job}      - run: npm test\n        if: env.${version} != ''\n`],
    ['an input of an action', `${job}      - uses: docker/build@v1\n        with:\n          ${version}: 1\n`],
    ['a secret for another workflow', `${job}  more:\n    uses: ./x.yml\n    secrets:\n      ${version}: 1\n`],
  ])('beside %s', (_, rest) => {
    const { after, said } = takeOut({ [path]: above + rest });
    expect(after).toBeUndefined();
    expect(said).toEqual([`2 ${version} manual kept: \`${path}\` still mentions it`]);
  });

  test.each([
    ['another action in its scope', `${above}${job}      - uses: someone/review@v2\n`, 2, 'someone/review'],
    [
      'the action of its step',
      `${job}      - uses: actions/ask@v1\n        env:\n          ${version}: 1\n`,
      9,
      'actions/ask',
    ],
    [
      'a service',
      job.replace(
        '    steps',
        `    services:\n      llm:\n        image: a/b\n        env:\n          ${version}: 1\n    steps`,
      ),
      8,
      'llm',
    ],
    [
      'a container',
      job.replace('    steps', `    container:\n      image: a/b\n      env:\n        ${version}: 1\n    steps`),
      7,
      'container',
    ],
  ])('for %s', (_, text, line, name) => {
    const { after, said } = takeOut({ [path]: text });
    expect(after).toBeUndefined();
    expect(said).toEqual([
      `${String(line)} ${version} manual kept: it goes to an action of somebody else (\`${name}\`)`,
    ]);
  });
});

test('the action of a job does not concern another job', () => {
  const other = `  review:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: someone/review@v2\n`;
  const before = job.replace('    steps', `    env:\n      ${version}: 2\n    steps`) + other;
  expect(takeOut({ [path]: before }).after).toBe(job + other);
});
