/** A text's pieces as a stream sends them: a word with the space after it. */
export function tokensOf(text: string): readonly string[] {
  return text.match(/\S+\s*|\s+/g) ?? [];
}

/** About how many tokens a text has: only that it grows with the text is like the real count. */
export function countTokens(text: string): number {
  return Math.ceil(text.length / 4);
}
