import { UsageError } from './usage-error.ts';

/** Variables by name; undefined takes one away. */
export type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Reads the values of `--env`.
 *
 * @param environment where the value of a variable comes from that is named alone
 * @throws {UsageError} when one has no name, or is named alone and not set; values are never repeated
 */
export function parseVariables(words: readonly string[] = [], environment: Variables = process.env): Variables {
  return Object.fromEntries(
    words.map((word) => {
      const [, name = '', value] = /^([^=\0]+)(?:=([^\0]*))?$/.exec(word) ?? [];
      if (name === '')
        throw new UsageError('--env takes NAME=VALUE or NAME, such as --env AZURE_OPENAI_DEPLOYMENT=chat.');
      if (value !== undefined) return [name, value === '' ? undefined : value];
      const own = environment[name];
      if (own === undefined) throw new UsageError(`--env ${JSON.stringify(name)} is not set here. Write NAME=VALUE.`);
      return [name, own];
    }),
  );
}
