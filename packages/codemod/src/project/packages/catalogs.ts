import { join } from 'node:path';
import { textAt } from './data-value.ts';
import type { Literal } from './literal.ts';
import type { Manifest } from './manifest.ts';
import { readText } from './read-text.ts';
import { readYaml, yamlLimit } from './read-yaml.ts';

/** Files that hold catalogs: of pnpm, of Yarn. Those of Bun stand in a package.json. */
const catalogFiles = ['pnpm-workspace.yaml', '.yarnrc.yml'] as const;

/** A file of a folder that may hold catalogs, as data. */
export interface CatalogFile {
  readonly path: string;
  readonly format: Literal['format'];
  readonly data: unknown;
}

/** Reads the files of a folder that may hold catalogs. */
export function readCatalogFiles(
  folder: string,
  manifest: Manifest | undefined,
  warn: (line: string) => void,
): readonly CatalogFile[] {
  const inYaml = catalogFiles.flatMap((name): readonly CatalogFile[] => {
    const path = join(folder, name);
    const read = readText(path, yamlLimit);
    if (read.kind === 'absent') return [];
    const data = read.kind === 'text' ? readYaml(read.text) : undefined;
    if (data === undefined) warn(`${path} cannot be read: what it says of openai counts as unknown.`);
    return data === undefined ? [] : [{ path, format: 'yaml', data }];
  });
  return manifest ? [...inYaml, { path: manifest.path, format: 'json', data: manifest.json }] : inYaml;
}

/** Finds the range that a catalog has for a dependency, and where it stands. */
export function findInCatalog(files: readonly CatalogFile[], catalog: string, dependency: string): Literal | undefined {
  const named = [
    ['catalogs', catalog, dependency],
    ['workspaces', 'catalogs', catalog, dependency],
  ];
  const plain = [
    ['catalog', dependency],
    ['workspaces', 'catalog', dependency],
  ];
  const places = catalog === 'default' ? [...plain, ...named] : named;
  for (const { path, format, data } of files) {
    for (const keys of places) {
      const text = textAt(data, ...keys);
      if (text !== undefined) return { path, format, keys, text };
    }
  }
  return undefined;
}
