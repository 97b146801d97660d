import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { posix, sep } from 'node:path';
import { isInside } from '../report-path.ts';
import { createCounter } from './limits.ts';
import type { TypeCheckLimits } from './type-check.ts';

/** What the compiler may see of the disk; every path has `/`. */
export interface ReadOnlyFiles {
  readonly fileExists: (path: string) => boolean;
  readonly folderExists: (path: string) => boolean;
  /** The text without byte order mark; undefined for what is absent, too large, not text or out of bounds. */
  readonly readFile: (path: string) => string | undefined;
  readonly listFolder: (path: string) => FolderListing;
  /** The path without links, also of what is not there, as far as its folders are. */
  readonly realPath: (path: string) => string;
}

/** The names in a folder. */
interface FolderListing {
  readonly files: readonly string[];
  readonly directories: readonly string[];
}

type Kind = 'file' | 'folder' | 'nothing';

/** Of other files the compiler needs no text. */
const readable = /\.(?:[cm]?[jt]sx?|json)$/i;

/**
 * Shows a repository, and installed packages wherever they are linked to, as a place that can be read: regular files of
 * TypeScript, JavaScript and JSON. Whatever else a configuration, an import or a link names does not exist.
 *
 * @param top the real path of the repository
 */
export function openReadOnly(top: string, limits: TypeCheckLimits): ReadOnlyFiles {
  const kinds = new Map<string, Kind>();
  const listings = new Map<string, FolderListing>();
  const countEntries = createCounter(limits.entries, 'the repository has too many files');
  const realPath = createRealPathLookup();
  const kindOf = (path: string): Kind => {
    const known = kinds.get(path);
    if (known !== undefined) return known;
    const kind = isAllowed(top, path) && isAllowed(top, realPath(path)) ? look(path) : 'nothing';
    kinds.set(path, kind);
    return kind;
  };
  return {
    fileExists: (path) => kindOf(path) === 'file',
    folderExists: (path) => kindOf(path) === 'folder',
    readFile: (path) => (readable.test(path) && kindOf(path) === 'file' ? readText(path, limits.fileBytes) : undefined),
    listFolder(path) {
      const known = listings.get(path);
      if (known) return known;
      const names = kindOf(path) === 'folder' ? listNames(path) : [];
      countEntries(names.length);
      const inside = path.endsWith('/') ? path : `${path}/`;
      const listing = {
        files: names.filter((name) => kindOf(inside + name) === 'file'),
        directories: names.filter((name) => kindOf(inside + name) === 'folder'),
      };
      listings.set(path, listing);
      return listing;
    },
    realPath,
  };
}

/** Writes a path of the system with `/`. */
export function withSlashes(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}

/** Tells whether a path lies in a folder of installed packages. */
export function isInPackages(path: string): boolean {
  return /\/node_modules(?:\/|$)/.test(path);
}

function isAllowed(top: string, path: string): boolean {
  return !path.includes('\0') && (isInside(top, path) || isInPackages(path));
}

function look(path: string): Kind {
  try {
    const status = statSync(path, { throwIfNoEntry: false });
    if (status?.isDirectory() === true) return 'folder';
    return status?.isFile() === true ? 'file' : 'nothing';
  } catch {
    return 'nothing';
  }
}

function createRealPathLookup(): (path: string) => string {
  const known = new Map<string, string>();
  const lookUp = (path: string): string => {
    const found = known.get(path) ?? resolveLinks(path) ?? `${lookUp(posix.dirname(path))}/${posix.basename(path)}`;
    known.set(path, found);
    return found;
  };
  return lookUp;
}

function resolveLinks(path: string): string | undefined {
  try {
    return withSlashes(realpathSync.native(path));
  } catch {
    return path === posix.dirname(path) ? path : undefined;
  }
}

function listNames(path: string): readonly string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

function readText(path: string, limit: number): string | undefined {
  try {
    if (statSync(path).size > limit) return undefined;
    const bytes = readFileSync(path);
    const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    return undefined;
  }
}
