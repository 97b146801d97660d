import { writeSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
import type { ProgramError } from '../traffic.ts';

/** The pipe that errors are written to, beside the three that every program has. */
export const errorPipe = 3;

const longestMessage = 10_000;

/** Writes the error that ends this process to the pipe, when it was started by the process that reads there. */
export function reportUncaughtError(runner: number): void {
  if (!isMainThread || process.ppid !== runner) return;
  process.on('uncaughtExceptionMonitor', (error: unknown) => {
    try {
      writeSync(errorPipe, `${JSON.stringify(describeError(error))}\n`);
    } catch {
      // Whoever reads the pipe has gone, so nobody wants to know.
    }
  });
}

/** Describes an error, or whatever else was thrown, as far as programs tell errors apart. */
function describeError(error: unknown): ProgramError {
  if (!(error instanceof Error)) return { name: typeof error, message: String(error).slice(0, longestMessage) };
  const { status, code } = error as { readonly status?: unknown; readonly code?: unknown };
  return {
    name: error.constructor.name,
    message: error.message.slice(0, longestMessage),
    ...(typeof status === 'number' && { status }),
    ...((typeof code === 'string' || typeof code === 'number') && { code: String(code) }),
  };
}
