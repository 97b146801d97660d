import { mentionsOf, piecesOf, type Witness } from '@azure-openai-v1/configuration';
import {
  apiVersionVariables,
  environmentDefaults,
  versionReadingClasses,
  versionReadingLibraries,
} from '@azure-openai-v1/knowledge';

/** Looks for what reads variables in files that are not configuration. */
export interface Search {
  /** Tells fast whether a text can have anything of it. */
  readonly concerns: (text: string) => boolean;
  /**
   * In code: pieces of names, classes and libraries that read by themselves, and names.
   *
   * @param hasNames false where a tree says better which names are read
   */
  readonly inCode: (path: string, text: string, hasNames: boolean) => readonly Witness[];
  readonly inData: (path: string, text: string) => readonly Witness[];
  readonly forLibraries: (path: string, text: string) => readonly Witness[];
  /** Names in the spellings that settings of other languages have, which read the environment by the names of their fields. */
  readonly otherwiseSpelled: (path: string, text: string) => readonly Witness[];
  /** In bytes that are no text. */
  readonly inBytes: (path: string, bytes: Buffer) => readonly Witness[];
  /** For a file that could not be read. */
  readonly unread: (path: string) => readonly Witness[];
}

/** Prepares the search for some variables. */
export function createSearch(names: ReadonlySet<string>): Search {
  const list = [...names];
  const pieces = list.flatMap((name) => piecesOf(name).map((piece) => [piece, name] as const));
  const classes: ReadonlySet<string> = new Set(versionReadingClasses.map((row) => row.name));
  const versions = list.filter((name) => apiVersionVariables.includes(name));
  const words = new Set<string>([...names, ...pieces.map(([piece]) => piece), ...classes]);
  const libraries = versionReadingLibraries.map((row) => row.name);
  const spellings = list.map((name) => [name, spellingsOf(name)] as const);
  const forLibraries = (path: string, text: string) =>
    libraries.some((library) => text.includes(library)) ? versions.map(mayRead('library', path)) : [];
  return {
    concerns: (text) => [...words, ...libraries].some((needle) => text.includes(needle)),
    inCode(path, text, hasNames) {
      const found = mentionsOf(text, words);
      const implied = found.some(({ name }) => classes.has(name)) ? [environmentDefaults.apiVersion] : [];
      const named = hasNames ? found.map(({ name }) => name) : [];
      // Messages speak of `AZURE_OPENAI_*` and mean no piece.
      const joined = new Set(
        found.filter(({ name, offset }) => text.charAt(offset + name.length) !== '*').map(({ name }) => name),
      );
      return [
        ...list
          .filter((name) => named.includes(name) || implied.some((own) => own === name))
          .map((name) => ({ kind: 'reads' as const, name })),
        ...pieces.filter(([piece]) => joined.has(piece)).map(([, name]) => mayRead('composed', path)(name)),
        ...forLibraries(path, text),
      ];
    },
    inData: (path, text) => [
      ...mentionsOf(text, names).map(({ name }) => mayRead('used', path)(name)),
      ...forLibraries(path, text),
    ],
    forLibraries,
    otherwiseSpelled: (path, text) =>
      spellings.filter(([, spelling]) => spelling.test(text)).map(([name]) => mayRead('used', path)(name)),
    inBytes: (path, bytes) => list.filter((name) => holds(bytes, name)).map(mayRead('unread', path)),
    unread: (path) => list.map(mayRead('unread', path)),
  };
}

/** `azure_openai_api_version`, `AzureOpenaiApiVersion`, `azure.openai.api-version`. */
function spellingsOf(name: string): RegExp {
  return new RegExp(`(?<![a-z0-9_])${name.replaceAll('_', '[-_.]?')}(?![a-z0-9_])`, 'i');
}

function mayRead(reason: 'composed' | 'library' | 'unread' | 'used', detail: string) {
  return (name: string): Witness => ({ kind: 'may-read', name, obstacle: { reason, detail } });
}

function holds(bytes: Buffer, name: string): boolean {
  // Without its last NUL the little-endian form is also found in big-endian text.
  return bytes.includes(name) || bytes.includes(Buffer.from(name, 'utf16le').subarray(0, -1));
}
