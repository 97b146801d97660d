import { parseModule } from '@azure-openai-v1/javascript/parse';

/** A constructor call of a file, as its bare words tell it; worked out without anything that the rules use. */
export interface ConstructedClient {
  readonly isAzure: boolean;
  readonly hasBaseURL: boolean;
}

/** Lists the constructor calls of `AzureOpenAI` and `OpenAI` under all their local names. */
export function listClients(path: string, text: string): readonly ConstructedClient[] {
  const parsed = parseModule(path, text);
  if (parsed.kind === 'syntax-error') throw new Error(`${path}: ${parsed.message}`);
  const words = (parsed.module.ast.tokens ?? []).map(({ value }) => value);
  const azure = namesOf('AzureOpenAI', words);
  const plain = namesOf('OpenAI', words);
  return words.flatMap((word, index) => {
    if (word !== 'new') return [];
    const end = endOfCallee(words, index + 1);
    const name = words[end] ?? '';
    const isClient = azure.has(name) || plain.has(name);
    return isClient ? [{ isAzure: azure.has(name), hasBaseURL: hasBaseURL(words, end + 1) }] : [];
  });
}

function endOfCallee(words: readonly string[], start: number): number {
  return words[start + 1] === '.' ? endOfCallee(words, start + 2) : start;
}

/** The name itself and its aliases; a default import counts as the plain class. */
function namesOf(name: string, words: readonly string[]): ReadonlySet<string> {
  const aliases = words.filter((_, index) => words[index - 2] === name && /^(?:as|:)$/.test(words[index - 1] ?? ''));
  const defaults = name === 'OpenAI' ? words.filter((_, index) => words[index - 1] === 'import') : [];
  return new Set([name, ...aliases, ...defaults]);
}

/** Options that stand elsewhere are known by their name, so any `baseURL` of the file counts for them. */
function hasBaseURL(words: readonly string[], open: number): boolean {
  if (words[open] !== '(') return false;
  const options = words.slice(open, closing(words, open));
  const isElsewhere = options[1] !== '{' || options.includes('...');
  return (isElsewhere && options.length > 1 ? words : options).some((word) => /^['"]?baseURL['"]?$/.test(word));
}

function closing(words: readonly string[], open: number): number {
  let depth = 0;
  for (const [index, word] of words.entries()) {
    if (index < open) continue;
    if (word === '(') depth += 1;
    if (word === ')') depth -= 1;
    if (depth === 0) return index;
  }
  return words.length;
}
