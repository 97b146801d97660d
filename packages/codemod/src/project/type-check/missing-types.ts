import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import type { UntypedImport } from './compiler-host.ts';
import type { TypeDiagnostic } from './diagnose.ts';
import type { ReadOnlyFiles } from './read-only-files.ts';

/** Tells whether a changed file uses something without types: whatever it makes of it passes the check. */
export function lacksTypes({ from, specifier }: UntypedImport, changed: ReadonlyMap<string, string>): boolean {
  return changed.has(from) && !isBuiltin(specifier) && !isAsset(specifier);
}

/** The name of the package that a specifier begins with, as far as it can be one. */
export function packageOf(specifier: string): string | undefined {
  return /^(?:@[a-z\d-][\w.~-]*\/)?[a-z\d][\w.~-]*(?=\/|$)/i.exec(specifier)?.[0];
}

function isAsset(specifier: string): boolean {
  return /\.(?!(?:[cm]?[jt]sx?|json)$)[a-z]{2,5}$/i.test(posix.basename(specifier)) && /[./]/.test(specifier.charAt(0));
}

/** A module, a package's types, or the types of Node.js and of test frameworks are not found. */
const notFound: ReadonlySet<number> = new Set([2307, 2792, 7016, 2580, 2582, 2584, 2591, 2593]);

/**
 * Tells whether an error only says that a package is not installed, which a new import or a new `process.env` brings to
 * light in a project whose packages are not there.
 */
export function isOfMissingPackage(files: ReadOnlyFiles, { file, code, words }: TypeDiagnostic): boolean {
  if (!notFound.has(code)) return false;
  const specifier = /\bmodule '([^']+)'/.exec(words)?.[1];
  const name = specifier === undefined ? '@types/node' : packageOf(specifier);
  return name !== undefined && !isInstalled(files, posix.dirname(file), name);
}

function isInstalled(files: ReadOnlyFiles, start: string, name: string): boolean {
  for (let folder = start; ; folder = posix.dirname(folder)) {
    if (files.folderExists(posix.join(folder, 'node_modules', name))) return true;
    if (folder === posix.dirname(folder)) return false;
  }
}
