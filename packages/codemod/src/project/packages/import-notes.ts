import { loadsPackage } from '@azure-openai-v1/javascript';
import { parseModule } from '@azure-openai-v1/javascript/parse';
import { dirname } from 'node:path';
import type { Source } from '../read-source.ts';
import { reportPath } from '../report-path.ts';
import type { FoldersUpwards } from './folder.ts';
import { aliasesOf, declarationsOf, type Manifest } from './manifest.ts';

/** The package that token providers come from. */
const identity = '@azure/identity';

/**
 * Names the files that use `@azure/identity` where no package.json from their folder upwards declares it, and those that
 * import `openai` under another name, which is not followed.
 */
export function importNotes(
  sources: readonly Source[],
  foldersUpwards: FoldersUpwards,
  cwd: string,
): readonly string[] {
  return sources.flatMap((source) => {
    const folders = foldersUpwards(dirname(source.absolute));
    const manifests = folders.flatMap(({ manifest }) => manifest ?? []);
    const isInstalled = folders.some((folder) => folder.installed(identity) !== undefined);
    return [...identityNote(source, manifests, isInstalled, cwd), ...aliasNotes(source, manifests, cwd)];
  });
}

function identityNote(
  source: Source,
  manifests: readonly Manifest[],
  isInstalled: boolean,
  cwd: string,
): readonly string[] {
  const [nearest] = manifests;
  if (!nearest || manifests.some((manifest) => declarationsOf(manifest, identity).length > 0)) return [];
  if (!loads(source, identity)) return [];
  const standing = isInstalled ? 'has it only through another package' : 'does not declare it';
  return [`${source.path} uses ${identity}, and ${reportPath(cwd, nearest.path)} ${standing}: add it there`];
}

function aliasNotes(source: Source, manifests: readonly Manifest[], cwd: string): readonly string[] {
  return manifests.flatMap((manifest) =>
    aliasesOf(manifest, 'openai')
      .filter((alias) => loads(source, alias))
      .map(
        (alias) =>
          `${source.path} imports openai as ${alias}, its name in ${reportPath(cwd, manifest.path)}: look at it by hand`,
      ),
  );
}

function loads({ path, text }: Source, name: string): boolean {
  if (!text.includes(name)) return false;
  try {
    const parsed = parseModule(path, text);
    return parsed.kind === 'parsed' && loadsPackage(parsed.module, name);
  } catch {
    // The visit of this file meets the same defect and reports it.
    return false;
  }
}
