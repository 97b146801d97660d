import type { ProgramError } from '../traffic.ts';

const longestMessage = 10_000;

/** Describes an error, or whatever else was thrown, as far as programs tell errors apart. */
export function toProgramError(error: unknown): ProgramError {
  if (!(error instanceof Error)) return { name: typeof error, message: String(error).slice(0, longestMessage) };
  const { status, code } = error as { readonly status?: unknown; readonly code?: unknown };
  return {
    name: error.constructor.name,
    message: error.message.slice(0, longestMessage),
    ...(typeof status === 'number' && { status }),
    ...((typeof code === 'string' || typeof code === 'number') && { code: String(code) }),
  };
}
