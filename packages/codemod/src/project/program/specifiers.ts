/** What the text of a file says of the files that it loads. */
export interface LoadedNames {
  /** Each specifier once. */
  readonly specifiers: readonly string[];
  /** The beginnings of names that the running program completes: `./providers/` of `import(`./providers/${name}`)`. */
  readonly prefixes: readonly string[];
  /** It loads files by names of which nothing is known. */
  readonly loadsAnything: boolean;
  /** Variables of the environment that it sets. */
  readonly variables: readonly string[];
}

const written = /\b(?:from|import|require)\s*\(?\s*(["'`])([^"'`\n$]{1,400})\1/g;
const completed = /\b(?:import|require)\s*\(\s*`([^`$\n]{0,400})\$\{/g;
const globbed = /\b(?:import\.meta\.glob|require\.context)\s*\(\s*\[?\s*["'`]([^"'`\n]{1,400})["'`]/g;
const assigned = /\benv(?:\.|\[\s*["'])(\w{1,100})(?:["']\s*\])?\s*(?:\?\?|\|\||&&)?=(?![=>])/g;
const unknown = /\b(?:import|require)\s*\(\s*(?![\s"'`)/]|\.\.\.)[\w$]/;

/**
 * Finds the names of files in a text without parsing it. Words in comments and strings may be taken for imports: an index
 * may name too many files, and never too few.
 */
export function findLoadedNames(text: string): LoadedNames {
  const all = (pattern: RegExp, group: number) => [...text.matchAll(pattern)].map((match) => match[group] ?? '');
  return {
    specifiers: [...new Set(all(written, 2))],
    prefixes: [...all(completed, 1), ...all(globbed, 1).map((glob) => glob.replace(/[*{[!].*$/, ''))],
    loadsAnything: unknown.test(text),
    variables: all(assigned, 1),
  };
}
