import type { FoundDeployment } from './found-deployment.ts';

/** Folders that hold a project's infrastructure: what is in them belongs to the folder above the first of them. */
const infrastructureFolders = new Set([
  '.azd',
  '.azure',
  '.infra',
  'arm',
  'azure',
  'bicep',
  'deploy',
  'deployment',
  'deployments',
  'devops',
  'environments',
  'iac',
  'infra',
  'infrastructure',
  'ops',
  'provision',
  'provisioning',
  'terraform',
  'tf',
]);

/**
 * Chooses the deployments that a source file may mean: those of the projects that it lies in, and for each name those of
 * the nearest. The infrastructure of another project in the same repository says nothing of it.
 */
export function nearestTo(path: string, found: readonly FoundDeployment[]): readonly FoundDeployment[] {
  const depths = new Map<string, number>();
  const placed = found.flatMap((deployment) => {
    const owner = ownerOf(deployment.path);
    if (!`/${path}`.startsWith(owner === '' ? '/' : `/${owner}/`)) return [];
    depths.set(deployment.name, Math.max(depths.get(deployment.name) ?? 0, owner.length));
    return [{ deployment, depth: owner.length }];
  });
  return placed.flatMap(({ deployment, depth }) => (depths.get(deployment.name) === depth ? [deployment] : []));
}

/** The folder of the project that an infrastructure file belongs to; empty for the root. */
function ownerOf(path: string): string {
  const folders = path.split('/').slice(0, -1);
  const first = folders.findIndex((folder) => infrastructureFolders.has(folder.toLowerCase()));
  return (first === -1 ? folders : folders.slice(0, first)).join('/');
}
