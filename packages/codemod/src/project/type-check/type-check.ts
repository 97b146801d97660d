/** A file that a migration changes. */
export interface TypeChange {
  readonly absolute: string;
  /** As it is reported: relative to the folder of the call, with `/`. */
  readonly path: string;
  /** The text on disk and the text that is planned, both without byte order mark. */
  readonly before: string;
  readonly after: string;
}

/** An error that TypeScript finds in the migrated project and not in the project as it is. */
export interface NewTypeError {
  readonly path: string;
  /** In the text after the change, from 1. */
  readonly line: number;
  readonly column: number;
  /** As TypeScript numbers it: 2339 for `TS2339`. */
  readonly code: number;
  /** One line, without any literal of the project. */
  readonly message: string;
  /** Paths of the changed files that it comes from: the file itself, else the nearest changed files that it imports. */
  readonly causedBy: readonly string[];
}

/** Files that were checked together, and the configuration that they were checked with; undefined without one. */
export interface CheckedProject {
  readonly tsconfig: string | undefined;
  readonly files: readonly string[];
}

/** A file or a package of which the check knows nothing, and why. */
export type NotChecked =
  { readonly path: string; readonly reason: string } | { readonly package: string; readonly reason: string };

/** What the comparison of a project's types before and after a migration came to. */
export interface TypeCheck {
  readonly errors: readonly NewTypeError[];
  readonly checked: readonly CheckedProject[];
  readonly notChecked: readonly NotChecked[];
}

/** The place of the call, and how much is looked at. */
export interface TypeCheckOptions {
  /** The folder of the call: paths are reported relative to it. */
  readonly cwd: string;
  readonly limits?: Partial<TypeCheckLimits>;
}

/** Beyond these the check of a project is given up, with a reason. They count work and not time, so runs agree. */
export interface TypeCheckLimits {
  /** Files of one program, and their code units together. */
  readonly files: number;
  readonly characters: number;
  /** Bytes of one file. */
  readonly fileBytes: number;
  /** Entries of folders that are listed for one repository. */
  readonly entries: number;
  /** Configurations whose projects are built. */
  readonly projects: number;
  /** What the checker makes of generic types in one program. */
  readonly instantiations: number;
}
