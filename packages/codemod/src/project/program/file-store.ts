import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { SkipReason } from '@azure-openai-v1/core';
import type { SourceModule } from '@azure-openai-v1/javascript';
import { parseModule } from '@azure-openai-v1/javascript/parse';
import { decodeText } from '../decode-text.ts';
import { isGenerated } from '../generated.ts';
import type { Source } from '../read-source.ts';

/** The files of a run by their paths: read once, and parsed once for each text that they have. */
export interface FileStore {
  /** A file as it is on the disk, or why it is not looked at. */
  sourceAt(path: string): Source | SkipReason;
  /** A text of a file as a module; the reason where it is none. */
  moduleOf(path: string, text: string): SourceModule | string;
}

/**
 * Opens the store of a run.
 *
 * @param known the files that were read already
 */
export function createFileStore(cwd: string, known: readonly Source[]): FileStore {
  const sources = new Map<string, Source | SkipReason>(known.map((source) => [source.path, source]));
  const modules = new Map<string, { readonly text: string; readonly module: SourceModule | string }>();
  return {
    sourceAt(path) {
      const source = sources.get(path) ?? readAnyway(resolve(cwd, path), path);
      sources.set(path, source);
      return source;
    },
    moduleOf(path, text) {
      const parsed = modules.get(path);
      if (parsed?.text === text) return parsed.module;
      const result = parseModule(path, text);
      const module =
        result.kind === 'parsed' ? result.module : `${String(result.line)}:${String(result.column)} ${result.message}`;
      modules.set(path, { text, module });
      return module;
    },
  };
}

/** Reads a file that holds no word that matters by itself. */
function readAnyway(absolute: string, path: string): Source | SkipReason {
  try {
    const status = lstatSync(absolute);
    if (!status.isFile()) return 'symlink';
    const bytes = readFileSync(absolute);
    const decoded = decodeText(bytes);
    if (decoded.kind === 'skipped') return decoded.reason;
    if (isGenerated(path, decoded.text)) return 'generated';
    const { text, mark } = decoded;
    const root = realpathSync(dirname(absolute));
    return { absolute, path, root, bytes, text, mark, mode: status.mode & 0o7777, links: status.nlink };
  } catch {
    return 'changed-meanwhile';
  }
}
