/**
 * Renames properties that stand in one object more than once, all but the last, which is the one that counts. A parser of
 * JSON would drop them without a word.
 */
export function keepRepeated(json: string): string {
  const objects: Map<string, number>[] = [];
  const pieces: string[] = [];
  let end = json.length;
  // From the end, so that the last one keeps its name.
  for (const { 0: token, 1: quoted, index } of [...json.matchAll(structure)].reverse()) {
    if (token === '}') objects.push(new Map());
    else if (token === '{') objects.pop();
    const names = objects.at(-1);
    if (quoted === undefined || names === undefined) continue;
    // The text is valid, so what stands in quotation marks is a text.
    const name = JSON.parse(quoted) as string;
    const later = names.get(name) ?? 0;
    names.set(name, later + 1);
    if (later === 0) continue;
    pieces.push(json.slice(index + quoted.length, end), JSON.stringify(`${name} (${String(later)} before the last)`));
    end = index;
  }
  return json.slice(0, end) + pieces.reverse().join('');
}

/** The names of properties, other texts, and where objects begin and end. */
const structure = /("[^"\\]*(?:\\.[^"\\]*)*")(?=\s*:)|"[^"\\]*(?:\\.[^"\\]*)*"|[{}]/gs;
