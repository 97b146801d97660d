import { createPositionLookup, type Position } from '@azure-openai-v1/core';
import { ts } from '@ts-morph/common';
import { findNewDiagnostics } from './compare-diagnostics.ts';
import { createProjectHost, type ProgramSurroundings, type UntypedImport } from './compiler-host.ts';
import { findConcernedFiles } from './concerned-files.ts';
import { diagnose, type TypeDiagnostic } from './diagnose.ts';
import { isOfMissingPackage } from './missing-types.ts';
import type { ProjectJob } from './project-job.ts';
import { isUnchecked } from './unchecked-file.ts';

/** The texts of changed files by real path. */
export interface ChangedTexts {
  readonly before: ReadonlyMap<string, string>;
  readonly after: ReadonlyMap<string, string>;
}

/** An error that was not there before, with the changed files that it comes from. */
export interface NewDiagnostic extends TypeDiagnostic, Position {
  readonly causedBy: readonly string[];
}

/** What the comparison of one project came to. */
export interface ProgramComparison {
  readonly errors: readonly NewDiagnostic[];
  /** Files whose errors were compared. */
  readonly checked: readonly string[];
  /** Changed and dependent files that TypeScript does not check in this project. */
  readonly unchecked: readonly string[];
  /** What the project's files import and what has no types, apart from what some file declares. */
  readonly untyped: readonly UntypedImport[];
  /** Packages of the repository itself that are seen through declarations of a build. */
  readonly prebuilt: ReadonlySet<string>;
}

/**
 * Checks a project with and without the changes: only their files and those that import them. The state before is asked
 * for only where the one after has errors.
 *
 * @param isOwn whether a file is for this project to answer for
 */
export function compareProgram(
  { roots, options, folder }: ProjectJob,
  texts: ChangedTexts,
  surroundings: Pick<ProgramSurroundings, 'files' | 'limits' | 'outputs' | 'packageFiles'>,
  isOwn: (file: string) => boolean,
): ProgramComparison {
  const { limits, files } = surroundings;
  const host = createProjectHost({ ...surroundings, options, folder });
  const build = (state: ReadonlyMap<string, string>, oldProgram?: ts.Program) =>
    ts.createProgram({ rootNames: roots, options, host: host.showing(state), ...(oldProgram && { oldProgram }) });
  const after = build(texts.after);
  const { files: all, causesOf } = findConcernedFiles(after, host.graph, files.realPath, texts.after);
  const concerned = all.filter(({ fileName }) => isOwn(fileName));
  const unchecked = concerned.filter((file) => isUnchecked(file, options));
  const checked = concerned.filter((file) => !unchecked.includes(file));
  const later = diagnose(after, checked, limits.instantiations).filter((error) => !isOfMissingPackage(files, error));
  const suspects = checked.filter(({ fileName }) => later.some(({ file }) => file === fileName));
  const earlier =
    suspects.length > 0 ? diagnoseBefore(build(texts.before, after), suspects, limits.instantiations) : [];
  const ambient = checked.length > 0 ? ambientModules(after) : new Set<string>();
  return {
    errors: suspects.flatMap((file) =>
      newErrorsOf(file, earlier, later, texts.before.get(files.realPath(file.fileName))).map((error) => ({
        ...error,
        causedBy: causesOf(error.file).map(files.realPath),
      })),
    ),
    checked: checked.map(({ fileName }) => fileName),
    unchecked: unchecked.map(({ fileName }) => fileName),
    untyped: host.untyped.filter(({ specifier }) => !ambient.has(specifier)),
    prebuilt: host.prebuilt,
  };
}

function diagnoseBefore(
  program: ts.Program,
  suspects: readonly ts.SourceFile[],
  instantiations: number,
): readonly TypeDiagnostic[] {
  const files = suspects.flatMap(({ fileName }) => program.getSourceFile(fileName) ?? []);
  return diagnose(program, files, instantiations);
}

function newErrorsOf(
  { fileName, text }: ts.SourceFile,
  earlier: readonly TypeDiagnostic[],
  later: readonly TypeDiagnostic[],
  before: string | undefined,
): readonly (TypeDiagnostic & Position)[] {
  const inFile = ({ file }: TypeDiagnostic) => file === fileName;
  const texts = { before: before ?? text, after: text };
  const positionOf = createPositionLookup(text);
  return findNewDiagnostics(earlier.filter(inFile), later.filter(inFile), texts).map((diagnostic) => ({
    ...diagnostic,
    ...positionOf(diagnostic.start),
  }));
}

function ambientModules(program: ts.Program): ReadonlySet<string> {
  return new Set(
    program
      .getTypeChecker()
      .getAmbientModules()
      .map(({ name }) => name.replaceAll('"', '')),
  );
}
