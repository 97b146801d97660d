import { execFile, spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { promisify } from 'node:util';

/** Settings with which git starts no program that a repository names. */
const harmless = ['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'core.untrackedCache=false'];

/**
 * Asks git a question about the repository of a folder. No program that the repository names is run, and nothing is
 * fetched.
 *
 * @returns what git answers; undefined where it has no answer
 */
export async function askGit(folder: string, command: readonly string[]): Promise<Buffer | undefined> {
  try {
    const options = { ...optionsFor(folder), maxBuffer: 2 ** 30, encoding: 'buffer' } as const;
    return (await promisify(execFile)('git', [...settings(), ...command], options)).stdout;
  } catch {
    return undefined;
  }
}

/** Starts git for a conversation on the same terms. */
export function startGit(folder: string, command: readonly string[]): ChildProcessByStdio<Writable, Readable, null> {
  return spawn('git', [...settings(), ...command], { ...optionsFor(folder), stdio: ['pipe', 'pipe', 'ignore'] });
}

function settings(): readonly string[] {
  return harmless.flatMap((setting) => ['-c', setting]);
}

function optionsFor(folder: string) {
  return { cwd: folder, env: cleanEnvironment(), windowsHide: true };
}

/**
 * The environment without the variables that could point git at another repository or program. Objects that a partial
 * clone lacks would be fetched, by a program that the repository may name: no protocol is allowed.
 */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.toUpperCase().startsWith('GIT_'));
  const own = { GIT_OPTIONAL_LOCKS: '0', GIT_LITERAL_PATHSPECS: '1', GIT_ALLOW_PROTOCOL: '', GIT_NO_LAZY_FETCH: '1' };
  return { ...Object.fromEntries(kept), ...own };
}
