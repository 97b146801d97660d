import { extname, resolve } from 'node:path';
import {
  configurationNames,
  entryOf,
  lineOf,
  readConfiguration,
  readJson,
  type ConfigurationFault,
  type JsonReading,
  type StatedDeployment,
  type TextFile,
} from '@azure-openai-v1/deployments';
import { readYaml } from '@azure-openai-v1/deployments/yaml';
import { nearestName } from '../../render/nearest-name.ts';
import { UsageError } from '../usage-error.ts';
import { readDataFile } from './read-data-file.ts';

/** Larger configurations are not read. */
const sizeLimit = 64 * 1024;

/**
 * Reads the configuration file that `--config` names.
 *
 * @throws {UsageError} when there is none, or when it is wrong
 */
export function readNamedConfiguration(file: string, cwd: string): readonly StatedDeployment[] {
  const path = resolve(cwd, file);
  const shown = `--config ${JSON.stringify(file)}`;
  const isYaml = /^\.ya?ml$/.test(extname(path));
  if (!isYaml && !/^\.jsonc?$/.test(extname(path))) {
    throw new UsageError(`${shown} is neither .json, .jsonc, .yaml nor .yml. Give the file such a name.`);
  }
  const data = file === '' || file.includes('\0') ? { kind: 'absent' as const } : readDataFile(path, sizeLimit);
  if (data.kind === 'absent') throw new UsageError(`${shown} does not exist. Name a file that does.`);
  if (data.kind === 'unreadable')
    throw new UsageError(`${shown} cannot be read: ${data.why}. Name a text file in UTF-8.`);
  return statementsIn({ path: file, text: data.text }, isYaml ? readYaml : readLenient, shown);
}

/**
 * Reads a configuration that was found by itself, or the key of a `package.json`.
 *
 * @returns undefined where the `package.json` has no such key
 * @throws {UsageError} when it is wrong
 */
export function readFoundConfiguration(file: TextFile, isManifest: boolean): readonly StatedDeployment[] | undefined {
  if (!isManifest) return statementsIn(file, readLenient, file.path);
  const reading = readJson(file);
  const own = reading.kind === 'read' ? entryOf(reading.value, configurationNames.key) : undefined;
  return own && statementsIn(file, () => ({ kind: 'read', value: own }), `${configurationNames.key} in ${file.path}`);
}

function readLenient(file: TextFile): JsonReading {
  return readJson(file, true);
}

function statementsIn(
  file: TextFile,
  read: (file: TextFile) => JsonReading,
  shown: string,
): readonly StatedDeployment[] {
  const syntax = read(file);
  if (syntax.kind === 'wrong') {
    const line = lineOf({ file, offset: syntax.offset });
    throw new UsageError(
      `${shown}:${String(line)} is not valid ${read === readYaml ? 'YAML' : 'JSON'}. Correct it there.`,
    );
  }
  const reading = readConfiguration(syntax.value);
  if (reading.kind === 'wrong')
    throw new UsageError(`${shown}:${String(reading.fault.line)} ${explain(reading.fault)}`);
  return reading.deployments.map(({ name, model, line }) => ({ name, model, source: `${file.path}:${String(line)}` }));
}

function explain(fault: ConfigurationFault): string {
  const name = fault.key === '' ? 'The configuration' : `The key ${JSON.stringify(fault.key)}`;
  if (fault.kind === 'repeated-key') return `${name} is there twice. Keep one of them.`;
  if (fault.kind === 'wrong-value') return `${fault.key === '' ? name : fault.key} must be ${fault.expected}.`;
  const near = nearestName(fault.key, fault.known);
  return `${name} is unknown. ${near === undefined ? `Keys: ${fault.known.join(', ')}` : `Did you mean ${near}`}.`;
}
