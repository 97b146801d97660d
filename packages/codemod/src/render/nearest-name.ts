/** Finds the known name that a mistyped one is likely to mean; undefined when none is near. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  const asked = name.slice(0, 100);
  const [best] = known
    .map((candidate) => ({ candidate, distance: editDistance(asked, candidate) }))
    .toSorted((a, b) => a.distance - b.distance);
  const part = known.find((candidate) => asked.length >= 4 && candidate.includes(asked));
  return best && best.distance <= best.candidate.length / 2 ? best.candidate : part;
}

/** How many characters must be put in, taken out or replaced to get from one word to the other. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [line, character] of Array.from(from).entries()) {
    const next = [line + 1];
    for (const [column, other] of Array.from(to).entries()) {
      const replaced = (row[column] ?? 0) + (character === other ? 0 : 1);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
