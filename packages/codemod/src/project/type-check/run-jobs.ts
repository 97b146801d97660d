import type { ts } from '@ts-morph/common';
import { compareProgram, type ChangedTexts, type ProgramComparison } from './compare-program.ts';
import { reasonToGiveUp } from './limits.ts';
import { mayImport, namesOfFiles } from './may-import.ts';
import type { JobPlan } from './plan-jobs.ts';
import type { ProjectJob } from './project-job.ts';
import type { ReadOnlyFiles } from './read-only-files.ts';
import type { TypeCheckLimits } from './type-check.ts';

/** What became of one project: a comparison, or why there is none. */
export type JobResult =
  | { readonly kind: 'compared'; readonly job: ProjectJob; readonly comparison: ProgramComparison }
  | { readonly kind: 'given-up'; readonly job: ProjectJob; readonly reason: string };

/** Checks one project after the other, each file in one of them: the first that lists it. */
export function runJobs(
  { jobs, outputs, manifestOf }: JobPlan,
  texts: ChangedTexts,
  files: ReadOnlyFiles,
  limits: TypeCheckLimits,
): readonly JobResult[] {
  const claim = createClaims(jobs);
  const packageFilesFor = createPackageFiles();
  const packages = [...texts.after.keys()].flatMap((file) => manifestOf(file)?.name ?? []);
  const concerned = new Set(texts.after.keys());
  return jobs.flatMap((job): readonly JobResult[] => {
    const names = new Set([...namesOfFiles(concerned), ...packages]);
    const isReached = !job.isNear || job.roots.some((root) => texts.after.has(root)) || mayImport(job, files, names);
    if (!isReached || !job.roots.some((file) => claim(file, job))) return [];
    const surroundings = { files, limits, outputs, packageFiles: packageFilesFor(job.options) };
    try {
      const comparison = compareProgram(job, texts, surroundings, (file) => claim(file, job));
      for (const file of [...comparison.checked, ...comparison.unchecked]) concerned.add(file);
      return [{ kind: 'compared', job, comparison }];
    } catch (error) {
      return [{ kind: 'given-up', job, reason: reasonToGiveUp(error) }];
    }
  });
}

/** Gives each file to the first project that lists it, and a file that none lists to the first that asks. */
function createClaims(jobs: readonly ProjectJob[]): (file: string, job: ProjectJob) => boolean {
  const claims = new Map<string, ProjectJob>();
  const claim = (file: string, job: ProjectJob) => {
    const owner = claims.get(file) ?? job;
    claims.set(file, owner);
    return owner === job;
  };
  for (const job of jobs) for (const file of job.roots) claim(file, job);
  return claim;
}

/** Files of packages are parsed once for projects whose options agree, one set of options after the other. */
function createPackageFiles(): (options: ts.CompilerOptions) => Map<string, ts.SourceFile> {
  let current = '';
  let files = new Map<string, ts.SourceFile>();
  return (options) => {
    const key = JSON.stringify(
      Object.entries(options)
        .filter(([name]) => !ofPlaces.has(name))
        .toSorted(),
    );
    if (key !== current) files = new Map();
    current = key;
    return files;
  };
}

/** Options that say where files are and not what they mean. */
const ofPlaces: ReadonlySet<string> = new Set([
  'baseUrl',
  'configFilePath',
  'declarationDir',
  'outDir',
  'paths',
  'pathsBasePath',
  'rootDir',
  'rootDirs',
  'tsBuildInfoFile',
  'typeRoots',
  'types',
]);
