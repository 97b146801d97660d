/** A place in a text as people count: lines and columns begin at 1, columns count UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Prepares a text for looking up positions. Lines end at LF, CRLF, CR, U+2028 and U+2029, as in ECMAScript.
 *
 * @returns a function from an offset in UTF-16 code units to its position
 */
export function createPositionLookup(text: string): (offset: number) => Position {
  const lineStarts = [0];
  for (const match of text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) lineStarts.push(match.index + match[0].length);
  return (offset) => {
    let low = 0;
    let high = lineStarts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 };
  };
}
