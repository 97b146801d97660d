import { cpSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { makeFolder, runCli } from './run-cli.ts';

const projects = fileURLToPath(new URL('../fixtures/projects/', import.meta.url));

test.each(readdirSync(projects))('the project %s becomes its after, and then stays', (name) => {
  const folder = makeFolder();
  cpSync(join(projects, name, 'before'), folder, { recursive: true });
  expect(runCli(folder, ['migrate', '--write', '.']).code).toBe(0);
  expect(readTree(folder)).toEqual(readTree(join(projects, name, 'after')));
  expect(runCli(folder, ['check', '.'])).toMatchObject({ code: 0, stderr: '' });
});

/** All files of a folder with their text. */
function readTree(folder: string): Readonly<Record<string, string>> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = paths.filter((path) => statSync(join(folder, path)).isFile()).toSorted();
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}
