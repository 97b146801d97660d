import { setImmediate } from 'node:timers/promises';
import { namesOnly, roleOf, type ConfigurationKind } from '@azure-openai-v1/configuration';
import type { Source } from '../read-source.ts';
import type { SourceFile } from '../source-file.ts';
import { readText } from './read-text.ts';

/** A configuration file that was read; of one with real values, only the names. */
export interface OpenedFile {
  readonly kind: ConfigurationKind;
  readonly source: Source;
}

/** Reads the configuration files that say something of interest, and all workflows, which share secrets. */
export async function openConfiguration(
  files: readonly SourceFile[],
  isOfInterest: (text: string) => boolean,
): Promise<readonly OpenedFile[]> {
  const opened: OpenedFile[] = [];
  for (const file of files) {
    const kind = roleOf(file.path);
    if (kind === 'data' || kind === 'inert' || kind === 'source') continue;
    await setImmediate();
    const read = await readText(file);
    if (read.kind !== 'text') continue;
    const source = withoutRealValues(kind, read.source);
    if (kind === 'action' || isOfInterest(source.text)) opened.push({ kind, source });
  }
  return opened;
}

function withoutRealValues(kind: ConfigurationKind, source: Source): Source {
  if (kind !== 'environment' && kind !== 'settings-with-values') return source;
  return { ...source, text: namesOnly(kind, source.text), bytes: Buffer.alloc(0) };
}
