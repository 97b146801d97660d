import { askGit } from './git.ts';

/**
 * Asks git for the tracked and the not ignored files under a folder.
 *
 * @returns paths relative to the folder; one that ends with `/` is a repository of its own; undefined where git has no answer
 */
export async function listWithGit(folder: string): Promise<readonly string[] | undefined> {
  const command = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', '.'];
  const answer = await askGit(folder, command);
  if (answer === undefined) return undefined;
  return [...new Set(splitNames(answer).map((name) => name.toString('utf8')))];
}

/** Takes apart what git lists with `-z`. */
export function splitNames(list: Buffer): readonly Buffer[] {
  const names: Buffer[] = [];
  for (let start = 0; start < list.length;) {
    const end = list.indexOf(0, start);
    names.push(list.subarray(start, end === -1 ? list.length : end));
    start = end === -1 ? list.length : end + 1;
  }
  return names;
}
