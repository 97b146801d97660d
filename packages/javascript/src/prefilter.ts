/** Words of which a file that concerns us holds at least one. All are ASCII, so bytes may be searched as well. */
export const needles = ['openai', 'OpenAI', 'OPENAI'] as const;

/** Tells from the text alone whether a file can have findings. */
export function mayConcern(text: string): boolean {
  return needles.some((needle) => text.includes(needle));
}
