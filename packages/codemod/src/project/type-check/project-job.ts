import type { ts } from '@ts-morph/common';

/** One project that is to be checked. */
export interface ProjectJob {
  /** Undefined for files that no configuration speaks of. */
  readonly config: string | undefined;
  readonly folder: string;
  readonly options: ts.CompilerOptions;
  /** What its program begins with. */
  readonly roots: readonly string[];
  /** It has no changed file and no known relation to one: it only stands near. */
  readonly isNear: boolean;
}
