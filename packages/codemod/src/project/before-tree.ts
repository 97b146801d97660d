import { isUtf8 } from 'node:buffer';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { splitNames } from './git-listing.ts';
import { readObjects } from './git-objects.ts';
import { listTree, staysInside, type TreeEntry } from './git-tree.ts';
import { askGit } from './git.ts';
import { link, mirrorPath, targetOfLink, type Mirror } from './mirror.ts';
import { UsageError } from './usage-error.ts';

/**
 * Makes a folder that looks as the repository looked at a commit, with what is untracked or ignored as it is today. The
 * repository is only read; git checks nothing out.
 *
 * @returns the names that were left out, because no file can have them or they cannot be read
 * @throws {UsageError} when git cannot read the commit
 */
export async function makeBeforeTree(commit: string, mirror: Mirror): Promise<readonly string[]> {
  const tree = await listTree(mirror.from, commit);
  if (tree === undefined)
    throw new UsageError(`git cannot list the files of ${commit}. See whether \`git fsck\` finds a fault.`);
  mkdirSync(mirror.to, { recursive: true });
  const ofKind = (...kinds: readonly TreeEntry['kind'][]) => tree.entries.filter(({ kind }) => kinds.includes(kind));
  const leftOut = await writeFiles(ofKind('file', 'program'), mirror);
  const untracked = (await listUntracked(mirror.from)).concat(ofKind('submodule').map(({ path }) => path));
  const unreadable = untracked.filter((path) => !isMirrored(path, mirror));
  // Links come last, so that nothing is written through one.
  await makeLinks(ofKind('link'), mirror);
  linkOuterPackages(mirror);
  return [...tree.odd, ...leftOut, ...unreadable];
}

function isMirrored(path: string, mirror: Mirror): boolean {
  try {
    mirrorPath(path, mirror);
    return true;
  } catch {
    return false;
  }
}

async function writeFiles(entries: readonly TreeEntry[], { from, to }: Mirror): Promise<readonly string[]> {
  const leftOut: string[] = [];
  for await (const [{ path, kind }, content] of readObjects(from, entries)) {
    try {
      mkdirSync(dirname(join(to, path)), { recursive: true });
      writeFileSync(join(to, path), content, { flag: 'wx', mode: kind === 'program' ? 0o755 : 0o644 });
    } catch {
      // A tree that was made by hand can have a name twice, or one that is too long for this file system.
      leftOut.push(path);
    }
  }
  return leftOut;
}

async function makeLinks(entries: readonly TreeEntry[], mirror: Mirror): Promise<void> {
  for await (const [{ path }, content] of readObjects(mirror.from, entries)) {
    mkdirSync(dirname(join(mirror.to, path)), { recursive: true });
    link(targetOfLink(join(mirror.from, path), content.toString('utf8'), mirror), join(mirror.to, path));
  }
}

/** What git does not keep, ignored or not; a folder of which it keeps nothing is named as a whole. */
async function listUntracked(root: string): Promise<readonly string[]> {
  const answer = await askGit(root, ['ls-files', '-z', '--others', '--directory', '--', '.']);
  return splitNames(answer ?? Buffer.alloc(0))
    .filter((name) => isUtf8(name))
    .map((name) => name.toString('utf8').replace(/\/$/, ''))
    .filter(staysInside);
}

/** Node.js also looks for packages in the folders above, and those of the mirror are empty. */
function linkOuterPackages({ from, to }: Mirror): void {
  for (let folder = dirname(from); folder !== dirname(folder); folder = dirname(folder)) {
    const packages = join(folder, 'node_modules');
    if (!existsSync(packages)) continue;
    link(packages, join(dirname(to), 'node_modules'));
    return;
  }
}
