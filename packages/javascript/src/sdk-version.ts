import { lt, minVersion, satisfies, valid, validRange } from 'semver';

/** What a project says of its `openai` package. */
export interface SdkEvidence {
  /** The version of the package that is installed for a file. */
  readonly installed: string | undefined;
  /** The range in the nearest `package.json` that names the package. */
  readonly declared: string | undefined;
}

/**
 * The version of `openai` that a file is taken to run with: the installed one, else the lowest that is declared. An
 * installed version outside the declared range belongs to another package: then the lower one is believed. Nothing is
 * guessed from `*`, tags or catalogs.
 */
export function chooseSdkVersion({ installed, declared }: SdkEvidence): string | undefined {
  const found = valid(installed) ?? undefined;
  const lowest = declared === undefined ? undefined : lowestVersion(declared);
  if (found === undefined || lowest === undefined || declared === undefined) return found ?? lowest;
  return satisfies(found, rangeOf(declared)) || lt(found, lowest) ? found : lowest;
}

function lowestVersion(declared: string): string | undefined {
  const range = validRange(rangeOf(declared));
  const version = range === null || range === '*' ? undefined : minVersion(range)?.version;
  return version === '0.0.0' ? undefined : version;
}

function rangeOf(declared: string): string {
  return declared.replace(/^npm:openai@/, '');
}
