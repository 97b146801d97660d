import { dirname } from 'node:path';
import type { FoldersUpwards } from './folder.ts';
import { findSdkPackage, type SdkPackage } from './sdk-package.ts';

/** Says which `openai` a file runs with. */
export type SdkLookup = (absolutePath: string) => SdkPackage;

/**
 * Prepares the look-up of the `openai` package that a file is run with: the version that is installed for it, else the
 * one that a lockfile fixed, else the lowest that its nearest `package.json` admits. What is unknown is undefined;
 * nothing is guessed from `*` or tags. Nothing is run, and each file is read once.
 */
export function createSdkLookup(foldersUpwards: FoldersUpwards): SdkLookup {
  const known = new Map<string, SdkPackage>();
  return (absolutePath) => {
    const folder = dirname(absolutePath);
    const sdk = known.get(folder) ?? findSdkPackage(foldersUpwards(folder));
    known.set(folder, sdk);
    return sdk;
  };
}
