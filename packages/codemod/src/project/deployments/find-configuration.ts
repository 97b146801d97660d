import { lstatSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { configurationNames, type StatedDeployment } from '@azure-openai-v1/deployments';
import { isInside, reportPath } from '../report-path.ts';
import { UsageError } from '../usage-error.ts';
import { readFoundConfiguration } from './configuration-file.ts';
import { readDataFile } from './read-data-file.ts';
import { findRepository } from './repository.ts';

/** Larger files are not read. */
const sizeLimits = { configuration: 64 * 1024, manifest: 1024 * 1024 } as const;

/**
 * Prepares the look-up of the configuration that counts for a folder: the nearest at or above it, up to the repository's
 * root. A folder has it in a file of its own or in its `package.json`.
 */
export function createConfigurationLookup(cwd: string): (folder: string) => readonly StatedDeployment[] {
  const known = new Map<string, readonly StatedDeployment[]>();
  const lookUp = (folder: string): readonly StatedDeployment[] => {
    const found =
      known.get(folder) ??
      readFolder(folder, cwd) ??
      (folder === dirname(folder) || folder === findRepository(folder) ? [] : lookUp(dirname(folder)));
    known.set(folder, found);
    return found;
  };
  return lookUp;
}

function readFolder(folder: string, cwd: string): readonly StatedDeployment[] | undefined {
  const file = readFile(join(folder, configurationNames.file), cwd);
  const manifest = readManifest(join(folder, 'package.json'), cwd);
  if (file && manifest) {
    const place = reportPath(cwd, folder);
    throw new UsageError(
      `${place} has ${configurationNames.file} and the key ${configurationNames.key} in package.json. Keep one of them.`,
    );
  }
  return file ?? manifest;
}

function readFile(path: string, cwd: string): readonly StatedDeployment[] | undefined {
  const data = readDataFile(path, sizeLimits.configuration);
  if (data.kind === 'absent') return undefined;
  const shown = reportPath(cwd, path);
  if (data.kind === 'unreadable')
    throw new UsageError(`${shown} cannot be read: ${data.why}. Make it a text file in UTF-8.`);
  if (leadsOutside(path)) throw new UsageError(`${shown} is a link to another place. Name that file with --config.`);
  return readFoundConfiguration({ path: shown, text: data.text }, false);
}

function readManifest(path: string, cwd: string): readonly StatedDeployment[] | undefined {
  const data = readDataFile(path, sizeLimits.manifest);
  if (data.kind !== 'read' || !data.text.includes(`"${configurationNames.key}"`) || leadsOutside(path))
    return undefined;
  return readFoundConfiguration({ path: reportPath(cwd, path), text: data.text }, true);
}

/** A link of the repository could point at any file of the machine, and a message would show its keys. */
function leadsOutside(path: string): boolean {
  if (!lstatSync(path).isSymbolicLink()) return false;
  const folder = dirname(path);
  return !isInside(realpathSync(findRepository(folder) ?? folder), realpathSync(path));
}
