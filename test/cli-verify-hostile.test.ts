import { chmodSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder, runCli } from './run-cli.ts';
import { asking, change, git, makeRepository, verifyWithTemporary } from './verify-project.ts';

const marking = (marker: string, name: string) => `sh -c 'echo ${name} >> ${marker}; cat'`;

test('no program that a repository names is run', () => {
  const folder = makeRepository({
    'a.js': asking('models'),
    '.gitattributes': '* filter=own diff=own merge=own working-tree-encoding=UTF-8\n',
    'big.bin': 'x',
  });
  const outside = makeFolder();
  const marker = join(outside, 'marker');
  const hooks = readdirSync(join(folder, '.git/hooks')).map((name) => name.replace(/\.sample$/, ''));
  for (const hook of [...hooks, 'post-checkout', 'post-index-change', 'fsmonitor-watchman', 'reference-transaction']) {
    writeFileSync(join(folder, '.git/hooks', hook), `#!/bin/sh\necho ${hook} >> ${marker}\n`);
    chmodSync(join(folder, '.git/hooks', hook), 0o755);
  }
  const settings = {
    'core.fsmonitor': `echo fsmonitor >> ${marker}; true`,
    'core.pager': marking(marker, 'pager'),
    'core.sshCommand': marking(marker, 'ssh'),
    'core.editor': marking(marker, 'editor'),
    'core.gitProxy': marking(marker, 'proxy'),
    'core.alternateRefsCommand': marking(marker, 'alternates'),
    'filter.own.clean': marking(marker, 'clean'),
    'filter.own.smudge': marking(marker, 'smudge'),
    'filter.own.process': marking(marker, 'process'),
    'filter.own.required': 'true',
    'diff.external': marking(marker, 'diff'),
    'diff.own.textconv': marking(marker, 'textconv'),
    'merge.own.driver': marking(marker, 'merge'),
    'alias.ls-files': `!echo alias >> ${marker}`,
    'uploadpack.packObjectsHook': marking(marker, 'pack'),
    'gpg.program': marking(marker, 'gpg'),
    'credential.helper': `!echo credential >> ${marker}`,
  };
  for (const [name, value] of Object.entries(settings)) git(folder, ['config', name, value]);
  change(folder, { 'a.js': `${asking('models')}\n`, 'big.bin': 'y' });
  expect(runCli(folder, ['verify', '--entry', 'a.js']).code).toBe(0);
  expect(existsSync(marker)).toBe(false);
});

test('what a partial clone lacks is not fetched', () => {
  const folder = makeRepository({ 'a.js': asking('models'), 'lacking.txt': 'far away' });
  const marker = join(makeFolder(), 'marker');
  const object = git(folder, ['rev-parse', 'HEAD:lacking.txt']);
  const missing = join('.git/objects', object.slice(0, 2), object.slice(2));
  const program = join(makeFolder({ program: `#!/bin/sh\necho ext >> ${marker}\n` }), 'program');
  chmodSync(program, 0o755);
  git(folder, ['config', 'remote.origin.url', `ext::${program}`]);
  git(folder, ['config', 'remote.origin.uploadpack', `echo uploadpack >> ${marker}`]);
  for (const [name, value] of [
    ['remote.origin.promisor', 'true'],
    ['remote.origin.partialclonefilter', 'blob:none'],
    ['extensions.partialClone', 'origin'],
    ['core.repositoryformatversion', '1'],
    ['protocol.ext.allow', 'always'],
  ] as const) {
    git(folder, ['config', name, value]);
  }
  rmSync(join(folder, missing));
  const { code, stdout } = runCli(folder, ['verify', '--entry', 'a.js']);
  expect([code, stdout]).toEqual([2, '']);
  expect(existsSync(marker)).toBe(false);
});

test('a tree that was made by hand writes nothing outside of its folder', () => {
  const folder = makeRepository({ 'a.js': asking('models') });
  const outside = makeFolder();
  const object = (content: string) => git(folder, ['hash-object', '-w', '--stdin'], content);
  const tree = (...entries: readonly (readonly [mode: string, name: string, object: string])[]) => {
    const lines = entries.map(([mode, name, id]) =>
      Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(id, 'hex')]),
    );
    return git(folder, ['hash-object', '-w', '--literally', '-t', 'tree', '--stdin'], Buffer.concat(lines));
  };
  const evil = object('evil');
  const entry = object(asking('models'));
  const made = tree(
    ['40000', '..', tree(['40000', '..', tree(['100644', 'up.js', evil])])],
    ['40000', '.GIT', tree(['100644', 'config', evil])],
    ['120000', 'way', object(outside)],
    ['40000', 'way', tree(['100644', 'through.js', evil])],
    ['100644', 'a.js', entry],
    ['100644', 'a.js', evil],
    ['100644', 'b/../../../up.js', evil],
  );
  const commit = git(folder, ['commit-tree', made, '-m', 'Odd']);
  const temporary = makeFolder();
  const { code, stdout, stderr } = verifyWithTemporary(folder, temporary, ['--entry', 'a.js', '--before', commit]);
  expect([code, stdout.includes('No difference')]).toEqual([0, true]);
  expect(stderr).toContain('../../up.js, .GIT/config, ');
  expect([readdirSync(outside), readdirSync(temporary)]).toEqual([[], []]);
});
