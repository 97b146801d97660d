import type { TextRange } from '@azure-openai-v1/core';

/** Prepares the question whether a stretch lies within one of many; those may be in any order and may overlap. */
export function createCoverage(ranges: readonly TextRange[]): (inner: TextRange) => boolean {
  const merged: TextRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && range.start < last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    else merged.push(range);
  }
  return ({ start, end }) => {
    let low = 0;
    let high = merged.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((merged[middle]?.start ?? 0) <= start) low = middle;
      else high = middle - 1;
    }
    const candidate = merged[low];
    return candidate !== undefined && candidate.start <= start && end <= candidate.end;
  };
}
