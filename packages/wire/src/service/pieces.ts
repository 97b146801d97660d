/** Sizes that cut through lines, words and characters; the last one repeats, so that much is not cut for ever. */
const sizes = [1, 2, 3, 1, 5, 7, 11, 1, 13, 17, 2, 19, 23, 29, 31, 1, 37, 41, 43, 47, 997] as const;

/** The same bytes in pieces that end at odd places. */
export function cutAtOddPlaces(bytes: Uint8Array): readonly Uint8Array[] {
  const pieces: Uint8Array[] = [];
  for (let start = 0; start < bytes.length;) {
    const end = start + (sizes[pieces.length] ?? sizes[sizes.length - 1] ?? bytes.length);
    pieces.push(bytes.subarray(start, end));
    start = end;
  }
  return pieces;
}
