import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import ts from 'typescript';
import { sdkVersions, type SdkVersion } from '../wire/sdk-majors.ts';

/** What is read of a `package.json`. */
interface Manifest {
  readonly name?: string;
  readonly type?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly exports?: Readonly<Record<string, unknown>>;
}

/** Finds the file of the project in `root` that a specifier means in one of its files; undefined where it means none. */
export function resolveInProject(root: string, from: string, specifier: string): string | undefined {
  const { resolvedModule } = ts.resolveModuleName(specifier, from, resolutionOptions(root, from), ts.sys);
  const path = resolvedModule?.resolvedFileName ?? findWorkspacePackage(root, specifier);
  return path?.startsWith(`${root}/`) ? path : undefined;
}

/** The release of `openai` that is at hand for the range that the nearest package.json declares. */
export function releaseFor(root: string, from: string): SdkVersion {
  const range = findUp(root, from, 'package.json', (path) => readManifest(path).dependencies?.['openai']);
  if (range === undefined) throw new Error(`No package.json declares openai for ${from}`);
  return suitRelease(range);
}

/** The oldest release of the same major that is not older than what a range begins with. */
function suitRelease(range: string): SdkVersion {
  const wanted = range.replace(/^[\^~]/, '');
  const ofMajor = sdkVersions.filter((release) => release.split('.')[0] === wanted.split('.')[0]);
  const found = ofMajor.find((release) => release.localeCompare(wanted, 'en', { numeric: true }) >= 0);
  if (found === undefined) throw new Error(`No release of openai is at hand for ${range}`);
  return found;
}

/** Tells whether Node.js takes a `.js` file of the project for a CommonJS module. */
export function isCommonJsFile(root: string, path: string): boolean {
  return findUp(root, path, 'package.json', (manifest) => readManifest(manifest).type ?? 'commonjs') === 'commonjs';
}

/** The folders of the project that have a package.json of their own and use `openai`. */
export function foldersWithSdk(root: string): readonly string[] {
  const manifests = listManifests(root).filter((path) => readManifest(path).dependencies?.['openai'] !== undefined);
  return manifests.map((path) => dirname(path));
}

function resolutionOptions(root: string, from: string): ts.CompilerOptions {
  const config =
    findUp(root, from, 'tsconfig.json', (path) => path) ?? findUp(root, from, 'tsconfig.base.json', (path) => path);
  return {
    ...(config !== undefined && readCompilerOptions(config)),
    module: ts.ModuleKind.Preserve,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowJs: true,
  };
}

const knownOptions = new Map<string, ts.CompilerOptions>();

/** The compiler options of a tsconfig and those that it extends. */
function readCompilerOptions(path: string): ts.CompilerOptions {
  const options = knownOptions.get(path) ?? parseCompilerOptions(path);
  knownOptions.set(path, options);
  return options;
}

function parseCompilerOptions(path: string): ts.CompilerOptions {
  const { config } = ts.readConfigFile(path, (file) => ts.sys.readFile(file)) as { config: unknown };
  const host = { ...ts.sys, readDirectory: () => [] };
  return ts.parseJsonConfigFileContent(config, host, dirname(path), undefined, basename(path)).options;
}

function findWorkspacePackage(root: string, specifier: string): string | undefined {
  const manifest = listManifests(root).find((path) => readManifest(path).name === specifier);
  const entry = manifest === undefined ? undefined : readManifest(manifest).exports?.['.'];
  return manifest !== undefined && typeof entry === 'string' ? join(dirname(manifest), entry) : undefined;
}

function listManifests(root: string): readonly string[] {
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' });
  return paths
    .filter((path) => basename(path) === 'package.json' && !path.includes('node_modules'))
    .map((path) => join(root, path));
}

/** Asks the files of a name in the folder of `from` and those above it, up to the root, for the first answer. */
function findUp<Answer>(
  root: string,
  from: string,
  name: string,
  ask: (path: string) => Answer | undefined,
): Answer | undefined {
  for (let folder = dirname(from); folder.length >= root.length; folder = dirname(folder)) {
    const path = join(folder, name);
    const answer = existsSync(path) ? ask(path) : undefined;
    if (answer !== undefined) return answer;
  }
  return undefined;
}

function readManifest(path: string): Manifest {
  return JSON.parse(readFileSync(path, 'utf8')) as Manifest;
}
