/** What a lockfile is asked for: the version that it fixed for a dependency of one of its packages. */
export interface LockedRequest {
  /** The name of the package that depends, as its package.json has it. */
  readonly packageName: string | undefined;
  /** The folder of that package as the lockfile names it: empty for its own folder, else with `/`. */
  readonly importer: string;
  readonly dependency: string;
  /** How the dependency is declared, and what that stands for where a catalog or an override says so. */
  readonly specifiers: readonly string[];
}

/** Answers from a lockfile that was taken apart; undefined where it has no version for what is asked. */
export type LockedLookup = (request: LockedRequest) => string | undefined;
