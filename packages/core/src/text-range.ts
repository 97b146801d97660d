/** A half-open stretch `[start, end)` of a text, in UTF-16 code units from its beginning. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Tells whether `inner` lies within `outer`, borders included. */
export function containsRange(outer: TextRange, inner: TextRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/**
 * Tells whether two ranges compete for the same text. Ranges that only touch do not; two empty ranges at one place do,
 * since nothing says which of two insertions comes first.
 */
export function rangesCollide(a: TextRange, b: TextRange): boolean {
  if (a.start === a.end && b.start === b.end) return a.start === b.start;
  return a.start < b.end && b.start < a.end;
}
