import { readFileSync, statSync } from 'node:fs';

/** A file of data: its text, that there is none, or why it cannot be read. */
export type DataFile =
  | { readonly kind: 'read'; readonly text: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable'; readonly why: string };

/** Reads a file that is data, up to a size in bytes. PowerShell writes UTF-16, so that is read as well. */
export function readDataFile(path: string, limit: number): DataFile {
  try {
    // A pipe would never end, and a device might not either.
    const status = statSync(path, { throwIfNoEntry: false });
    if (status === undefined) return { kind: 'absent' };
    if (!status.isFile()) return { kind: 'unreadable', why: 'it is not a regular file' };
    if (status.size > limit) return { kind: 'unreadable', why: `it is larger than ${String(limit / 1024)} KiB` };
    const text = decode(readFileSync(path));
    return text === undefined ? { kind: 'unreadable', why: 'it is not UTF-8' } : { kind: 'read', text };
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    return code === 'ENOTDIR' ? { kind: 'absent' } : { kind: 'unreadable', why: code };
  }
}

function decode(bytes: Buffer): string | undefined {
  const mark = bytes.subarray(0, 2).toString('hex');
  const encoding = mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
