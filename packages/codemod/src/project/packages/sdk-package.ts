import { join, relative, sep } from 'node:path';
import semver from 'semver';
import { findInCatalog } from './catalogs.ts';
import { textAt } from './data-value.ts';
import type { Folder } from './folder.ts';
import type { Literal } from './literal.ts';
import { findLocked as findInLockfiles, type LockedVersion } from './lockfile/lockfiles.ts';
import { declarationsOf, type Declaration, type Manifest } from './manifest.ts';
import { findOverride, type Override } from './overrides.ts';
import { lowestOf, readSpecifier, type Specifier } from './specifier.ts';

/** The version of `openai` that code runs with, and where that is said. */
export interface SdkVersion {
  readonly version: string;
  readonly from: 'installed' | 'lockfile' | 'declared';
  /** The file that says so. */
  readonly file: string;
}

/** A package.json that declares `openai`. */
export interface SdkDeclaration {
  readonly manifest: Manifest;
  /** All fields that declare it, the one that counts first. */
  readonly all: readonly Declaration[];
  /** The text that counts, which may stand in a catalog; undefined where the catalog does not have it. */
  readonly literal: Literal | undefined;
  readonly specifier: Specifier;
  readonly override: Override | undefined;
}

/** Everything that is known of `openai` in one folder. */
export interface SdkPackage {
  readonly version: SdkVersion | undefined;
  readonly declaration: SdkDeclaration | undefined;
  readonly installed: SdkVersion | undefined;
  /** Read when it is first needed: lockfiles are large. */
  locked(): LockedVersion | undefined;
  /** The folders that were asked, upwards, from the one that declares it on. */
  readonly folders: readonly Folder[];
}

const dependency = 'openai';

/** Works out which `openai` the files of a folder run with; `chain` is that folder and those above it. */
export function findSdkPackage(chain: readonly Folder[]): SdkPackage {
  const start = chain.findIndex(({ manifest }) => manifest && declarationsOf(manifest, dependency).length > 0);
  const folders = start === -1 ? chain : chain.slice(start);
  const manifest = start === -1 ? undefined : chain[start]?.manifest;
  const installed = findInstalled(chain);
  const declaration = manifest && readDeclaration(manifest, folders);
  let locked: { readonly found: LockedVersion | undefined } | undefined;
  const findLocked = () => (locked ??= { found: declaration && findLockedFor(declaration, folders) }).found;
  const found = installed ?? toSdkVersion(findLocked());
  return {
    version: declaration ? believe(found, declaration) : found,
    declaration,
    installed,
    locked: findLocked,
    folders,
  };
}

function toSdkVersion(locked: LockedVersion | undefined): SdkVersion | undefined {
  return locked && { version: locked.version, from: 'lockfile', file: locked.lockfile.path };
}

function findInstalled(chain: readonly Folder[]): SdkVersion | undefined {
  for (const folder of chain) {
    const version = folder.installed(dependency);
    const file = join(folder.path, 'node_modules', dependency, 'package.json');
    if (version !== undefined) return { version, from: 'installed', file };
  }
  return undefined;
}

function readDeclaration(manifest: Manifest, folders: readonly Folder[]): SdkDeclaration | undefined {
  const all = declarationsOf(manifest, dependency);
  const [first] = all;
  if (!first) return undefined;
  const written: Literal = { path: manifest.path, format: 'json', keys: [first.field, dependency], text: first.text };
  const specifier = readSpecifier(first.text);
  const literal =
    specifier.kind === 'catalog'
      ? findInCatalog(
          folders.flatMap(({ catalogFiles }) => catalogFiles),
          specifier.name,
          dependency,
        )
      : written;
  const root = folders.find(({ isRoot }) => isRoot) ?? folders[0];
  return {
    manifest,
    all,
    literal,
    specifier: literal ? readSpecifier(literal.text) : specifier,
    override: findOverride(root?.catalogFiles ?? [], dependency, literal?.text ?? first.text),
  };
}

function findLockedFor(declaration: SdkDeclaration, folders: readonly Folder[]): LockedVersion | undefined {
  const { manifest, all, literal, override } = declaration;
  const specifiers = [...all, literal, override].flatMap((written) => (written ? [written.text] : []));
  for (const { path, lockfiles } of folders) {
    const importer = relative(path, manifest.folder).replaceAll(sep, '/');
    const found = findInLockfiles(lockfiles, {
      packageName: textAt(manifest.json, 'name'),
      importer,
      dependency,
      specifiers,
    });
    if (found) return found;
  }
  return undefined;
}

/**
 * Holds a version that was found against what is declared. One outside the declared range belongs to another package:
 * then the lower one is believed. A peer may be as old as its range admits, whatever is installed here.
 */
function believe(found: SdkVersion | undefined, declaration: SdkDeclaration): SdkVersion | undefined {
  const { manifest, all, override, literal } = declaration;
  const specifier = override ? readSpecifier(override.text) : declaration.specifier;
  const file = override?.path ?? literal?.path ?? manifest.path;
  const chosen = specifier.kind === 'range' ? choose(found, specifier.range, file) : found;
  const peer = all.find(({ field }) => field === 'peerDependencies');
  const peerRange = peer && readSpecifier(peer.text);
  const oldest = peerRange?.kind === 'range' ? lowestOf(peerRange.range) : undefined;
  const isOlder = oldest !== undefined && chosen !== undefined && semver.lt(oldest, chosen.version);
  return isOlder ? { version: oldest, from: 'declared', file: manifest.path } : chosen;
}

function choose(found: SdkVersion | undefined, range: string, file: string): SdkVersion | undefined {
  const lowest = lowestOf(range);
  if (lowest === undefined) return found;
  const isBelieved = found && (semver.satisfies(found.version, range) || semver.lt(found.version, lowest));
  return isBelieved ? found : { version: lowest, from: 'declared', file };
}
