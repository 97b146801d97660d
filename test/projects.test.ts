import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { inCopy, type ProjectMigration } from './driver/migrate-project.ts';
import { projects, type Project } from './driver/project.ts';

describe.each(projects.map((project) => [project.name, project] as const))('%s', (_, project) => {
  const { before, after, folder, options } = project;
  let dry: ProjectMigration;
  let written: ProjectMigration;
  let again: ProjectMigration;

  beforeAll(async () => {
    const review = options.grade === 'review' ? ['--include-review'] : [];
    [dry, written, again] = await inCopy(project, async (migrate) => [
      await migrate(...review),
      await migrate('--write', ...review),
      await migrate('--write', ...review),
    ]);
  });

  test('expects nothing of files that it does not have', () => {
    expect(Object.keys(after)).toEqual(Object.keys(before));
    const changed = Object.keys(before).filter((path) => before[path] !== after[path]);
    expect(Object.keys(before)).toEqual(expect.arrayContaining(Object.keys(options.expect)));
    expect(Object.keys(options.expect)).toEqual(expect.arrayContaining(changed));
  });

  test('is left as it is by a dry run', () => {
    expect(dry.tree).toEqual(before);
  });

  test.runIf(options.pending === undefined)('becomes its after', async () => {
    expect(describeOutcome(project, written)).toEqual(expectedOutcome(project));
    expect(Object.keys(written.tree)).toEqual(Object.keys(before));
    const hasChanged = Object.keys(before).some((path) => written.tree[path] !== before[path]);
    if (!hasChanged) expect(existsSync(join(folder, 'after')), 'after must not exist: nothing changes').toBe(false);
    for (const [path, text] of hasChanged ? Object.entries(written.tree) : []) {
      await expect(text).toMatchFileSnapshot(join(folder, 'after', path));
    }
  });

  test.runIf(options.pending !== undefined)('is not as expected yet', () => {
    const found = { ...describeOutcome(project, written), tree: written.tree };
    expect(found, 'It becomes its after: take `pending` away').not.toEqual({
      ...expectedOutcome(project),
      tree: after,
    });
  });

  test('is settled afterwards', () => {
    expect(again.tree).toEqual(written.tree);
  });
});

/** What a run says: its exit code, what became of each file, and the expected words that no message holds. */
function describeOutcome({ options }: Project, { code, files }: ProjectMigration) {
  const unsaid = Object.entries(options.says ?? {}).flatMap(([path, words]) => {
    const messages = files.filter((file) => file.path === path).flatMap(({ findings }) => findings);
    return words.filter((word) => !messages.some(({ message }) => message.includes(word)));
  });
  return { code, outcomes: Object.fromEntries(files.map(({ path, outcome }) => [path, outcome])), unsaid };
}

function expectedOutcome({ options }: Project): ReturnType<typeof describeOutcome> {
  const isFinished = Object.values(options.expect).every((outcome) => outcome === 'migrated');
  return { code: isFinished ? 0 : 1, outcomes: options.expect, unsaid: [] };
}
