import { UsageError } from '../project/usage-error.ts';

/**
 * Reads the values of `--deployment`.
 *
 * @throws {UsageError} when one is not `NAME=MODEL` or two disagree
 */
export function parseDeployments(values: readonly string[]): ReadonlyMap<string, string> {
  const deployments = new Map<string, string>();
  for (const value of values) {
    const [name = '', ...rest] = value.split('=');
    const model = rest.join('=');
    if (name === '' || model === '') {
      throw new UsageError(
        `--deployment ${JSON.stringify(value)} is not NAME=MODEL. Write it like --deployment chat-prod=o4-mini.`,
      );
    }
    if ((deployments.get(name) ?? model) !== model) {
      throw new UsageError(
        `--deployment gives ${JSON.stringify(name)} two models. A deployment runs one: name it once.`,
      );
    }
    deployments.set(name, model);
  }
  return deployments;
}
