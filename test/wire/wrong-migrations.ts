import type { DifferenceKind, Scenario } from '@azure-openai-v1/wire';
import type { SdkVersion } from './sdk-majors.ts';

/** A program before its migration, the right migration, and wrong ones. */
export interface MigrationCase {
  readonly name: string;
  readonly before: string;
  readonly right: string;
  /** The first release on which the migration is right; before it, the program has to stay as it is. */
  readonly since?: SdkVersion;
  readonly wrong: readonly WrongMigration[];
}

/** A mistake, as a change of the right migration, and what the comparison has to say. */
export interface WrongMigration {
  readonly name: string;
  readonly text: string;
  /** Every one of these kinds has to be among the differences. */
  readonly kinds: readonly DifferenceKind[];
  readonly scenario?: Scenario;
  /** The releases on which the mistake shows; all of them when absent. */
  readonly versions?: readonly SdkVersion[];
}

/** A mistake that is made by putting one text in the place of another in the right migration. */
export function mistake(
  right: string,
  name: string,
  kinds: DifferenceKind | readonly DifferenceKind[],
  [from, to]: readonly [from: string, to: string],
  more: Pick<WrongMigration, 'scenario' | 'versions'> = {},
): WrongMigration {
  if (!right.includes(from)) throw new Error(`${name}: the right migration has no ${from}`);
  const wanted = typeof kinds === 'string' ? [kinds] : kinds;
  return { name, kinds: wanted, text: right.replace(from, to), ...more };
}
