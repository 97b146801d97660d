import { posix } from 'node:path';
import { getLibFiles, libFolderInMemoryPath, ts } from '@ts-morph/common';
import { createImportGraph, type ImportGraph } from './import-graph.ts';
import { createCounter } from './limits.ts';
import { packageOf } from './missing-types.ts';
import { isInPackages, type ReadOnlyFiles } from './read-only-files.ts';
import type { TypeCheckLimits } from './type-check.ts';

/** What the programs of one project share. */
export interface ProgramSurroundings {
  readonly files: ReadOnlyFiles;
  readonly limits: TypeCheckLimits;
  readonly options: ts.CompilerOptions;
  /** The folder that the project is built in. */
  readonly folder: string;
  /** Sources by the files that builds make of them. */
  readonly outputs: ReadonlyMap<string, string>;
  /** Files of packages and libraries that other projects with the same options have parsed. */
  readonly packageFiles: Map<string, ts.SourceFile>;
}

/** Something that a file imports and that was not found, or has no types. */
export interface UntypedImport {
  readonly from: string;
  readonly specifier: string;
}

/** A compiler's view of one project, whose changed files can be shown in either state. */
export interface ProjectHost {
  /** @param texts what stands in the changed files, by real path */
  readonly showing: (texts: ReadonlyMap<string, string>) => ts.CompilerHost;
  readonly graph: ImportGraph;
  readonly untyped: readonly UntypedImport[];
  /** Packages of the repository itself that are seen through declarations of a build. */
  readonly prebuilt: ReadonlySet<string>;
}

let libraries: ReadonlyMap<string, string> | undefined;

/** Prepares the view. Files that do not change are read and parsed once for both states. */
export function createProjectHost(surroundings: ProgramSurroundings): ProjectHost {
  const { files, limits, packageFiles } = surroundings;
  libraries ??= new Map(getLibFiles().map(({ fileName, text }) => [`${libFolderInMemoryPath}/${fileName}`, text]));
  const texts = libraries;
  const ownFiles = new Map<string, ts.SourceFile>();
  const countFiles = createCounter(limits.files, 'the project has too many files');
  const countText = createCounter(limits.characters, 'the project has too much text');
  const count = (file: ts.SourceFile) => {
    countFiles(1);
    countText(file.text.length);
    return file;
  };
  const seen = new Set<string>();
  const { resolve, access, graph, untyped, prebuilt } = createResolution(surroundings);
  const base = { ...createPlatform(surroundings), ...access, resolveModuleNameLiterals: resolve };
  const showing: ProjectHost['showing'] = (changed) => ({
    ...base,
    getSourceFile(name, target) {
      const change = changed.get(name) ?? changed.get(files.realPath(name));
      if (change !== undefined) return count(ts.createSourceFile(name, change, target));
      const parsed = texts.has(name) || isInPackages(name) ? packageFiles : ownFiles;
      const text = parsed.has(name) ? undefined : (texts.get(name) ?? files.readFile(name));
      const file = text === undefined ? parsed.get(name) : ts.createSourceFile(name, text, target);
      if (file === undefined || seen.has(name)) return file;
      seen.add(name);
      parsed.set(name, file);
      return count(file);
    },
  });
  return { showing, graph, untyped, prebuilt };
}

function createPlatform({ folder, options }: ProgramSurroundings) {
  return {
    useCaseSensitiveFileNames: () => ts.sys.useCaseSensitiveFileNames,
    getCanonicalFileName: canonicalName,
    getCurrentDirectory: () => folder,
    getDefaultLibFileName: () => `${libFolderInMemoryPath}/${ts.getDefaultLibFileName(options)}`,
    getDefaultLibLocation: () => libFolderInMemoryPath,
    getNewLine: () => '\n',
    writeFile: () => undefined,
    jsDocParsingMode: ts.JSDocParsingMode.ParseForTypeErrors,
  };
}

function canonicalName(name: string): string {
  return ts.sys.useCaseSensitiveFileNames ? name : name.toLowerCase();
}

/** Resolves imports as the compiler does, except that what a build makes stands for its source, and notes the result. */
function createResolution({ files, folder, options, outputs }: ProgramSurroundings) {
  const graph = createImportGraph();
  const untyped: UntypedImport[] = [];
  const prebuilt = new Set<string>();
  const cache = ts.createModuleResolutionCache(folder, canonicalName, options);
  const access = showOutputs(files, outputs);
  const resolve: NonNullable<ts.CompilerHost['resolveModuleNameLiterals']> = (literals, from, redirected, own, file) =>
    literals.map((literal) => {
      const mode = ts.getModeForUsageLocation(file, literal, own);
      const found = ts.resolveModuleName(literal.text, from, own, access, cache, redirected, mode);
      const target = found.resolvedModule;
      if (!target || isUntyped(target)) untyped.push({ from, specifier: literal.text });
      if (!target) return found;
      const source = outputs.get(target.resolvedFileName);
      graph.add(from, source ?? target.resolvedFileName);
      const name = packageOf(literal.text);
      if (source === undefined && name !== undefined && isDeclaration(target)) prebuilt.add(name);
      return source === undefined ? found : { ...found, resolvedModule: { ...target, ...asSource(source) } };
    });
  return { graph, untyped, prebuilt, access, resolve };
}

/** The disk, on which every file that a build makes is there. */
function showOutputs(files: ReadOnlyFiles, outputs: ReadonlyMap<string, string>) {
  const folders = new Set([...outputs.keys()].flatMap(foldersAbove));
  const isBuilt = outputs.size > 0;
  return {
    fileExists: (name: string) => files.fileExists(name) || (isBuilt && outputs.has(files.realPath(name))),
    directoryExists: (name: string) => files.folderExists(name) || (isBuilt && folders.has(files.realPath(name))),
    readFile: (name: string) => files.readFile(name),
    realpath: (name: string) => files.realPath(name),
    getDirectories: (name: string) => [...files.listFolder(name).directories],
  };
}

function foldersAbove(path: string): readonly string[] {
  const folder = posix.dirname(path);
  return folder === path ? [] : [folder, ...foldersAbove(folder)];
}

function isUntyped({ extension, isExternalLibraryImport }: ts.ResolvedModuleFull): boolean {
  return isExternalLibraryImport === true && /^\.[cm]?jsx?$/.test(extension);
}

function isDeclaration({ resolvedFileName }: ts.ResolvedModuleFull): boolean {
  return /\.d\.[cm]?ts$/.test(resolvedFileName) && !isInPackages(resolvedFileName);
}

function asSource(
  source: string,
): Pick<ts.ResolvedModuleFull, 'resolvedFileName' | 'extension' | 'isExternalLibraryImport'> {
  const extension = /\.[cm]?[jt]sx?$/.exec(source)?.[0] ?? ts.Extension.Ts;
  return { resolvedFileName: source, extension, isExternalLibraryImport: false };
}
