import { apiVersionVariables } from '@azure-openai-v1/knowledge';

const wordPattern = /[A-Za-z0-9_]+/g;
const variablePattern = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;

/** Tells whether a word is written as names of environment variables are: capitals in parts joined by `_`. */
export function isVariableName(word: string): boolean {
  return word.length <= 200 && variablePattern.test(word);
}

/** Tells whether a variable is named as those are that hold the dated version of the legacy API. */
export function isVersionVariable(name: string): boolean {
  return apiVersionVariables.includes(name) || /(?:OPENAI|AOAI)\w*_API_VERSION$/.test(name);
}

/** The words of a text that are written as names of environment variables are. */
export function variableNamesIn(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(wordPattern)].map(([word]) => word).filter(isVariableName));
}

/** Where a text mentions names, each as a whole word. */
export function mentionsOf(
  text: string,
  names: ReadonlySet<string>,
): readonly { readonly name: string; readonly offset: number }[] {
  return [...text.matchAll(wordPattern)].flatMap(({ 0: name, index }) =>
    names.has(name) ? [{ name, offset: index }] : [],
  );
}

/**
 * The pieces that a program would put a name together from: `AZURE_OPENAI_` and the like at its beginning,
 * `_API_VERSION` and the like at its end.
 */
export function piecesOf(name: string): readonly string[] {
  const parts = name.split('_');
  return parts.flatMap((_, index) =>
    index === 0 ? [] : [`${parts.slice(0, index).join('_')}_`, `_${parts.slice(index).join('_')}`],
  );
}
