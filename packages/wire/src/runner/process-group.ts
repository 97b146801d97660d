import type { ChildProcess } from 'node:child_process';

/**
 * Sees to it that a child and all that it starts end with this process at the latest.
 *
 * @param child a process that leads a group of its own, as `detached` makes it
 * @returns ends them now; may be called more than once
 */
export function endProcessGroup(child: ChildProcess): () => void {
  const end = () => {
    process.off('exit', end);
    kill(child);
  };
  // Before anybody removes what the program still writes to.
  process.prependListener('exit', end);
  return end;
}

function kill(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    // On Windows there are no groups: the child alone is ended.
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
  } catch {
    // Nothing of the group is left.
  }
}
