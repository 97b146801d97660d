import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { createFolders } from '../packages/codemod/src/project/packages/folder.ts';
import { createSdkLookup } from '../packages/codemod/src/project/packages/sdk-lookup.ts';
import { makeFolder } from './run-cli.ts';

/** What a look-up came to; `file` is a path from the top of the repository. */
export interface FoundSdk {
  readonly version: string | undefined;
  readonly from: string | undefined;
  readonly file: string | undefined;
  readonly warnings: readonly string[];
}

/** What a file of a repository runs with, paths from the top of that repository. */
export function findSdk(
  files: Readonly<Record<string, string>>,
  path = 'app/src/a.ts',
  links: Readonly<Record<string, string>> = {},
): FoundSdk {
  const root = makeFolder({ '.git/HEAD': '', ...files });
  for (const [link, target] of Object.entries(links)) {
    mkdirSync(dirname(join(root, link)), { recursive: true });
    symlinkSync(target, join(root, link));
  }
  const warnings: string[] = [];
  const lookup = createSdkLookup(createFolders((line) => warnings.push(line.replace(`${root}/`, ''))));
  const sdk = lookup(join(root, path));
  return {
    version: sdk.version?.version,
    from: sdk.version?.from,
    file: sdk.version && relative(root, sdk.version.file),
    warnings,
  };
}
