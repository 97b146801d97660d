import { existsSync } from 'node:fs';
import { join } from 'node:path';
import semver from 'semver';
import { readText } from '../read-text.ts';
import { openBunLock } from './bun-lock.ts';
import type { LockedLookup, LockedRequest } from './locked-request.ts';
import { openNpmLock } from './npm-lock.ts';
import { openPnpmLock } from './pnpm-lock.ts';
import { openYarnLock } from './yarn-lock.ts';

/** A lockfile that was taken apart. */
export interface Lockfile {
  readonly name: LockfileName;
  readonly path: string;
  readonly find: LockedLookup;
}

/** A version that a lockfile fixed. */
export interface LockedVersion {
  readonly version: string;
  readonly lockfile: Lockfile;
}

/** The name of a lockfile that is understood. */
export type LockfileName = keyof typeof kinds;

/** The lockfiles that are understood, and what writes them anew. The binary `bun.lockb` is not. */
const kinds = {
  'bun.lock': { open: openBunLock, install: 'bun install' },
  'npm-shrinkwrap.json': { open: openNpmLock, install: 'npm install' },
  'package-lock.json': { open: openNpmLock, install: 'npm install' },
  'pnpm-lock.yaml': { open: openPnpmLock, install: 'pnpm install' },
  'yarn.lock': { open: openYarnLock, install: 'yarn install' },
} as const satisfies Record<string, { readonly open: (text: string) => LockedLookup; readonly install: string }>;

/** Larger lockfiles are not read. */
const sizeLimit = 32 * 1024 * 1024;

// The keys of this table are its names.
const names = Object.keys(kinds) as LockfileName[];

/** Tells whether a folder has a lockfile, without reading it. */
export function hasLockfile(folder: string): boolean {
  return names.some((name) => existsSync(join(folder, name)));
}

/** Opens the lockfiles of a folder; one that cannot be read is named in a warning. */
export function openLockfiles(folder: string, warn: (line: string) => void): readonly Lockfile[] {
  return names.flatMap((name) => {
    const path = join(folder, name);
    const read = readText(path, sizeLimit);
    if (read.kind === 'absent') return [];
    const unknown = 'what it says of openai counts as unknown.';
    if (read.kind === 'unreadable') {
      warn(`${path} ${read.reason}: ${unknown}`);
      return [];
    }
    try {
      return [{ name, path, find: kinds[name].open(read.text) }];
    } catch {
      warn(`${path} is broken: ${unknown}`);
      return [];
    }
  });
}

/** What lockfiles of one folder say; where two of them disagree, the lower version is believed. */
export function findLocked(lockfiles: readonly Lockfile[], request: LockedRequest): LockedVersion | undefined {
  const found = lockfiles.flatMap((lockfile) => {
    const version = semver.valid(lockfile.find(request));
    return version === null ? [] : [{ version, lockfile }];
  });
  return found.toSorted((a, b) => semver.compare(a.version, b.version))[0];
}

/** The command that writes a lockfile anew. */
export function installCommand(name: LockfileName): string {
  return kinds[name].install;
}
