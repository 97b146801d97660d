import { models, outputLimit } from '@azure-openai-v1/knowledge';

/** Words of which a file that concerns us holds at least one. All are ASCII, so bytes may be searched as well. */
export const needles = ['openai', 'OpenAI', 'OPENAI'] as const;

/** Tells from the text alone whether a file can have findings. */
export function mayConcern(text: string): boolean {
  return needles.some((needle) => text.includes(needle));
}

const modelWords = new RegExp(
  `\\b(?:${[...new Set([outputLimit.legacy, ...models.flatMap(({ unsupported }) => unsupported)])].join('|')})\\b`,
);

/** Tells from the text alone whether findings of a file can depend on which model a deployment runs. */
export function mayDependOnModel(text: string): boolean {
  return modelWords.test(text);
}
