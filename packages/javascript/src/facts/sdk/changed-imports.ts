import { sdkBreakingChanges, type SdkBreakingChange } from '@azure-openai-v1/knowledge';
import type { SourceModule } from '../../source-module.ts';
import { modulesOfPackage, namesOfPackage } from './package-names.ts';

const rows: readonly SdkBreakingChange[] = sdkBreakingChanges;

/** Finds the modules and values of the package that a module uses and openai 5 does not have any more. */
export function findChangedImports(module: SourceModule): readonly SdkBreakingChange[] {
  const sources = modulesOfPackage(module);
  const names = namesOfPackage(module);
  return rows.filter(({ kind, name }) => {
    if (kind === 'module') return sources.some((source) => source === name || isBelow(source, name));
    if (kind === 'root-export') return names.some((used) => used.of === 'root' && used.name === name);
    return kind === 'export' && names.some((used) => (name === '*Page' ? isGonePage(used.name) : used.name === name));
  });
}

/** openai 5 has modules below `openai/core`, where openai 4 has none. */
function isBelow(source: string, name: string): boolean {
  return name !== 'openai/core' && source.startsWith(`${name}/`);
}

/** The pages that are classes still; all others became types. */
const keptPages: ReadonlySet<string> = new Set(['AbstractPage', 'CursorPage', 'Page']);

function isGonePage(name: string): boolean {
  return name.endsWith('Page') && !keptPages.has(name);
}
