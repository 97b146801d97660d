import { dirname, extname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ruleFixtures, type Fixture } from './driver/fixture.ts';
import { migrate } from './driver/migrate.ts';
import { addText, diagnose } from './driver/type-check.ts';

describe('after compiles where before does', () => {
  const checked = ruleFixtures.filter(({ file, text, options }) => hasTypes(file, text) && options.typecheck !== false);
  const added = new Map<string, readonly string[] | Error>();

  beforeAll(() => {
    for (const fixture of checked) added.set(fixture.name, tryToAdd(fixture));
  });

  test.each(checked.map(({ name }) => name))('%s', (name) => {
    const paths = added.get(name) ?? [];
    if (paths instanceof Error) throw paths;
    const [before = [], ...afters] = paths.map(diagnose);
    for (const after of afters) expect(after.filter((diagnostic) => !before.includes(diagnostic))).toEqual([]);
  });
});

/** JavaScript has types where comments say so. */
function hasTypes(file: string, text: string): boolean {
  return /\.[cm]?tsx?$/.test(file) || /\/\*\*[^]*@(?:type|param|returns|satisfies)\b/.test(text);
}

/** Adds the text before and then what becomes of it; a case that cannot be migrated must not fail the others. */
function tryToAdd(fixture: Fixture): readonly string[] | Error {
  try {
    const texts = textsToCompile(fixture);
    for (const [path, text] of Object.entries(texts)) addText(path, text);
    return Object.keys(texts);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** The text before and then what becomes of it, by the paths of files beside each other. */
function textsToCompile({ file, text, options }: Fixture): Readonly<Record<string, string>> {
  const before = text.replace('\uFEFF', '');
  const beside = (name: string) => join(dirname(file), `${name}${extname(file)}`);
  return {
    [beside('__before')]: before,
    [beside('__safe')]: migrate(file, before, options, false).text,
    ...(options.review && { [beside('__review')]: migrate(file, before, options).text }),
  };
}
