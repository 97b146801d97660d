import { environmentDefaults } from '@azure-openai-v1/knowledge';
import { isVariableName, variableNamesIn } from './variable-name.ts';

/** A file that a migration changes. */
export interface TextChange {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** The variables that changed files read before and do not mention any more; other files may still read them. */
export function lostReads(changes: readonly TextChange[]): ReadonlySet<string> {
  return new Set(
    changes.flatMap(({ before, after }) => {
      const left = new Set([...readsOf(after), ...variableNamesIn(after)]);
      return [...readsOf(before)].filter((name) => !left.has(name));
    }),
  );
}

function readsOf(text: string): ReadonlySet<string> {
  const patterns = text.matchAll(/\{([^{}]{0,2000})\}\s*=\s*[\w.]{0,100}\benv\b/g);
  return new Set([
    ...[...text.matchAll(/[A-Za-z0-9_]+/g)]
      .filter((match) => isRead(text, match.index, match[0]))
      .map(([name]) => name),
    ...[...patterns].flatMap(({ 1: names = '' }) => [...variableNamesIn(names)]),
    // Where it is given no version, the class takes it from there.
    ...(/\bAzureOpenAI\b/.test(text) ? [environmentDefaults.apiVersion] : []),
  ]);
}

/** A property, as in `env.NAME`, or a string of its own, as in `get('NAME')` and `env['NAME']`. */
function isRead(text: string, start: number, name: string): boolean {
  if (!isVariableName(name)) return false;
  const before = text.charAt(start - 1);
  return before === '.' || (/["'`]/.test(before) && text.charAt(start + name.length) === before);
}
