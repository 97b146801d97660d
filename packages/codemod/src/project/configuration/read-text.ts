import { lstat, readFile, realpath } from 'node:fs/promises';
import { decodeText, sizeLimit } from '../decode-text.ts';
import type { Source } from '../read-source.ts';
import { isInside } from '../report-path.ts';
import type { SourceFile } from '../source-file.ts';

/** What reading a file came to: text, bytes that are none, nothing that is there, or something that cannot be read. */
export type TextResult =
  | { readonly kind: 'text'; readonly source: Source }
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable' };

/** Larger files are not read at all. */
const largest = 64 * sizeLimit;

/** Reads a file whatever it is for. Links are not followed; one that leaves the repository cannot be looked at. */
export async function readText(file: SourceFile): Promise<TextResult> {
  try {
    const status = await lstat(file.absolute);
    if (status.isSymbolicLink())
      return { kind: isInside(file.root, await realpath(file.absolute)) ? 'absent' : 'unreadable' };
    if (!status.isFile()) return { kind: 'absent' };
    if (status.size > largest) return { kind: 'unreadable' };
    const bytes = await readFile(file.absolute);
    const decoded = decodeText(bytes);
    if (decoded.kind === 'skipped') return { kind: 'bytes', bytes };
    const { text, mark } = decoded;
    return { kind: 'text', source: { ...file, bytes, text, mark, mode: status.mode & 0o7777, links: status.nlink } };
  } catch (error) {
    return { kind: (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'absent' : 'unreadable' };
  }
}
