import { UsageError } from '../project/usage-error.ts';

/** The words behind `--`, which are never options. */
export function operandsOf(values: Readonly<Record<string, unknown>>): readonly string[] {
  const behind = values['--'];
  return Array.isArray(behind) ? behind.map(String) : [];
}

/**
 * Sees to it that options with one value have one.
 *
 * @throws {UsageError} when one is given more than once
 */
export function requireOnce(values: Readonly<Record<string, unknown>>, options: readonly string[]): void {
  for (const option of options) {
    if (Array.isArray(values[option])) throw new UsageError(`--${option} is given more than once. Give it one value.`);
  }
}
