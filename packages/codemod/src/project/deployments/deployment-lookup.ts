import { dirname, join, relative, sep } from 'node:path';
import {
  nearestTo,
  settle,
  type DeploymentMap,
  type Dispute,
  type FoundDeployment,
  type Level,
  type StatedDeployment,
} from '@azure-openai-v1/deployments';
import { mayDependOnModel } from '@azure-openai-v1/javascript';
import type { Source } from '../read-source.ts';
import { reportPath } from '../report-path.ts';
import { warn, type Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';
import { createConfigurationLookup } from './find-configuration.ts';
import { readInfrastructureOf } from './infrastructure-files.ts';
import { findOutermostPackage, findRepository } from './repository.ts';
import { facts, type StatedDeployments } from './stated-deployments.ts';

/** Says what is known of deployments where a file is. */
export type DeploymentLookup = (source: Pick<Source, 'absolute'>) => DeploymentMap;

/**
 * Prepares the look-up of deployments: what the command line says, then the configuration, then the infrastructure files
 * of the repository. Those are read only where a finding of the named files can depend on them.
 *
 * @throws {UsageError} when a configuration that counts for one of the named files is wrong
 */
export async function createDeploymentLookup(
  { levels, configuration }: StatedDeployments,
  sources: readonly Source[],
  terminal: Terminal,
): Promise<DeploymentLookup> {
  const configurationOf = createConfigurationLookup(terminal.cwd);
  if (configuration === undefined) for (const { absolute } of sources) configurationOf(dirname(absolute));
  const found = await readAllInfrastructure(sources, terminal);
  const warnOf = createDisputeWarning(sources, terminal);
  const lookUp = (path: string): DeploymentMap => {
    const configured = configuration ?? facts(tolerate(() => configurationOf(dirname(path))));
    const root = rootOf(path);
    const infrastructure = root === undefined ? [] : toLevels(path, root, found.get(root) ?? [], terminal.cwd);
    const { deployments, disputes } = settle([...levels, configured, ...infrastructure]);
    for (const dispute of disputes) warnOf(dispute);
    return deployments;
  };
  const known = new Map<string, DeploymentMap>();
  const lookUpOnce = ({ absolute }: Pick<Source, 'absolute'>): DeploymentMap => {
    const deployments = known.get(dirname(absolute)) ?? lookUp(absolute);
    known.set(dirname(absolute), deployments);
    return deployments;
  };
  for (const source of sources) lookUpOnce(source);
  return lookUpOnce;
}

/** Where files are only looked at because of others, a wrong configuration is no reason to stop. */
function tolerate(read: () => readonly StatedDeployment[]): readonly StatedDeployment[] {
  try {
    return read();
  } catch (error) {
    if (error instanceof UsageError) return [];
    throw error;
  }
}

/** Each contradiction is told once, when it concerns a name that the code has. */
function createDisputeWarning(sources: readonly Source[], terminal: Terminal): (dispute: Dispute) => void {
  const told = new Set<string>();
  return ({ name, first, second }) => {
    if (told.has(name) || !sources.some(({ text }) => text.includes(name))) return;
    told.add(name);
    warn(
      terminal,
      `The deployment ${JSON.stringify(name)} runs ${first.model} by ${first.source} and ${second.model} by ` +
        `${second.source}, so its model counts as unknown. Say which it is with --deployment ${name}=MODEL.`,
    );
  };
}

async function readAllInfrastructure(
  sources: readonly Source[],
  terminal: Terminal,
): Promise<ReadonlyMap<string, readonly FoundDeployment[]>> {
  const found = new Map<string, readonly FoundDeployment[]>();
  for (const source of sources.filter(({ text }) => mayDependOnModel(text))) {
    const root = rootOf(source.absolute);
    if (root !== undefined && !found.has(root)) found.set(root, await readInfrastructureOf(root, terminal));
  }
  return found;
}

/** The folder whose infrastructure counts: the repository, else the outermost package. */
function rootOf(path: string): string | undefined {
  const folder = dirname(path);
  return findRepository(folder) ?? findOutermostPackage(folder);
}

function toLevels(path: string, root: string, found: readonly FoundDeployment[], cwd: string): readonly Level[] {
  const near = nearestTo(relative(root, path).replaceAll(sep, '/'), found);
  const levelOf = (isCertain: boolean): Level => ({
    isCertain,
    statements: near
      .filter((deployment) => deployment.isCertain === isCertain)
      .map(({ name, model, path: file, line }) => ({
        name,
        model,
        source: `${reportPath(cwd, join(root, file))}:${String(line)}`,
      })),
  });
  return [levelOf(true), levelOf(false)];
}
