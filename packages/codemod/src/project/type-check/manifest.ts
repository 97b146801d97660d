import { posix } from 'node:path';
import { isInside } from '../report-path.ts';
import type { ReadOnlyFiles } from './read-only-files.ts';

/** What matters of a `package.json` here. */
export interface Manifest {
  readonly folder: string;
  readonly name: string | undefined;
  readonly version: string | undefined;
  /** Declared ranges by name, of whatever kind of dependency. */
  readonly dependencies: ReadonlyMap<string, string>;
}

const fields = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'];

/** Prepares the look-up of the package that a path belongs to, up to the top of the repository. */
export function createManifestLookup(files: ReadOnlyFiles, top: string): (path: string) => Manifest | undefined {
  const known = new Map<string, Manifest | undefined>();
  const lookUp = (folder: string): Manifest | undefined => {
    if (known.has(folder)) return known.get(folder);
    const above = posix.dirname(folder);
    const isLast = above === folder || !isInside(top, above);
    const manifest = readManifest(files, folder) ?? (isLast ? undefined : lookUp(above));
    known.set(folder, manifest);
    return manifest;
  };
  return (path) => lookUp(posix.dirname(path));
}

/** Reads the `package.json` of a folder, as far as it is one. */
export function readManifest(files: ReadOnlyFiles, folder: string): Manifest | undefined {
  const text = files.readFile(posix.join(folder, 'package.json'));
  const json = text === undefined ? undefined : parse(text);
  if (!isRecord(json)) return undefined;
  const { name, version } = json;
  const dependencies = new Map<string, string>();
  for (const field of fields) {
    const declared = json[field];
    for (const [key, range] of isRecord(declared) ? Object.entries(declared) : [])
      if (typeof range === 'string') dependencies.set(key, range);
  }
  return { folder, name: asText(name), version: asText(version), dependencies };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
