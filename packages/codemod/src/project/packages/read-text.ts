import { readFileSync, statSync } from 'node:fs';

/** What a file that describes a project came to. */
export type TextResult =
  | { readonly kind: 'text'; readonly text: string; readonly mark: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable'; readonly reason: string };

const byteOrderMark = '\uFEFF';

/** Reads a text file of at most `limit` bytes; whatever is wrong with it is part of the answer. */
export function readText(path: string, limit: number): TextResult {
  try {
    // A pipe would never end, and a device might not either.
    const status = statSync(path, { throwIfNoEntry: false });
    if (status === undefined) return { kind: 'absent' };
    if (!status.isFile()) return { kind: 'unreadable', reason: 'is no regular file' };
    if (status.size > limit) return { kind: 'unreadable', reason: `is larger than ${String(limit / 1024 / 1024)} MiB` };
    const decoded = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
    const mark = decoded.startsWith(byteOrderMark) ? byteOrderMark : '';
    return { kind: 'text', text: decoded.slice(mark.length), mark };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'absent' };
    return {
      kind: 'unreadable',
      reason: code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? 'is not UTF-8' : 'cannot be read',
    };
  }
}
