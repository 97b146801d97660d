import { posix } from 'node:path';
import { matchFiles, ts } from '@ts-morph/common';
import { GivenUp } from './limits.ts';
import type { ReadOnlyFiles } from './read-only-files.ts';

/** What a `tsconfig.json` says, with all that it extends. */
export interface ConfiguredProject {
  readonly config: string;
  readonly parsed: ts.ParsedCommandLine;
  /** The configurations that it refers to. */
  readonly references: readonly string[];
  /** Why it does not say all that it should. */
  readonly problem: string | undefined;
}

/** Reads configurations as data; each is read once. */
export interface ProjectReader {
  /** Options and references only, which asks for no list of files. */
  readonly outline: (config: string) => ConfiguredProject;
  /** With the names of its files. */
  readonly read: (config: string) => ConfiguredProject;
}

/** Prepares the reading of configurations. */
export function createProjectReader(files: ReadOnlyFiles): ProjectReader {
  const readOnce = (withFiles: boolean) => {
    const known = new Map<string, ConfiguredProject>();
    return (config: string) => {
      const project = known.get(config) ?? readSafely(files, config, withFiles);
      known.set(config, project);
      return project;
    };
  };
  return { outline: readOnce(false), read: readOnce(true) };
}

/** A configuration can be nested too deeply, or ask for too much. */
function readSafely(files: ReadOnlyFiles, config: string, withFiles: boolean): ConfiguredProject {
  try {
    return readConfig(files, config, withFiles);
  } catch (error) {
    if (!(error instanceof GivenUp) && !(error instanceof RangeError)) throw error;
    return emptyProject(config, error instanceof GivenUp ? error.message : 'it is nested too deeply');
  }
}

function emptyProject(config: string, problem: string): ConfiguredProject {
  return { config, parsed: { options: {}, fileNames: [], errors: [] }, references: [], problem };
}

function readConfig(files: ReadOnlyFiles, config: string, withFiles: boolean): ConfiguredProject {
  if (!files.fileExists(config)) return emptyProject(config, 'it is not there, or lies outside the repository');
  if (!files.fileExists(config)) return emptyProject(config, 'it is not there, or lies outside the repository');
  const readText = (path: string) => refuseLists(path, files.readFile(path));
  const host: ts.ParseConfigHost = {
    useCaseSensitiveFileNames: ts.sys.useCaseSensitiveFileNames,
    fileExists: files.fileExists,
    readFile: readText,
    directoryExists: files.folderExists,
    realpath: files.realPath,
    readDirectory: (folder, extensions, excludes = [], includes, depth) =>
      withFiles ? listMatching(files, folder, extensions, [excludes, includes], depth) : [],
  };
  const read: { readonly config?: unknown; readonly error?: ts.Diagnostic } = ts.readConfigFile(config, readText);
  const parsed = ts.parseJsonConfigFileContent(read.config ?? {}, host, posix.dirname(config), {}, config);
  return {
    config,
    parsed,
    references: (parsed.projectReferences ?? []).map((reference) => ts.resolveProjectReferencePath(reference)),
    problem:
      read.error !== undefined || parsed.errors.some(({ code }) => incomplete.has(code))
        ? 'it, or what it extends, could not be read in full, so not all of its options are known'
        : undefined,
  };
}

/** A file that is named cannot be read, is not found or is extended in a circle. */
const incomplete: ReadonlySet<number> = new Set([5012, 5083, 6053, 6096, 18000]);

/** TypeScript compares every pattern with every other, so a long list of them alone would take minutes. */
function refuseLists(path: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (text.length > 512 * 1024) throw new GivenUp('it is too large');
  if (text.length < 2000) return text;
  const json: unknown = ts.parseConfigFileTextToJson(path, text).config;
  const lists = typeof json === 'object' && json !== null ? Object.values(json) : [];
  if (lists.some((list) => Array.isArray(list) && list.length > 1000)) throw new GivenUp('its lists are too long');
  return text;
}

function listMatching(
  { listFolder, realPath, folderExists }: ReadOnlyFiles,
  folder: string,
  extensions: readonly string[],
  [excludes, includes]: readonly [readonly string[], readonly string[]],
  depth: number | undefined,
): readonly string[] {
  const patterns = [...excludes, ...includes];
  if (patterns.some(isCostly)) throw new GivenUp('its patterns are too costly');
  const isSensitive = ts.sys.useCaseSensitiveFileNames;
  return matchFiles(
    folder,
    extensions,
    excludes,
    includes,
    isSensitive,
    folder,
    depth,
    listFolder,
    realPath,
    folderExists,
  );
}

/** Patterns become regular expressions that try every way to share a path among their stars. */
function isCostly(pattern: string): boolean {
  const deep = pattern.match(/\*\*/g) ?? [];
  const stars = pattern.replaceAll('**', '').match(/\*/g) ?? [];
  return pattern.length > 400 || deep.length > 4 || stars.length > 6;
}
