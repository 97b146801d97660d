import semver from 'semver';
import { textAt } from '../data-value.ts';
import { installCommand } from '../lockfile/lockfiles.ts';
import type { SdkPackage } from '../sdk-package.ts';
import { reportPath } from '../../report-path.ts';

/** Names what still has an older `openai` than a package asks for, and the command that mends it; no more is done. */
export function staleInstallation(sdk: SdkPackage, to: string, cwd: string): readonly string[] {
  const { installed } = sdk;
  const locked = sdk.locked();
  if (locked && semver.lt(locked.version, to)) {
    const path = reportPath(cwd, locked.lockfile.path);
    return [`${path} still has openai ${locked.version}: run ${installCommand(locked.lockfile.name)}`];
  }
  if (!installed || !semver.lt(installed.version, to)) return [];
  return [`node_modules still has openai ${installed.version}: run ${managerOf(sdk)} install`];
}

/** The package manager that a project names, as in `"packageManager": "pnpm@10.34.9"`, or whose lockfile it has. */
function managerOf({ folders }: SdkPackage): string {
  const named = folders
    .map(({ manifest }) => /^(npm|pnpm|yarn|bun)@/.exec(textAt(manifest?.json, 'packageManager') ?? '')?.[1])
    .find((name) => name !== undefined);
  const lockfile = folders.flatMap(({ lockfiles }) => lockfiles)[0];
  return named ?? (lockfile ? installCommand(lockfile.name).replace(/ install$/, '') : 'npm');
}
