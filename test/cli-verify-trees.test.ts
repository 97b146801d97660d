import { mkdirSync, readdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder, runCli } from './run-cli.ts';
import { asking, change, git, makeRepository, verifyWithTemporary } from './verify-project.ts';

/** The paths that were asked for, before and after, by an entry that asks for `openai/v1/` and something. */
function compare(folder: string, entry: string) {
  const { stdout, stderr } = runCli(folder, ['verify', '--entry', entry, '--format', 'json']);
  const { scenarios } = JSON.parse(stdout === '' ? '{ "scenarios": [] }' : stdout) as {
    scenarios: { requests: Record<'before' | 'after', { url: string } | undefined>[] }[];
  };
  const pathsOf = (side: 'before' | 'after') =>
    scenarios.flatMap(({ requests }) => requests.flatMap((request) => request[side]?.url.split('/v1/')[1] ?? []));
  return { before: pathsOf('before'), after: pathsOf('after'), stderr };
}

test('each run has the files of its time, and what git does not keep as it is today', () => {
  const folder = makeRepository({
    'src/main.js': "import { name } from './old.js';\nimport { ask } from '../generated/ask.js';\nawait ask(name);\n",
    'src/old.js': "export const name = 'old';\n",
    '.gitignore': 'node_modules\n/generated/\n.env\n',
  });
  change(folder, {
    'generated/ask.js': `import { suffix } from '../src/suffix.js';\nexport const ask = (name) => ${asking('${name}-${suffix}').replace('await ', '')}`,
    'src/suffix.js': 'export const suffix = 1;\n',
  });
  git(folder, ['add', 'src/suffix.js']);
  git(folder, ['commit', '--quiet', '--message', 'Add a suffix']);
  rmSync(join(folder, 'src/old.js'));
  change(folder, {
    'src/main.js': "import { name } from './new.js';\nimport { ask } from '../generated/ask.js';\nawait ask(name);\n",
    'src/new.js': "export const name = 'new';\n",
    'src/suffix.js': 'export const suffix = 2;\n',
  });
  expect(compare(folder, 'src/main.js')).toMatchObject({ before: ['old-1'], after: ['new-2'] });
});

test('an entry that git does not know yet runs on the files of both times', () => {
  const folder = makeRepository({ 'name.js': "export const name = 'old';\n" });
  change(folder, {
    'name.js': "export const name = 'new';\n",
    'try.mjs': `import { name } from './name.js';\n${asking('${name}')}`,
  });
  expect(compare(folder, 'try.mjs')).toMatchObject({ before: ['old'], after: ['new'] });
});

test('a package of the repository that is installed by a link is of its time', () => {
  const folder = makeRepository({
    'packages/name/package.json': '{ "name": "@desk/name", "type": "module", "exports": "./name.js" }',
    'packages/name/name.js': "import { part } from 'part';\nexport const name = `old-${part}`;\n",
    'app/main.js': `import { name } from '@desk/name';\n${asking('${name}')}`,
  });
  change(folder, {
    'node_modules/part/package.json': '{ "name": "part", "type": "module", "exports": "./part.js" }',
    'node_modules/part/part.js': "export const part = 'installed';\n",
    'packages/name/name.js': "import { part } from 'part';\nexport const name = `new-${part}`;\n",
  });
  mkdirSync(join(folder, 'app/node_modules/@desk'), { recursive: true });
  symlinkSync('../../../packages/name', join(folder, 'app/node_modules/@desk/name'));
  expect(compare(folder, 'app/main.js')).toMatchObject({ before: ['old-installed'], after: ['new-installed'] });
});

test('packages may be installed above the repository', () => {
  const folder = makeRepository({
    'inner/a.js': `import { AzureOpenAI } from 'openai';\n${asking('${typeof AzureOpenAI}')}`,
  });
  const inner = join(folder, 'inner');
  git(inner, ['init', '--quiet']);
  git(inner, ['add', '--all']);
  git(inner, ['commit', '--quiet', '--message', 'Begin']);
  expect(compare(inner, 'a.js')).toMatchObject({ before: ['function'], after: ['function'] });
});

test('the folder of the call is that of the program, and its name is in no difference', () => {
  const folder = makeRepository({
    'app/deep/a.js': `import { basename } from 'node:path';\n${asking('${basename(process.cwd())}')}throw new Error(import.meta.filename);\n`,
    'app/b.txt': '',
  });
  const { stdout } = runCli(join(folder, 'app'), ['verify', '--entry', 'deep/a.js']);
  expect(stdout).toContain('/openai/v1/app  404');
  expect(stdout).toContain('Both runs ended with exit code 1: Error: ./app/deep/a.js');
  expect(stdout).toContain('No difference');
});

test('names and links of every kind', () => {
  const names = [
    'a\nb.js',
    "it's.js",
    ' led.js',
    '-rf.js',
    ':(glob)*.js',
    'ä\u202E.js',
    '"q".js',
    'tab\t.js',
    '$(x).js',
  ];
  const files = Object.fromEntries(names.map((name) => [`src/${name}`, 'export default 1;\n']));
  const imports = names.map(
    (name, index) => `import n${String(index)} from ${JSON.stringify(`./${encodeURIComponent(name)}`)};`,
  );
  const sum = names.map((_, index) => `n${String(index)}`).join(' + ');
  const folder = makeRepository({
    ...files,
    'src/main.js': `${imports.join('\n')}\nimport linked from './link.js';\nimport far from './far.js';\n${asking(`\${${sum}}-\${linked}-\${far}`)}`,
    'real.js': "export default 'old';\n",
  });
  symlinkSync('../real.js', join(folder, 'src/link.js'));
  symlinkSync(join(realpathSync(folder), 'real.js'), join(folder, 'src/far.js'));
  symlinkSync('gone', join(folder, 'src/dangling'));
  git(folder, ['add', '--all']);
  git(folder, ['commit', '--quiet', '--message', 'Link']);
  change(folder, { 'real.js': "export default 'new';\n", 'src/-rf.js': 'export default 2;\n' });
  expect(compare(folder, 'src/main.js')).toMatchObject({ before: ['9-old-old'], after: ['10-new-new'] });
});

test('a run finds nothing of the other, and its copy is thrown away', () => {
  const temporary = makeFolder();
  const folder = makeRepository({
    'a.js': `import { existsSync, writeFileSync } from 'node:fs';\n${asking("${existsSync('mark')}")}writeFileSync('mark', '');\n`,
  });
  const { code, stdout } = verifyWithTemporary(folder, temporary, ['--entry', 'a.js']);
  expect([code, stdout.includes('/openai/v1/false  404')]).toEqual([0, true]);
  expect(readdirSync(temporary)).toEqual([]);
});
