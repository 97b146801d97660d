import { join } from 'node:path';
import { nodeReleaseNames } from '@azure-openai-v1/knowledge';
import semver from 'semver';
import { textAt } from './data-value.ts';
import type { Folder } from './folder.ts';
import { readText } from './read-text.ts';
import { lowestOf } from './specifier.ts';

/** The oldest Node.js that a project says it runs with, and where it says so. */
export interface ProjectNode {
  readonly version: string;
  readonly path: string;
}

/** Files that name one version for version managers. */
const versionFiles = ['.nvmrc', '.node-version', '.tool-versions'];

/** Finds the oldest Node.js that a package must run with, in its folder or one above; undefined where nothing says it. */
export function findProjectNode(folders: readonly Folder[]): ProjectNode | undefined {
  const stated = [
    nearest(folders, ({ manifest }) =>
      stateOf(manifest?.path, lowestOf(textAt(manifest?.json, 'engines', 'node') ?? '')),
    ),
    nearest(folders, ({ manifest }) =>
      stateOf(manifest?.path, readVersion(textAt(manifest?.json, 'volta', 'node') ?? '')),
    ),
    ...versionFiles.map((name) => nearest(folders, ({ path }) => readVersionFile(join(path, name)))),
  ];
  return stated.filter((state) => state !== undefined).toSorted((a, b) => semver.compare(a.version, b.version))[0];
}

function nearest<State>(folders: readonly Folder[], find: (folder: Folder) => State | undefined): State | undefined {
  for (const folder of folders) {
    const found = find(folder);
    if (found !== undefined) return found;
  }
  return undefined;
}

function stateOf(path: string | undefined, version: string | undefined): ProjectNode | undefined {
  return path === undefined || version === undefined ? undefined : { path, version };
}

/** Such a file has one line; `.tool-versions` has one for each tool. */
function readVersionFile(path: string): ProjectNode | undefined {
  const read = readText(path, 64 * 1024);
  if (read.kind !== 'text') return undefined;
  const lines = read.text.split('\n').map((line) => line.replace(/#.*/, '').trim());
  const line = path.endsWith('.tool-versions')
    ? lines.find((line) => /^node(?:js)?\s/.test(line))
    : lines.find((line) => line !== '');
  return stateOf(path, readVersion(line?.replace(/^node(?:js)?[\s@]\s*/, '') ?? ''));
}

/** `20`, `v20.11.1`, `lts/iron`; `node` and `lts/*` name no version that stays. */
function readVersion(text: string): string | undefined {
  const name = /^lts[/-](\w+)$/i.exec(text.trim())?.[1]?.toLowerCase();
  if (name !== undefined) {
    // The condition says that it is a key of the table.
    return Object.hasOwn(nodeReleaseNames, name)
      ? `${String(nodeReleaseNames[name as keyof typeof nodeReleaseNames].major)}.0.0`
      : undefined;
  }
  return /^v?\d+(?:\.\d+){0,2}$/.test(text.trim()) ? semver.coerce(text)?.version : undefined;
}
