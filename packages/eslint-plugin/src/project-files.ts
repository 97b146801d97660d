import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import {
  configurationNames,
  entryOf,
  readConfiguration,
  readJson,
  type StatedDeployment,
  type Value,
} from '@azure-openai-v1/deployments';
import { rememberFiles } from './remembered-file.ts';
import { chooseSdkVersion } from './sdk-version.ts';

/** What the files of a project say where a source file is. */
export interface FolderFacts {
  readonly openaiVersion: string | undefined;
  readonly deployments: readonly StatedDeployment[];
}

interface Manifest {
  readonly name: unknown;
  readonly version: unknown;
  /** The range of `openai` that is declared, and the one for whoever installs the package. */
  readonly declared: string | undefined;
  readonly peer: string | undefined;
  /** The file may put another range in the place of declared ones. */
  readonly overrides: boolean;
  readonly configuration: Listed | undefined;
}

/** Deployments without the path of their file, which is shown as the caller wants; `wrong` where a file is. */
type Listed = { readonly deployments: readonly { name: string; model: string; line: number }[] } | 'wrong';

const dependencyFields = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'];

const readManifest = rememberFiles((path, text) => toManifest(path, text));

const readConfigurationFile = rememberFiles((path, text): Listed => {
  const reading = readJson({ path, text }, true);
  return reading.kind === 'read' ? toListed(reading.value) : 'wrong';
});

/** Reads `package.json` files and the configuration at and above a folder, up to the repository's root. */
export function readProjectFiles(folder: string, cwd: string): FolderFacts {
  const folders = foldersUpwards(folder);
  const manifests = folders.map((here) => readManifest(join(here, 'package.json')));
  const own = manifests.find((manifest) => manifest?.declared !== undefined);
  const openaiVersion = chooseSdkVersion({
    installed: firstOf(folders, installedIn),
    declared: own?.declared,
    peer: own?.peer,
    isLocked: folders.some((here) => lockfiles.some((name) => existsSync(join(here, name)))),
    isOverridden: manifests.some((manifest) => manifest?.overrides) || folders.some(isWorkspaceWithSdk),
  });
  const deployments = firstOf(folders, (here, index) => deploymentsIn(here, manifests[index], cwd));
  return { openaiVersion, deployments: deployments ?? [] };
}

const lockfiles = ['package-lock.json', 'npm-shrinkwrap.json', 'pnpm-lock.yaml', 'yarn.lock', 'bun.lock', 'bun.lockb'];

function foldersUpwards(folder: string): readonly string[] {
  const isTop = folder === dirname(folder) || existsSync(join(folder, '.git'));
  return isTop ? [folder] : [folder, ...foldersUpwards(dirname(folder))];
}

function firstOf<Found>(
  folders: readonly string[],
  find: (folder: string, index: number) => Found | undefined,
): Found | undefined {
  for (const [index, folder] of folders.entries()) {
    const found = find(folder, index);
    if (found !== undefined) return found;
  }
  return undefined;
}

const namesSdk = rememberFiles((_, text) => text.includes('openai'));

/** These files hold catalogs and overrides; what they say is not taken apart here. */
function isWorkspaceWithSdk(folder: string): boolean {
  return ['pnpm-workspace.yaml', '.yarnrc.yml'].some((name) => namesSdk(join(folder, name)) === true);
}

function installedIn(folder: string): string | undefined {
  const manifest = readManifest(join(folder, 'node_modules', 'openai', 'package.json'));
  return manifest?.name === 'openai' && typeof manifest.version === 'string' ? manifest.version : undefined;
}

/** A folder that says two things, or something wrong, says nothing; the command line ends with an error there. */
function deploymentsIn(
  folder: string,
  manifest: Manifest | undefined,
  cwd: string,
): readonly StatedDeployment[] | undefined {
  const path = join(folder, configurationNames.file);
  const own = existsSync(path) ? (readConfigurationFile(path) ?? 'wrong') : undefined;
  const listed = own && manifest?.configuration ? 'wrong' : (own ?? manifest?.configuration);
  if (listed === undefined) return undefined;
  if (listed === 'wrong') return [];
  const shown = relative(cwd, own ? path : join(folder, 'package.json')).replaceAll(sep, '/');
  return listed.deployments.map(({ name, model, line }) => ({ name, model, source: `${shown}:${String(line)}` }));
}

function toManifest(path: string, text: string): Manifest {
  const json: unknown = JSON.parse(text);
  const rangeIn = (field: string) => textOf(memberOf(memberOf(json, field), 'openai'));
  const overrides = [
    memberOf(json, 'overrides'),
    memberOf(json, 'resolutions'),
    memberOf(memberOf(json, 'pnpm'), 'overrides'),
  ];
  return {
    name: memberOf(json, 'name'),
    version: memberOf(json, 'version'),
    declared: dependencyFields.map(rangeIn).find((range) => range !== undefined),
    peer: rangeIn('peerDependencies'),
    overrides: JSON.stringify(overrides).includes('openai'),
    configuration: configurationIn(path, text),
  };
}

function configurationIn(path: string, text: string): Listed | undefined {
  if (!text.includes(`"${configurationNames.key}"`)) return undefined;
  const reading = readJson({ path, text });
  const own = reading.kind === 'read' ? entryOf(reading.value, configurationNames.key) : undefined;
  return own && toListed(own);
}

function toListed(value: Value): Listed {
  const reading = readConfiguration(value);
  return reading.kind === 'read' ? { deployments: reading.deployments } : 'wrong';
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function memberOf(value: unknown, name: string): unknown {
  const isOwn = typeof value === 'object' && value !== null && Object.hasOwn(value, name);
  return isOwn ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}
