import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** The folder of the workspace, three above this file in `src` and in `dist`. */
export const workspaceRoot = fileURLToPath(new URL('../../../', import.meta.url));

/** The text of a file, or `undefined` where there is none. */
export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
