import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import semver from 'semver';

/** What one folder says of the `openai` package. */
interface FolderFacts {
  readonly installed: string | undefined;
  readonly declared: string | undefined;
  /** A repository begins here: folders above are not asked. */
  readonly isTop: boolean;
}

/** Larger manifests are not read. */
const sizeLimit = 1024 * 1024;

const dependencyFields = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'];

/**
 * Prepares the look-up of the `openai` version that a file is run with: the one that is installed for it, else the
 * lowest that its nearest `package.json` admits. Unknown is undefined; nothing is guessed from `*`, tags or catalogs.
 */
export function createSdkVersionLookup(warn: (line: string) => void): (absolutePath: string) => string | undefined {
  const facts = new Map<string, FolderFacts>();
  const factsOf = (folder: string) => {
    const known = facts.get(folder) ?? readFolder(folder, warn);
    facts.set(folder, known);
    return known;
  };
  return (absolutePath) => {
    let installed: string | undefined;
    let declared: string | undefined;
    for (let folder = dirname(absolutePath); ; folder = dirname(folder)) {
      const here = factsOf(folder);
      installed ??= here.installed;
      declared ??= here.declared;
      if (here.isTop || folder === dirname(folder)) return chooseVersion(installed, declared);
    }
  };
}

/** An installed version outside the declared range belongs to another package: then the lower one is believed. */
function chooseVersion(installed: string | undefined, declared: string | undefined): string | undefined {
  const lowest = declared === undefined ? undefined : lowestVersion(declared);
  if (installed === undefined || lowest === undefined || declared === undefined) return installed ?? lowest;
  return semver.satisfies(installed, rangeOf(declared)) || semver.lt(installed, lowest) ? installed : lowest;
}

function lowestVersion(declared: string): string | undefined {
  const range = semver.validRange(rangeOf(declared));
  const version = range === null || range === '*' ? undefined : semver.minVersion(range)?.version;
  return version === '0.0.0' ? undefined : version;
}

function rangeOf(declared: string): string {
  return declared.replace(/^npm:openai@/, '');
}

function readFolder(folder: string, warn: (line: string) => void): FolderFacts {
  const installed = readJson(join(folder, 'node_modules', 'openai', 'package.json'), warn);
  const own = readJson(join(folder, 'package.json'), warn);
  const declarations = dependencyFields.map((field) => stringAt(recordAt(own, field), 'openai'));
  return {
    installed:
      stringAt(installed, 'name') === 'openai'
        ? (semver.valid(stringAt(installed, 'version')) ?? undefined)
        : undefined,
    declared: declarations.find((declaration) => declaration !== undefined),
    isTop: existsSync(join(folder, '.git')),
  };
}

function readJson(path: string, warn: (line: string) => void): unknown {
  // A pipe would never end, and a device might not either.
  const status = statSync(path, { throwIfNoEntry: false });
  if (status?.isFile() !== true || status.size > sizeLimit) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  } catch {
    warn(`${path} is not valid JSON: the version of openai that it stands for counts as unknown.`);
    return undefined;
  }
}

function recordAt(value: unknown, name: string): unknown {
  const isOwn = typeof value === 'object' && value !== null && Object.hasOwn(value, name);
  return isOwn ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}

function stringAt(value: unknown, name: string): string | undefined {
  const found = recordAt(value, name);
  return typeof found === 'string' ? found : undefined;
}
