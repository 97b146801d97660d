import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
  type Stats,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Outcome } from '@azure-openai-v1/core';
import type { Source } from './read-source.ts';
import { isInside } from './report-path.ts';

/** What writing came to: written, or why the file is as it was. */
export type WriteResult = { readonly kind: 'written' } | Extract<Outcome, { kind: 'skipped' | 'failed' }>;

/** Tells by its permission bits that a file is not meant to be written, whoever runs this program. */
export function isReadOnly({ mode }: Pick<Source, 'mode'>): boolean {
  return (mode & 0o222) === 0;
}

/** Tells that another name means the same file: replacing the one would leave the other as it was. */
export function hasSecondName({ links }: Pick<Source, 'links'>): boolean {
  return links > 1;
}

/**
 * Replaces a file's text. A reader sees the old bytes or the new ones and never a mix. Nothing here waits, so that a
 * signal is handled before or after it.
 */
export function writeSource(source: Source, text: string): WriteResult {
  try {
    return replaceFile(source, Buffer.from(source.mark + text, 'utf8'));
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return { kind: 'skipped', reason: 'changed-meanwhile' };
    if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return { kind: 'skipped', reason: 'read-only', detail: code };
    return { kind: 'failed', reason: 'write', detail: code };
  }
}

function replaceFile(source: Source, bytes: Buffer): WriteResult {
  const folder = realpathSync(dirname(source.absolute));
  if (!isInside(source.root, folder)) return { kind: 'skipped', reason: 'outside-root' };
  const target = join(folder, basename(source.absolute));
  const status = lstatSync(target);
  if (!status.isFile()) return { kind: 'skipped', reason: 'changed-meanwhile' };
  const temporary = join(folder, `.azure-openai-v1-${randomBytes(8).toString('hex')}.tmp`);
  try {
    writeTemporary(temporary, bytes, status);
    if (!readFileSync(target).equals(source.bytes)) return { kind: 'skipped', reason: 'changed-meanwhile' };
    renameSync(temporary, target);
  } finally {
    rmSync(temporary, { force: true });
  }
  return { kind: 'written' };
}

function writeTemporary(path: string, bytes: Buffer, { mode, uid, gid }: Stats): void {
  const file = openSync(path, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY, 0o600);
  try {
    writeFileSync(file, bytes);
    if (uid !== process.getuid?.() || gid !== process.getgid?.()) fchownSync(file, uid, gid);
    fchmodSync(file, mode & 0o7777);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
