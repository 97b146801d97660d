import { join } from 'node:path';
import { textAt, textsAt } from './data-value.ts';
import { readText } from './read-text.ts';

/** A package.json that was read. `text` has no byte order mark. */
export interface Manifest {
  readonly path: string;
  readonly folder: string;
  readonly text: string;
  readonly json: unknown;
}

/** A dependency as a package.json declares it. */
export interface Declaration {
  readonly field: DependencyField;
  readonly text: string;
}

/** The fields of a package.json that declare dependencies, the one that counts first. */
export const dependencyFields = [
  'dependencies',
  'devDependencies',
  'peerDependencies',
  'optionalDependencies',
] as const satisfies readonly string[];

/** A field of {@link dependencyFields}. */
export type DependencyField = (typeof dependencyFields)[number];

/** Larger manifests are not read. */
const sizeLimit = 1024 * 1024;

/** Reads the package.json of a folder, if there is one that can be read. */
export function readManifest(folder: string, warn: (line: string) => void): Manifest | undefined {
  const path = join(folder, 'package.json');
  const read = readText(path, sizeLimit);
  if (read.kind === 'absent') return undefined;
  const unknown = 'the version of openai that it stands for counts as unknown.';
  if (read.kind === 'unreadable') {
    warn(`${path} ${read.reason}: ${unknown}`);
    return undefined;
  }
  try {
    return { path, folder, text: read.text, json: JSON.parse(read.text) };
  } catch {
    warn(`${path} is not valid JSON: ${unknown}`);
    return undefined;
  }
}

/** How a manifest declares a dependency: once for each field that has it. */
export function declarationsOf({ json }: Manifest, dependency: string): readonly Declaration[] {
  return dependencyFields.flatMap((field) => {
    const text = textAt(json, field, dependency);
    return text === undefined ? [] : [{ field, text }];
  });
}

/** The other names under which a manifest has a package, as in `"openai4": "npm:openai@4"`. */
export function aliasesOf({ json }: Manifest, name: string): readonly string[] {
  return dependencyFields.flatMap((field) =>
    [...textsAt(json, field)].flatMap(([alias, text]) =>
      alias !== name && (text === `npm:${name}` || text.startsWith(`npm:${name}@`)) ? [alias] : [],
    ),
  );
}
