import { resolve } from 'node:path';
import { lineOf, readDeploymentList, readJson, type Level, type StatedDeployment } from '@azure-openai-v1/deployments';
import { UsageError } from '../usage-error.ts';
import { readNamedConfiguration } from './configuration-file.ts';
import { readDataFile } from './read-data-file.ts';

/** Where a command line says which model a deployment runs. */
export interface DeploymentOptions {
  /** The values of `--deployment`. */
  readonly deployments: ReadonlyMap<string, string>;
  /** The value of `--deployments`: a file with the output of `az`. */
  readonly deploymentList: string | undefined;
  /** The value of `--config`. */
  readonly config: string | undefined;
}

/** What a command line says of deployments. */
export interface StatedDeployments {
  /** What counts more than any configuration, the first most. */
  readonly levels: readonly Level[];
  /** What the named configuration says; undefined where none is named, and one may be found. */
  readonly configuration: Level | undefined;
}

/** Larger lists are not read. */
const sizeLimit = 4 * 1024 * 1024;

const command = 'az cognitiveservices account deployment list --name ACCOUNT --resource-group GROUP -o json';

/**
 * Reads what the command line says of deployments, and the files that it names.
 *
 * @throws {UsageError} when one of them cannot be read or holds something else
 */
export function readStatedDeployments(options: DeploymentOptions, cwd: string): StatedDeployments {
  const { deployments, deploymentList, config } = options;
  const pairs = [...deployments].map(([name, model]) => ({ name, model, source: '--deployment' }));
  const listed = deploymentList === undefined ? [] : readList(deploymentList, cwd);
  return {
    levels: [facts(pairs), facts(listed)],
    configuration: config === undefined ? undefined : facts(readNamedConfiguration(config, cwd)),
  };
}

/** Statements that count as facts. */
export function facts(statements: readonly StatedDeployment[]): Level {
  return { statements, isCertain: true };
}

function readList(name: string, cwd: string): readonly StatedDeployment[] {
  const shown = `--deployments ${JSON.stringify(name)}`;
  const isName = name !== '' && !name.includes('\0');
  const data = isName ? readDataFile(resolve(cwd, name), sizeLimit) : { kind: 'absent' as const };
  if (data.kind === 'absent') throw new UsageError(`${shown} does not exist. Write it with \`${command} > FILE\`.`);
  if (data.kind === 'unreadable')
    throw new UsageError(`${shown} cannot be read: ${data.why}. Write the file with \`${command} > FILE\`.`);
  const file = { path: name, text: data.text };
  const json = readJson(file);
  if (json.kind === 'wrong') {
    const line = lineOf({ file, offset: json.offset });
    throw new UsageError(`${shown}:${String(line)} is not JSON. Write the file with \`${command} > FILE\`.`);
  }
  const list = readDeploymentList(json.value);
  if (list.kind === 'wrong') {
    const lack = 'is no deployment with a name and properties.model.name';
    throw new UsageError(`${shown}:${String(list.line)} ${lack}. Write the file with \`${command} > FILE\`.`);
  }
  return list.deployments.map((deployment) => ({ ...deployment, source: `${name}:${String(deployment.line)}` }));
}
