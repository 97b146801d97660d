import { roleOf } from '@azure-openai-v1/configuration';
import { expect, test } from 'vitest';
import { takeOut, version } from './take-out.ts';

const size = 40_000;
const many = (text: string, characters = size) => text.repeat(Math.ceil(characters / text.length));

/** Texts that exhaust what is careless: deep, long, repetitive, unfinished. */
const texts: readonly string[] = [
  many('[') + version,
  many('{"a":') + `"${version}"`,
  many('- ') + version,
  many('? ') + version,
  Array.from({ length: 400 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join('') + `${' '.repeat(400)}${version}: 1\n`,
  many('"') + version,
  many("'${") + version,
  many('"${') + version,
  many('`') + version,
  many('\\') + version,
  many('|') + version,
  many(' \t') + version + many(' '),
  `a|b\n--${many(' ')}x\n${version}\n`,
  `|${many('_ ')}\n|-|\n|${many('*_')}${version}\n`,
  many('# version\n') + `${version}=1\n`,
  many(`# ${version}\n`),
  many(`${version}=1\n`),
  many(`${version}: &a *a\n`),
  'a: &a [x, x]\n' +
    Array.from(
      { length: 30 },
      (_, at) =>
        `a${String(at)}: &a${String(at)} [*a${at === 0 ? '' : String(at - 1)}, *a${at === 0 ? '' : String(at - 1)}]\n`,
    ).join('') +
    `${version}: 1\n`,
  many('a = <<END\nEND\n') + version,
  `services:\n${many(`  a:\n    image: b\n    environment: [${version}]\n`, 20_000)}`,
  `\u0000${version}=1\n\u001b[31m`,
  `${version}\uD800=1\n\u2028${version}=2\u0085`,
];

test.each([
  '.env.example',
  '.env',
  'compose.yml',
  '.github/workflows/ci.yml',
  'render.yaml',
  'k8s.yaml',
  'vercel.json',
  'app.json',
  'local.settings.json',
  'package.json',
  'main.bicep',
  'main.tf',
  'README.md',
  'wrangler.toml',
])('%s: odd texts end, and lose nothing but lines that name the variable', (path) => {
  expect(['source', 'data', 'inert']).not.toContain(roleOf(path));
  for (const text of texts) {
    const { after, findings } = takeOut({ [path]: text });
    expect(findings.length).toBeLessThanOrEqual(100);
    if (after !== undefined) expect(text.length - after.length).toBeLessThan(1000);
  }
});
