import { isUtf8 } from 'node:buffer';
import { splitNames } from './git-listing.ts';
import { askGit } from './git.ts';

/** A file, link or submodule that a commit holds. */
export interface TreeEntry {
  readonly kind: 'file' | 'program' | 'link' | 'submodule';
  /** The name of its content. */
  readonly object: string;
  /** Relative to the root, with `/`. */
  readonly path: string;
}

/** What a commit holds. */
export interface Tree {
  readonly entries: readonly TreeEntry[];
  /** Names that no file of a program can have here, as they are shown. */
  readonly odd: readonly string[];
}

const kinds: Readonly<Record<string, TreeEntry['kind']>> = {
  '100644': 'file',
  '100664': 'file',
  '100755': 'program',
  '120000': 'link',
  '160000': 'submodule',
};

/** Lists what a commit holds; undefined where git cannot. */
export async function listTree(root: string, commit: string): Promise<Tree | undefined> {
  const answer = await askGit(root, ['ls-tree', '-r', '-z', '--full-tree', commit]);
  if (answer === undefined) return undefined;
  const entries: TreeEntry[] = [];
  const odd: string[] = [];
  for (const line of splitNames(answer)) {
    const tab = line.indexOf('\t');
    const [mode = '', , object = ''] = line.toString('latin1', 0, tab).split(' ');
    const name = line.subarray(tab + 1);
    const path = name.toString('utf8');
    const kind = kinds[mode];
    if (kind !== undefined && isUtf8(name) && staysInside(path)) entries.push({ kind, object, path });
    else odd.push(path);
  }
  return { entries, odd };
}

/** Tells whether a path names something below the folder that it is joined to, and no part of a repository's own data. */
export function staysInside(path: string): boolean {
  if (process.platform === 'win32' && /[\\:]/.test(path)) return false;
  return path.split('/').every((part) => !['', '.', '..', '.git'].includes(part.toLowerCase()));
}
