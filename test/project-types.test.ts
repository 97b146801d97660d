import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projects } from './driver/project.ts';
import { checkTypes, type ProjectSource } from './driver/project-types.ts';

/** The sources of one side of a project. */
function sourcesOf(folder: string, side: 'before' | 'after', paths: readonly string[]): readonly ProjectSource[] {
  const root = join(folder, side);
  return existsSync(root) ? paths.filter((path) => /\.[cm]?[jt]sx?$/.test(path)).map((path) => ({ root, path })) : [];
}

describe('a project compiles before, and after as it did before', () => {
  const sides = projects.map(({ name, folder, before, after }) => ({
    name,
    before: sourcesOf(folder, 'before', Object.keys(before)),
    after: sourcesOf(folder, 'after', Object.keys(after)),
  }));
  const diagnose = checkTypes(sides.flatMap(({ before, after }) => [...before, ...after]));

  test.each(sides)('$name', ({ before, after }) => {
    const found = (sources: readonly ProjectSource[]) =>
      sources.flatMap((source) => diagnose(source).map((diagnostic) => `${source.path} ${diagnostic}`));
    expect(found(before)).toEqual([]);
    expect(found(after)).toEqual([]);
  });
});
