/** Deeper texts are no configuration. */
const deepest = 100;

/**
 * Tells of a text that is not parsed yet whether it may be nested so deeply that it would exhaust the stack of a parser.
 * That must not even be tried: where the stack is nearly full, V8 ends the process when it compiles a regular expression.
 */
export function isNestedDeeply(text: string): boolean {
  if (/^[ \t]*(?:[-?:][ \t]+){50}/m.test(text)) return true;
  const indentations = new Set([...text.matchAll(/^ */gm)].map(([spaces]) => spaces.length));
  if (indentations.size > deepest) return true;
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth = bracket === '[' || bracket === '{' ? depth + 1 : Math.max(0, depth - 1);
    if (depth > deepest) return true;
  }
  return false;
}
