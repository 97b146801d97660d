import { posix } from 'node:path';
import { isInside } from '../report-path.ts';
import { collectBuiltOutputs } from './built-outputs.ts';
import { findOwner, listConfigs, type Owner } from './find-projects.ts';
import { createManifestLookup, type Manifest } from './manifest.ts';
import type { ProjectJob } from './project-job.ts';
import { effectiveOptions, unconfigured, usesOldTypeScript } from './project-options.ts';
import { isInPackages, type ReadOnlyFiles } from './read-only-files.ts';
import { createProjectReader, type ProjectReader } from './read-project.ts';
import { findRelatedProjects } from './related-projects.ts';
import type { TypeCheckLimits } from './type-check.ts';
import { isJavaScript, plainJavaScript } from './unchecked-file.ts';

/** Paths that were left out, by what they are; absolute. */
export interface LeftOut {
  readonly path: string;
  readonly reason: string;
}

/** The projects to check, those of the changed files first. */
export interface JobPlan {
  readonly jobs: readonly ProjectJob[];
  readonly outputs: ReadonlyMap<string, string>;
  readonly manifestOf: (path: string) => Manifest | undefined;
  readonly leftOut: readonly LeftOut[];
}

/** More configurations than any repository has that was made by people. */
const configLimit = 2000;

/** Finds the projects that the changed files belong to, and those that may depend on them. */
export function planJobs(
  files: ReadOnlyFiles,
  top: string,
  changed: readonly string[],
  limits: TypeCheckLimits,
): JobPlan {
  const reader = createProjectReader(files);
  const manifestOf = createManifestLookup(files, top);
  const owned = changed.map((file) => ({ file, owner: findOwner(files, reader, top, file) }));
  const owners = [...new Set(owned.flatMap(({ owner }) => owner?.config ?? []))];
  const configs = owners.length > 0 ? listConfigs(files, top).slice(0, configLimit) : [];
  const { dependent, near } = findRelatedProjects({ reader, manifestOf, changed, owners, configs });
  const wanted = [...owners, ...dependent, ...near];
  const taken = wanted.slice(0, limits.projects);
  const context = { files, reader, manifestOf };
  const jobs = taken.map((config) => ({
    ...configuredJob(context, config, unlistedOf(owned, config)),
    isNear: near.includes(config),
  }));
  const loose = owned.filter(({ owner, file }) => owner === undefined && !isJavaScript(file));
  return {
    jobs: [
      ...jobs,
      ...looseJobs(
        manifestOf,
        top,
        loose.map(({ file }) => file),
      ),
    ],
    outputs: collectBuiltOutputs([...owners, ...dependent].map((config) => reader.read(config))),
    manifestOf,
    leftOut: [
      ...wanted
        .slice(limits.projects)
        .map((path) => ({ path, reason: 'there are too many projects to check them all' })),
      ...[...owners, ...dependent].flatMap((config) => whatIsLeftOut(reader, top, config)),
      ...owned.filter(isPassedOver).map(({ file }) => ({ path: file, reason: plainJavaScript })),
    ],
  };
}

interface Owned {
  readonly file: string;
  readonly owner: Owner | undefined;
}

function isPassedOver({ file, owner }: Owned): boolean {
  return isJavaScript(file) && owner?.isListed !== true;
}

/** Files that a configuration speaks for without listing them. */
function unlistedOf(owned: readonly Owned[], config: string): readonly string[] {
  const own = owned.filter(({ owner }) => owner?.config === config && !owner.isListed);
  return own.map(({ file }) => file).filter((file) => !isJavaScript(file));
}

interface JobContext {
  readonly files: ReadOnlyFiles;
  readonly reader: ProjectReader;
  readonly manifestOf: (path: string) => Manifest | undefined;
}

function configuredJob(
  { files, reader, manifestOf }: JobContext,
  config: string,
  unlisted: readonly string[],
): Omit<ProjectJob, 'isNear'> {
  const folder = posix.dirname(config);
  const { options, fileNames } = reader.read(config).parsed;
  return {
    config,
    folder,
    options: effectiveOptions(options, usesOldTypeScript(files, folder, manifestOf(config))),
    roots: [...fileNames.filter(files.fileExists), ...unlisted],
  };
}

/** Without a configuration, the files of a package are checked together and nothing else is known to use them. */
function looseJobs(manifestOf: JobContext['manifestOf'], top: string, loose: readonly string[]): readonly ProjectJob[] {
  const groups = new Map<string, string[]>();
  for (const file of loose) {
    const folder = manifestOf(file)?.folder ?? top;
    groups.set(folder, [...(groups.get(folder) ?? []), file]);
  }
  const options = effectiveOptions(unconfigured, true);
  return [...groups].map(([folder, roots]) => ({ config: undefined, folder, options, roots, isNear: false }));
}

function whatIsLeftOut(reader: ProjectReader, top: string, config: string): readonly LeftOut[] {
  const { parsed, problem } = reader.read(config);
  const outside = parsed.fileNames.filter((file) => !isInside(top, file) && !isInPackages(file));
  return [
    ...(problem === undefined ? [] : [{ path: config, reason: problem }]),
    ...outside.map((path) => ({ path, reason: 'it lies outside the repository and was not read' })),
  ];
}
