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
import { chooseSdkVersion } from '@azure-openai-v1/javascript';
import { rememberFiles } from './remembered-file.ts';

/** What the files of a project say where a source file is. */
export interface FolderFacts {
  readonly openaiVersion: string | undefined;
  readonly deployments: readonly StatedDeployment[];
}

interface Manifest {
  readonly name: unknown;
  readonly version: unknown;
  /** The range of `openai` that is declared. */
  readonly declared: string | undefined;
  readonly configuration: Listed | undefined;
}

/** Deployments without the path of their file, which is shown as the caller wants; undefined where a file is wrong. */
type Listed = { readonly deployments: readonly { name: string; model: string; line: number }[] } | 'wrong';

const dependencyFields = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'];

const readManifest = rememberFiles((path, text) => toManifest(path, text));

const readConfigurationFile = rememberFiles((path, text): Listed => {
  const reading = readJson({ path, text }, true);
  return reading.kind === 'read' ? toListed(reading.value) : 'wrong';
});

/** Reads `package.json` files and the configuration at and above a folder, up to the repository's root. */
export function readProjectFiles(folder: string, cwd: string): FolderFacts {
  let installed: string | undefined;
  let declared: string | undefined;
  let deployments: readonly StatedDeployment[] | undefined;
  for (let here = folder; ; here = dirname(here)) {
    const manifest = readManifest(join(here, 'package.json'));
    installed ??= installedIn(here);
    declared ??= manifest?.declared;
    deployments ??= deploymentsIn(here, manifest, cwd);
    if (here === dirname(here) || existsSync(join(here, '.git'))) {
      return { openaiVersion: chooseSdkVersion({ installed, declared }), deployments: deployments ?? [] };
    }
  }
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
  const ranges = dependencyFields.map((field) => memberOf(memberOf(json, field), 'openai'));
  return {
    name: memberOf(json, 'name'),
    version: memberOf(json, 'version'),
    declared: ranges.find((range) => typeof range === 'string'),
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

function memberOf(value: unknown, name: string): unknown {
  const isOwn = typeof value === 'object' && value !== null && Object.hasOwn(value, name);
  return isOwn ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}
