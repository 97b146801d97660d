import { spawnSync } from 'node:child_process';
import { readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder } from './run-cli.ts';
import { base, checkProject, clientAfter, clientBefore, configOf, placesOf, useOf } from './type-check-project.ts';

const change = { 'src/client.ts': clientAfter };
const plain = { ...base, 'src/client.ts': clientBefore };

/** Checks the change of the client with a configuration of this text. */
function checkWith(config: string, files: Readonly<Record<string, string>> = {}, prepare?: (folder: string) => void) {
  const project = { files: { ...plain, 'tsconfig.json': config, ...files }, after: change };
  return checkProject({ ...project, ...(prepare && { prepare }) });
}

/** A folder outside with a file whose types would show in an error. */
function makeOutside(): string {
  return makeFolder({
    'secret.ts': 'export const client: { outside: 1 } = { outside: 1 };\n',
    'tsconfig.json': configOf(),
  });
}

describe('configurations that are not what they should be', () => {
  const partial = 'it, or what it extends, could not be read in full, so not all of its options are known';

  test.each([
    ['that extends itself', '{ "extends": "./tsconfig.json", "include": ["src"] }', {}],
    [
      'that extends in a circle',
      '{ "extends": "./b.json", "include": ["src"] }',
      { 'b.json': '{ "extends": "./tsconfig.json" }' },
    ],
    ['that extends nothing that is there', '{ "extends": "./none.json", "include": ["src"] }', {}],
    ['that extends what is outside', '{ "extends": "../../../../../../etc/tsconfig.json", "include": ["src"] }', {}],
    ['with a syntax error', '{ "include": ["src"], "compilerOptions": { ', {}],
    ['that extends a chain without end', '{ "extends": "./c0.json", "include": ["src"] }', chain(3000)],
  ])('one %s is read as far as it goes', async (_, config, files) => {
    const { errors, checked, notChecked } = await checkWith(config, files);
    expect(errors).toEqual([]);
    expect(checked.flatMap((project) => project.files)).toEqual(['src/client.ts']);
    if (_ !== 'that extends a chain without end')
      expect(notChecked).toEqual([{ path: 'tsconfig.json', reason: partial }]);
  });

  test.each([
    ['is no JSON', '\0\0\0'],
    ['is empty', ''],
    ['is a list', '[1, 2]'],
    ['has wrong kinds', '{ "include": 5, "compilerOptions": [], "files": {}, "references": "a", "extends": 7 }'],
    ['has patterns that never end', JSON.stringify({ include: [`src/${'**/a*/'.repeat(40)}x`] })],
    [
      'has too many patterns',
      JSON.stringify({ include: Array.from({ length: 3000 }, (_, index) => `a${String(index)}`) }),
    ],
    ['is nested deeply', `{ "compilerOptions": ${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)} }`],
    ['refers to itself', '{ "files": [], "references": [{ "path": "." }, { "path": "./tsconfig.json" }] }'],
    ['refers to what is not there', '{ "files": [], "references": [{ "path": "./none" }] }'],
  ])('one that %s leaves the file without a configuration, or checks it', async (_, config) => {
    const { errors, checked } = await checkWith(config);
    expect(errors).toEqual([]);
    expect(checked.flatMap((project) => project.files)).toEqual(['src/client.ts']);
  });
});

/** Configurations that each extend the next. */
function chain(length: number): Readonly<Record<string, string>> {
  const files = Array.from({ length }, (_, index) => [
    `c${String(index)}.json`,
    `{ "extends": "./c${String(index + 1)}.json" }`,
  ]);
  return Object.fromEntries(files) as Record<string, string>;
}

describe('what lies outside the repository is not read', () => {
  test.each(['files', 'include', 'extends', 'paths', 'typeRoots', 'rootDirs'])('through %s', async (way) => {
    const outside = makeOutside();
    const configs: Readonly<Record<string, string>> = {
      files: configOf({}, { files: ['src/client.ts', '/etc/passwd', `${outside}/secret.ts`] }),
      include: configOf({}, { include: ['src', `${outside}/**/*`, '../**/secret.ts'] }),
      extends: configOf({}, { extends: `${outside}/tsconfig.json`, include: ['src'] }),
      paths: configOf({ paths: { away: [`${outside}/secret.ts`] } }),
      typeRoots: configOf({ typeRoots: [outside, '/'], types: ['*', 'secret'] }),
      rootDirs: configOf({ rootDirs: ['.', outside, '/etc'] }),
    };
    const text = "import './client.js';\nimport { client } from 'away';\nexport const x: string = client;\n";
    const { errors, checked, notChecked } = await checkWith(configs[way] ?? '', { 'src/use.ts': text });
    expect(errors).toEqual([]);
    expect(JSON.stringify(checked)).not.toContain('secret');
    if (way !== 'files') return;
    expect(notChecked.map((gap) => gap.reason)).toEqual([
      'it lies outside the repository and was not read',
      'it lies outside the repository and was not read',
    ]);
  });

  test.each([
    ['file', 'src/away.ts', 'secret.ts'],
    ['folder', 'src/away', ''],
    ['folder of packages', 'node_modules/away', ''],
  ])('through a link to a %s', async (_, place, target) => {
    const outside = makeOutside();
    const specifier = place.startsWith('node')
      ? 'away/secret.js'
      : place === 'src/away'
        ? './away/secret.js'
        : './away.js';
    const text = `import './client.js';\nimport { client } from '${specifier}';\nexport const x: string = client;\n`;
    const { errors, checked } = await checkWith(configOf(), { 'src/use.ts': text }, (folder) => {
      symlinkSync(join(outside, target), join(folder, place));
    });
    expect(errors).toEqual([]);
    expect(checked).toEqual([{ tsconfig: 'tsconfig.json', files: ['src/client.ts', 'src/use.ts'] }]);
  });
});

