import { posix } from 'node:path';
import { isInside } from '../report-path.ts';
import { neverEntered } from '../never-entered.ts';
import type { ReadOnlyFiles } from './read-only-files.ts';
import type { ProjectReader } from './read-project.ts';

/** The configuration that a file is checked with, and whether it names the file itself. */
export interface Owner {
  readonly config: string;
  readonly isListed: boolean;
}

const configName = /^(?:ts|js)config(?:\..+)?\.json$/;
/** Made to be extended: without a list of files it seems to own everything. */
const baseName = /\.(?:base|shared|common|options)\.json$/;

/**
 * Finds the configuration that lists a file: that of the nearest folder, or one that it refers to or that stands beside
 * it. Where none does, the nearest one speaks for the file all the same, as tests and scripts are often left out.
 */
export function findOwner(files: ReadOnlyFiles, reader: ProjectReader, top: string, file: string): Owner | undefined {
  let nearest: string | undefined;
  for (let folder = posix.dirname(file); isInside(top, folder); folder = posix.dirname(folder)) {
    const configs = configsAround(files, reader, folder);
    const config = configs.find((candidate) => reader.read(candidate).parsed.fileNames.includes(file));
    if (config !== undefined) return { config, isListed: true };
    nearest ??= configs.find((candidate) => reader.read(candidate).parsed.fileNames.length > 0);
    if (folder === posix.dirname(folder)) break;
  }
  return nearest === undefined ? undefined : { config: nearest, isListed: false };
}

/** The configurations of a folder, the main one first, each followed by those that it refers to. */
function configsAround(files: ReadOnlyFiles, reader: ProjectReader, folder: string): readonly string[] {
  const names = files.listFolder(folder).files.filter((name) => configName.test(name) && !baseName.test(name));
  const inOrder = names.toSorted((a, b) => a.length - b.length || (a < b ? 1 : -1));
  return withReferences(
    reader,
    inOrder.map((name) => posix.join(folder, name)),
  );
}

/** Adds to configurations those that they refer to, directly or not; circles are no trouble. */
export function withReferences(reader: ProjectReader, configs: readonly string[]): readonly string[] {
  const found = new Set<string>();
  const pending = [...configs];
  for (let config = pending.shift(); config !== undefined; config = pending.shift()) {
    if (found.has(config)) continue;
    found.add(config);
    pending.unshift(...reader.outline(config).references);
  }
  return [...found];
}

/** Lists the configurations of a repository; links are not followed. */
export function listConfigs(files: ReadOnlyFiles, top: string): readonly string[] {
  const found: string[] = [];
  const pending = [top];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    const { files: names, directories } = files.listFolder(folder);
    for (const name of names) if (configName.test(name) && !baseName.test(name)) found.push(posix.join(folder, name));
    for (const name of directories) {
      const inner = posix.join(folder, name);
      if (!name.startsWith('.') && neverEntered(name) === undefined && files.realPath(inner) === inner)
        pending.push(inner);
    }
  }
  return found.toSorted();
}
