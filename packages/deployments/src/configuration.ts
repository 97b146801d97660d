import { lineOf, type Place } from './place.ts';
import type { Value } from './value.ts';

/** A model of a deployment, as one line of a file says it. */
export interface ListedDeployment {
  readonly name: string;
  readonly model: string;
  readonly line: number;
}

/** What is wrong with a configuration. */
export type ConfigurationFault =
  | { readonly kind: 'unknown-key'; readonly key: string; readonly known: readonly string[]; readonly line: number }
  | { readonly kind: 'repeated-key'; readonly key: string; readonly line: number }
  | { readonly kind: 'wrong-value'; readonly key: string; readonly expected: string; readonly line: number };

/** What a configuration says, or what is wrong with it. */
export type ConfigurationReading =
  | { readonly kind: 'read'; readonly deployments: readonly ListedDeployment[] }
  | { readonly kind: 'wrong'; readonly fault: ConfigurationFault };

/** The name of the configuration file that is found by itself, and of the key in `package.json`. */
export const configurationNames = { file: 'azure-openai-v1.config.json', key: 'azure-openai-v1' } as const;

/** The keys that a configuration may have. */
export const configurationKeys = ['$schema', 'deployments'] as const;

/** Reads a configuration. It is data: nothing in it is run. */
export function readConfiguration(root: Value): ConfigurationReading {
  const fault = findFault(root);
  if (fault) return { kind: 'wrong', fault };
  const deployments = entriesOf(root).find(({ key }) => key === 'deployments')?.value;
  return {
    kind: 'read',
    deployments: entriesOf(deployments).flatMap(({ key, value, at }) =>
      value.kind === 'text' ? [{ name: key, model: value.text, line: lineOf(at) }] : [],
    ),
  };
}

function findFault(root: Value): ConfigurationFault | undefined {
  if (root.kind !== 'object') return wrongValue('', 'an object', root.at);
  const known: readonly string[] = configurationKeys;
  const unknown = root.entries.find(({ key }) => !known.includes(key));
  if (unknown) return { kind: 'unknown-key', key: unknown.key, known, line: lineOf(unknown.at) };
  const repeated = findRepeated(root);
  if (repeated) return repeated;
  const deployments = root.entries.find(({ key }) => key === 'deployments')?.value;
  if (deployments === undefined) return undefined;
  if (deployments.kind !== 'object') {
    return wrongValue('deployments', 'an object of model names by deployment name', deployments.at);
  }
  const wrong = deployments.entries.find(({ key, value }) => key === '' || value.kind !== 'text' || value.text === '');
  if (wrong) return wrongValue(`deployments[${JSON.stringify(wrong.key)}]`, 'the name of a model', wrong.value.at);
  return findRepeated(deployments);
}

/** JSON lets the last of two equal keys win, which nobody who reads the file can be expected to know. */
function findRepeated(value: Value): ConfigurationFault | undefined {
  const seen = new Set<string>();
  for (const { key, at } of entriesOf(value)) {
    if (seen.has(key)) return { kind: 'repeated-key', key, line: lineOf(at) };
    seen.add(key);
  }
  return undefined;
}

function wrongValue(key: string, expected: string, at: Place): ConfigurationFault {
  return { kind: 'wrong-value', key, expected, line: lineOf(at) };
}

function entriesOf(value: Value | undefined) {
  return value?.kind === 'object' ? value.entries : [];
}
