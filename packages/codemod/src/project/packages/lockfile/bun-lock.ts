import { parse } from 'jsonc-parser';
import { valueAt } from '../data-value.ts';
import type { LockedLookup } from './locked-request.ts';

/** Opens `bun.lock`, the text form: JSON with trailing commas. */
export function openBunLock(text: string): LockedLookup {
  const lock: unknown = parse(text, [], { allowTrailingComma: true });
  return ({ packageName, importer, dependency }) => {
    if (valueAt(lock, 'workspaces', importer) === undefined) return undefined;
    const own = packageName === undefined ? undefined : valueAt(lock, 'packages', `${packageName}/${dependency}`);
    const entry = own ?? valueAt(lock, 'packages', dependency);
    const [resolved] = Array.isArray(entry) ? (entry as readonly unknown[]) : [];
    return typeof resolved === 'string' ? /^openai@(\d.*)$/.exec(resolved)?.[1] : undefined;
  };
}
