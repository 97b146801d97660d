import type { ChangedTexts, ProgramComparison } from './compare-program.ts';
import { lacksTypes, packageOf } from './missing-types.ts';
import type { JobPlan } from './plan-jobs.ts';
import type { JobResult } from './run-jobs.ts';
import type { NotChecked } from './type-check.ts';
import { isJavaScript, plainJavaScript } from './unchecked-file.ts';

/** Says what the check knows nothing of, each thing once. */
export function findGaps(
  results: readonly JobResult[],
  { leftOut, manifestOf }: JobPlan,
  texts: ChangedTexts,
  nameOf: (file: string) => string,
): readonly NotChecked[] {
  const ownPackages = new Set([...texts.after.keys()].flatMap((file) => manifestOf(file)?.name ?? []));
  const gaps = [
    ...leftOut.map(({ path, reason }) => ({ path: nameOf(path), reason })),
    ...results.flatMap((result): readonly NotChecked[] => {
      if (result.kind === 'compared') return gapsOf(result.comparison, ownPackages, texts, nameOf);
      const { job, reason } = result;
      return (job.config === undefined ? job.roots : [job.config]).map((path) => ({ path: nameOf(path), reason }));
    }),
  ];
  return [...new Map(gaps.map((gap) => [JSON.stringify(gap), gap])).values()];
}

function gapsOf(
  { checked, unchecked, untyped, prebuilt }: ProgramComparison,
  ownPackages: ReadonlySet<string>,
  { after }: ChangedTexts,
  nameOf: (file: string) => string,
): readonly NotChecked[] {
  const ofPackages = (name: string, reason: string): NotChecked => ({ package: name, reason });
  const missing = untyped.filter((untypedImport) => lacksTypes(untypedImport, after));
  const names = untyped.flatMap(({ specifier }) => packageOf(specifier) ?? []);
  return [
    ...unchecked.map((path) => ({
      path: nameOf(path),
      reason: isJavaScript(path) ? plainJavaScript : 'it asks TypeScript not to check it (`@ts-nocheck`)',
    })),
    ...[...prebuilt].filter((name) => ownPackages.has(name)).map((name) => ofPackages(name, staleBuild)),
    ...names.filter((name) => ownPackages.has(name)).map((name) => ofPackages(name, missingBuild)),
    ...(checked.length === 0 ? [] : missing).map(({ from, specifier }): NotChecked => {
      const name = packageOf(specifier);
      return name === undefined ? { path: nameOf(from), reason: missingModule } : ofPackages(name, missingTypes(name));
    }),
  ];
}

const staleBuild = 'other packages see its types through its last build, which does not have the changes';
const missingBuild = 'other packages would see its types through its build, which is not there';
const missingModule = 'one of its imports leads to no file that was found, so whatever is made of it passes the check';

function missingTypes(name: string): string {
  return `the types of \`${name}\` are not installed, so whatever is made of them passes the check`;
}
