import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Settings with which git starts no program that a repository names. */
const harmless = ['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'core.untrackedCache=false'];

/**
 * Asks git for the tracked and the not ignored files under a folder.
 *
 * @returns paths relative to the folder; one that ends with `/` is a repository of its own; undefined where git has no answer
 */
export async function listWithGit(folder: string): Promise<readonly string[] | undefined> {
  const settings = harmless.flatMap((setting) => ['-c', setting]);
  const command = [...settings, 'ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', '.'];
  try {
    const { stdout } = await promisify(execFile)('git', command, {
      cwd: folder,
      env: cleanEnvironment(),
      maxBuffer: 2 ** 30,
      encoding: 'utf8',
      windowsHide: true,
    });
    return [...new Set(stdout.split('\0').filter((name) => name !== ''))];
  } catch {
    return undefined;
  }
}

/** The environment without the variables that could point git at another repository or program. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.toUpperCase().startsWith('GIT_'));
  return { ...Object.fromEntries(kept), GIT_OPTIONAL_LOCKS: '0', GIT_LITERAL_PATHSPECS: '1' };
}
