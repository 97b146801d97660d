import { posix, resolve } from 'node:path';
import { readSmallFile, type Repository } from './repository.ts';

/** A package of the repository. */
interface Manifest {
  readonly folder: string;
  readonly name: string | undefined;
  readonly isPrivate: boolean;
  /** Paths without extension that its entry points may have as sources, by the name after the package's. */
  readonly entries: ReadonlyMap<string, readonly string[]>;
  /** The same for names that begin with `#`. */
  readonly imports: ReadonlyMap<string, readonly string[]>;
  readonly dependencies: ReadonlySet<string>;
}

/** The packages of a repository and what they offer to each other and to the world. */
export interface Workspace {
  /** Paths without extension that a bare specifier may stand for, the best first. */
  expand(from: string, specifier: string): readonly string[];
  /** The published package, in words, for whose users a file is an entry point; undefined where it is none. */
  publishes(path: string): string | undefined;
  /** The folder of the package that a file belongs to. */
  folderOf(path: string): string;
  /** Whether the package of a file says that it uses another package. */
  dependsOn(from: string, specifier: string): boolean;
}

/** Reads the manifests of a repository. */
export function readWorkspace({ cwd, manifests }: Repository): Workspace {
  const all = manifests.flatMap((path) => readManifest(cwd, path) ?? []);
  const byFolder = new Map(all.map((manifest) => [manifest.folder, manifest]));
  const byName = new Map(
    all.flatMap((manifest) => (manifest.name === undefined ? [] : [[manifest.name, manifest] as const])),
  );
  const manifestOf = (path: string): Manifest | undefined => {
    for (let folder = posix.dirname(path); ; folder = posix.dirname(folder)) {
      const found = byFolder.get(folder);
      if (found || folder === posix.dirname(folder) || /(?:^|\/)\.\.$/.test(folder)) return found;
    }
  };
  return {
    expand(from, specifier) {
      if (specifier.startsWith('#')) return manifestOf(from)?.imports.get(specifier) ?? [];
      const name = packageName(specifier);
      const manifest = byName.get(name);
      const subpath = `.${specifier.slice(name.length)}`;
      if (!manifest) return [];
      const plain =
        subpath === '.' ? [] : [posix.join(manifest.folder, subpath), posix.join(manifest.folder, 'src', subpath)];
      return [...(manifest.entries.get(subpath) ?? []), ...plain];
    },
    publishes(path) {
      const manifest = manifestOf(path);
      if (!manifest || manifest.isPrivate || manifest.name === undefined) return undefined;
      const stem = withoutExtension(path);
      const isEntry = [...manifest.entries.values()].some((stems) => stems.includes(stem));
      return isEntry ? `\`${manifest.name}\` (\`${posix.join(manifest.folder, 'package.json')}\`)` : undefined;
    },
    folderOf: (path) => manifestOf(path)?.folder ?? '.',
    dependsOn: (from, specifier) => manifestOf(from)?.dependencies.has(packageName(specifier)) === true,
  };
}

function packageName(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

function readManifest(cwd: string, path: string): Manifest | undefined {
  let content: unknown;
  try {
    content = JSON.parse(readSmallFile(resolve(cwd, path)) ?? 'null');
  } catch {
    return undefined;
  }
  if (!isRecord(content)) return undefined;
  const folder = posix.dirname(path);
  const name = content['name'];
  return {
    folder,
    name: typeof name === 'string' ? name : undefined,
    isPrivate: content['private'] === true,
    entries: entriesOf(content, folder),
    imports: targetsOf(content['imports'], folder),
    dependencies: new Set(
      ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'].flatMap((field) =>
        isRecord(content[field]) ? Object.keys(content[field]) : [],
      ),
    ),
  };
}

function entriesOf(manifest: Readonly<Record<string, unknown>>, folder: string): Manifest['entries'] {
  const main = ['source', 'types', 'module', 'main', 'browser'].flatMap((field) => stemsOf(manifest[field], folder));
  const { exports } = manifest;
  const isMap = isRecord(exports) && Object.keys(exports).some((key) => key.startsWith('.'));
  const entries = new Map(isMap ? targetsOf(exports, folder) : [['.', stemsOf(exports, folder)]]);
  const index = [posix.join(folder, 'src/index'), posix.join(folder, 'index')];
  const known = [...(entries.get('.') ?? []), ...main];
  entries.set('.', known.length > 0 ? [...known, ...index] : index);
  return entries;
}

function targetsOf(map: unknown, folder: string): ReadonlyMap<string, readonly string[]> {
  return new Map(isRecord(map) ? Object.entries(map).map(([key, target]) => [key, stemsOf(target, folder)]) : []);
}

/** Where the source of a built file may be: in its place, or in `src` instead of the folder of the build. */
function stemsOf(target: unknown, folder: string): readonly string[] {
  if (typeof target !== 'string')
    return isRecord(target) ? Object.values(target).flatMap((inner) => stemsOf(inner, folder)) : [];
  const path = withoutExtension(target.replace(/^\.\//, ''));
  const inner = path.replace(/^(?:dist|lib|build|out|esm|cjs|es)\/(?:(?:esm|cjs|src|types)\/)?/, '');
  return [...new Set([path, `src/${inner}`, inner])].map((stem) => posix.join(folder, stem));
}

function withoutExtension(path: string): string {
  return path.replace(/(?:\.d)?\.[cm]?[jt]sx?$/, '');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