describe('files that are no text', () => {
  test('links in a circle, pipes and devices are passed over', async () => {
    const { errors, checked } = await checkWith(configOf(), { 'src/use.ts': useOf('./client.js') }, (folder) => {
      symlinkSync('..', join(folder, 'src/loop'));
      symlinkSync('self.ts', join(folder, 'src/self.ts'));
      symlinkSync('/dev/zero', join(folder, 'src/zero.ts'));
      expect(spawnSync('mkfifo', [join(folder, 'src/pipe.ts')]).status).toBe(0);
      writeFileSync(join(folder, 'src/bytes.ts'), Buffer.from([0, 255, 254, 128]));
    });
    expect(errors.map(({ path }) => path)).toEqual(['src/use.ts']);
    expect(checked).toHaveLength(1);
  });
});

describe('projects that are too large', () => {
  const files = { ...plain, 'tsconfig.json': configOf(), 'src/use.ts': useOf('./client.js') };

  test.each([
    ['files', { files: 20 }, 'tsconfig.json', 'the project has too many files'],
    ['text', { characters: 10_000 }, 'tsconfig.json', 'the project has too much text'],
    ['entries', { entries: 5 }, 'src/client.ts', 'the repository has too many files'],
  ])('in %s are given up with a reason', async (_, limits, path, reason) => {
    const result = await checkProject({ files, limits, after: change });
    expect(result).toEqual({ errors: [], checked: [], notChecked: [{ path, reason }] });
  });

  test('in types are given up with a reason', async () => {
    const types = `type Grow<N extends number, T extends unknown[] = []> = T['length'] extends N ? T : Grow<N, [...T, 0]>;
${Array.from({ length: 20 }, (_, index) => `export type A${String(index)} = Grow<${String(500 + index)}>;`).join('\n')}\n`;
    const result = await checkProject({
      files: { ...files, 'src/client.ts': types + clientBefore },
      limits: { instantiations: 2000 },
      after: { 'src/client.ts': types + clientAfter },
    });
    expect(result.notChecked).toEqual([{ path: 'tsconfig.json', reason: 'its types are too large to be worked out' }]);
  });

  test('in number are checked up to the limit', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 4 }, (_, index) => [`src/tsconfig.${String(index)}.json`, configOf({}, { include: ['.'] })]),
    );
    const { notChecked } = await checkProject({ files: { ...files, ...many }, limits: { projects: 2 }, after: change });
    expect(notChecked).toHaveLength(3);
  });

  test('a file that is nested too deeply ends the check and not the run', async () => {
    const deep = `export const x = ${'['.repeat(20_000)}${']'.repeat(20_000)};\n`;
    const result = await checkProject({ files: { ...files, 'src/deep.ts': deep }, after: change });
    expect(result.notChecked).toEqual([
      { path: 'tsconfig.json', reason: 'its code is nested too deeply for TypeScript' },
    ]);
  });

  test('a file that is too large is as if it were not there', async () => {
    const large = `export const client = { deploymentName: '' };\n// ${'x'.repeat(3000)}\n`;
    const more = { 'src/large.ts': large, 'src/use.ts': `import './client.js';\n${useOf('./large.js')}` };
    const result = await checkProject({ files: { ...files, ...more }, limits: { fileBytes: 2500 }, after: change });
    expect(placesOf(result)).toEqual([]);
  });
});

test('nothing is written, even where the project is built', async () => {
  const config = configOf({
    noEmit: false,
    composite: true,
    incremental: true,
    tsBuildInfoFile: 'a.tsbuildinfo',
    outDir: 'out',
  });
  let folder = '';
  const result = await checkWith(config, {}, (made) => (folder = made));
  expect(result.errors).toEqual([]);
  expect(readdirSync(folder, { recursive: true }).toSorted()).toEqual(
    ['.git', '.git/HEAD', 'package.json', 'src', 'src/client.ts', 'tsconfig.json', ...packages].toSorted(),
  );
});

const packages = [
  'node_modules',
  'node_modules/openai',
  'node_modules/openai/index.d.ts',
  'node_modules/openai/package.json',
];
