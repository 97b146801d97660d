import type { TypeCheckLimits } from './type-check.ts';

/** Enough for large repositories, and small enough for the memory that Node.js has by default. */
export const defaultLimits: TypeCheckLimits = {
  files: 20_000,
  characters: 64 * 1024 * 1024,
  fileBytes: 8 * 1024 * 1024,
  entries: 400_000,
  projects: 40,
  instantiations: 100_000_000,
};

/** Ends the check of one project, through the compiler that is at work; the message says why and is shown to people. */
export class GivenUp extends Error {
  override readonly name = 'GivenUp';
}

/** Counts up to a limit. */
export function createCounter(limit: number, reason: string): (amount: number) => void {
  let sum = 0;
  return (amount) => {
    sum += amount;
    if (sum > limit) throw new GivenUp(reason);
  };
}

/** Says why a check ended. The compiler may fail on what a repository holds, and that must not end the run. */
export function reasonToGiveUp(error: unknown): string {
  if (error instanceof GivenUp) return error.message;
  if (error instanceof RangeError) return 'its code is nested too deeply for TypeScript';
  return `TypeScript ended with ${error instanceof Error ? error.name : typeof error}`;
}
