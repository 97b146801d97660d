import { createReadStream } from 'node:fs';
import { lstat, readFile, realpath } from 'node:fs/promises';
import type { FailReason, SkipReason } from '@azure-openai-v1/core';
import { decodeSource } from './decode-source.ts';
import { sizeLimit } from './decode-text.ts';
import { bytesMayConcern } from './legacy-words.ts';
import { isInside } from './report-path.ts';
import { kindOfFile, type SourceFile } from './source-file.ts';

/** A file that was read: its bytes, its text without byte order mark, and that mark or an empty string. */
export interface Source extends SourceFile {
  readonly bytes: Buffer;
  readonly text: string;
  readonly mark: string;
  /** The permission bits. */
  readonly mode: number;
  /** How many names the file has. */
  readonly links: number;
}

/** What reading a file came to; `absent` is no file (any more), `unconcerned` holds no word that matters. */
export type ReadResult =
  | { readonly kind: 'read'; readonly source: Source }
  | { readonly kind: 'skipped'; readonly reason: SkipReason }
  | { readonly kind: 'failed'; readonly reason: FailReason; readonly detail: string }
  | { readonly kind: 'unconcerned' }
  | { readonly kind: 'absent' };

/** Reads one file. Whatever is wrong with the file is part of the answer; links are not followed. */
export async function readSource(file: SourceFile): Promise<ReadResult> {
  try {
    const status = await lstat(file.absolute);
    if (status.isSymbolicLink()) return await readLink(file);
    if (!status.isFile()) return { kind: 'absent' };
    if (status.size > sizeLimit && kindOfFile(file.path) === 'source') return await readLargeFile(file.absolute);
    const bytes = await readFile(file.absolute);
    const decoded = decodeSource(file.path, bytes);
    if (decoded.kind !== 'text') return decoded;
    const { text, mark } = decoded;
    return { kind: 'read', source: { ...file, bytes, text, mark, mode: status.mode & 0o7777, links: status.nlink } };
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    // A name that is not UTF-8 was listed with replacement characters and cannot be opened: that is no absence.
    if (code === 'ENOENT' && !file.path.includes('\uFFFD')) return { kind: 'absent' };
    return { kind: 'failed', reason: 'read', detail: code };
  }
}

async function readLargeFile(absolute: string): Promise<ReadResult> {
  return (await streamMayConcern(absolute)) ? { kind: 'skipped', reason: 'too-large' } : { kind: 'unconcerned' };
}

async function readLink(file: SourceFile): Promise<ReadResult> {
  const target = await realpath(file.absolute);
  if (!(await lstat(target)).isFile()) return { kind: 'absent' };
  if (!(await streamMayConcern(target))) return { kind: 'unconcerned' };
  return { kind: 'skipped', reason: isInside(file.root, target) ? 'symlink' : 'outside-root' };
}

/** Searches a file of any size; neighbouring chunks overlap by more than the longest word. */
async function streamMayConcern(absolute: string): Promise<boolean> {
  let tail: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(absolute, { highWaterMark: 1024 * 1024 })) {
    const bytes = Buffer.concat([tail, chunk as Buffer]);
    if (bytesMayConcern(bytes)) return true;
    tail = bytes.subarray(-64);
  }
  return false;
}
