import { writeSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
import { toProgramError } from './to-program-error.ts';

/** The pipe that errors are written to, beside the three that every program has. */
export const errorPipe = 3;

/** Writes the error that ends this process to the pipe, when it was started by the process that reads there. */
export function reportUncaughtError(runner: number): void {
  if (!isMainThread || process.ppid !== runner) return;
  process.on('uncaughtExceptionMonitor', (error: unknown) => {
    try {
      writeSync(errorPipe, `${JSON.stringify(toProgramError(error))}\n`);
    } catch {
      // Whoever reads the pipe has gone, so nobody wants to know.
    }
  });
}
