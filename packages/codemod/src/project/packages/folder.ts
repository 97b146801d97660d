import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import semver from 'semver';
import { textAt, valueAt } from './data-value.ts';
import { hasLockfile, openLockfiles, type Lockfile } from './lockfile/lockfiles.ts';
import { readCatalogFiles, type CatalogFile } from './catalogs.ts';
import { readManifest, type Manifest } from './manifest.ts';

/** What one folder says of the packages that files in and below it use. */
export interface Folder {
  readonly path: string;
  readonly manifest: Manifest | undefined;
  /** The version that `node_modules` of this folder has of a package, if it is that package. */
  installed(name: string): string | undefined;
  readonly lockfiles: readonly Lockfile[];
  /** Files that may hold catalogs and overrides. */
  readonly catalogFiles: readonly CatalogFile[];
  /** A workspace may have its root here. */
  readonly isRoot: boolean;
  /** A repository begins here: folders above are not asked. */
  readonly isTop: boolean;
}

/** Lists a folder and those above it, up to the one where the repository begins. */
export type FoldersUpwards = (folder: string) => readonly Folder[];

/** Prepares the reading of folders; each file is read when it is first asked for, and once. */
export function createFolders(warn: (line: string) => void): FoldersUpwards {
  const folders = new Map<string, Folder>();
  const folderAt = (path: string) => {
    const known = folders.get(path) ?? new LazyFolder(path, warn);
    folders.set(path, known);
    return known;
  };
  return (path) => {
    const chain: Folder[] = [];
    for (let current = path; ; current = dirname(current)) {
      const folder = folderAt(current);
      chain.push(folder);
      if (folder.isTop || current === dirname(current)) return chain;
    }
  };
}

class LazyFolder implements Folder {
  readonly path: string;
  readonly isTop: boolean;
  readonly manifest: Manifest | undefined;
  readonly #warn: (line: string) => void;
  readonly #installed = new Map<string, string | undefined>();
  #lockfiles: readonly Lockfile[] | undefined;
  #catalogFiles: readonly CatalogFile[] | undefined;

  constructor(path: string, warn: (line: string) => void) {
    this.path = path;
    this.#warn = warn;
    this.isTop = existsSync(join(path, '.git'));
    this.manifest = readManifest(path, warn);
  }

  get lockfiles(): readonly Lockfile[] {
    return (this.#lockfiles ??= openLockfiles(this.path, this.#warn));
  }

  get catalogFiles(): readonly CatalogFile[] {
    return (this.#catalogFiles ??= readCatalogFiles(this.path, this.manifest, this.#warn));
  }

  get isRoot(): boolean {
    return (
      hasLockfile(this.path) ||
      this.catalogFiles.some(({ format }) => format === 'yaml') ||
      valueAt(this.manifest?.json, 'workspaces') !== undefined
    );
  }

  installed(name: string): string | undefined {
    if (!this.#installed.has(name)) this.#installed.set(name, readInstalled(this.path, name, this.#warn));
    return this.#installed.get(name);
  }
}

function readInstalled(folder: string, name: string, warn: (line: string) => void): string | undefined {
  const manifest = readManifest(join(folder, 'node_modules', name), warn);
  return textAt(manifest?.json, 'name') === name
    ? (semver.valid(textAt(manifest?.json, 'version')) ?? undefined)
    : undefined;
}
