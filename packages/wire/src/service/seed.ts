import { createHash } from 'node:crypto';

/** The moment of which every answer speaks, so that equal requests have equal answers: 2024-01-01, in seconds. */
export const fixedMoment = 1_704_067_200;

/** A text that is the same for equal texts and looks like nothing else. */
export function seedOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** An identifier that is the same for equal seeds. */
export function identifierOf(prefix: string, seed: string): string {
  return `${prefix}${seed.slice(0, 24)}`;
}

/** Bytes that are the same for equal seeds. */
export function bytesOf(seed: string, length: number): Uint8Array {
  let state = Number.parseInt(seed.slice(0, 8), 16) | 1;
  return Uint8Array.from({ length }, () => {
    // A xorshift generator: short, and good enough to look like data.
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state & 0xff;
  });
}
