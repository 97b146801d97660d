import { lt, minVersion, satisfies, valid, validRange } from 'semver';

/** What the files around a source file say of its `openai` package. */
export interface SdkEvidence {
  /** The version that is installed for the file. */
  readonly installed: string | undefined;
  /** The range in the nearest `package.json` that declares the package. */
  readonly declared: string | undefined;
  /** The range that the same file declares for whoever installs it. */
  readonly peer: string | undefined;
  /** A lockfile fixes the version. */
  readonly isLocked: boolean;
  /** A workspace or an override may put another range in the place of the declared one. */
  readonly isOverridden: boolean;
}

/**
 * The version of `openai` that a file is taken to run with: the installed one, else the lowest that is declared. Unknown
 * is undefined. The command knows more and believes the lower of two that contradict each other, so what it could lower
 * is unknown here.
 */
export function chooseSdkVersion(evidence: SdkEvidence): string | undefined {
  const { declared = '', isLocked, isOverridden, peer = '' } = evidence;
  const installed = valid(evidence.installed) ?? undefined;
  if (isOverridden || /^(?:catalog|patch):/.test(declared) || (installed === undefined && isLocked)) return undefined;
  const lowest = lowestOf(declared);
  const isForeign = installed !== undefined && lowest !== undefined && !satisfies(installed, rangeOf(declared));
  const chosen = isForeign ? lower(installed, lowest) : (installed ?? lowest);
  // A peer may be as old as its range admits, whatever is installed here.
  return chosen && lower(chosen, lowestOf(peer) ?? chosen);
}

function lower(a: string, b: string): string {
  return lt(a, b) ? a : b;
}

function lowestOf(declared: string): string | undefined {
  const range = declared === '' ? null : validRange(rangeOf(declared));
  const version = range === null || range === '*' ? undefined : minVersion(range)?.version;
  return version === '0.0.0' ? undefined : version;
}

function rangeOf(declared: string): string {
  return declared.replace(/^npm:openai@/, '');
}
