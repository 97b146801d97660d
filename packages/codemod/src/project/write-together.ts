import type { Source } from './read-source.ts';
import { writeSource, type WriteResult } from './write-source.ts';

/** A file and the text that it gets, without byte order mark. */
export interface PlannedText {
  readonly source: Source;
  readonly text: string;
}

/**
 * Writes files that belong together: all of them, or none. Where one cannot be written, those before it get their old
 * bytes back. Nothing here waits, so that a signal is handled before or after it.
 */
export function writeTogether(files: readonly PlannedText[]): ReadonlyMap<string, WriteResult> {
  const results = new Map<string, WriteResult>();
  const written: PlannedText[] = [];
  for (const file of files) {
    const result = writeSource(file.source, file.text);
    results.set(file.source.path, result);
    if (result.kind === 'written') written.push(file);
    else {
      for (const { source, text } of written) results.set(source.path, restore(source, text));
      break;
    }
  }
  for (const { source } of files) if (!results.has(source.path)) results.set(source.path, together);
  return results;
}

const together: WriteResult = { kind: 'skipped', reason: 'together' };

function restore(source: Source, text: string): WriteResult {
  const bytes = Buffer.from(source.mark + text, 'utf8');
  const result = writeSource({ ...source, bytes }, source.text);
  return result.kind === 'written' ? together : { kind: 'failed', reason: 'write', detail: 'not restored' };
}
