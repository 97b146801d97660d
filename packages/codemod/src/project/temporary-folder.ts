import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder that lives no longer than this process. */
export interface TemporaryFolder {
  readonly path: string;
  readonly remove: () => void;
}

/** Makes a folder that only this user can enter. */
export function makeTemporaryFolder(): TemporaryFolder {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'azure-openai-v1-')));
  const remove = () => {
    process.off('exit', remove);
    try {
      // Links in it are removed and not followed.
      rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
    } catch {
      // A program that has left its group still writes there; the system clears its temporary files.
    }
  };
  // Signals end this process by `process.exit`, which finishes no `finally`.
  process.on('exit', remove);
  return { path, remove };
}
