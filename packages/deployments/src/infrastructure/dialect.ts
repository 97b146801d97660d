/** How a language writes what all languages of this folder have in common. */
export interface Dialect {
  readonly quote: string;
  /** What begins an expression in a text. */
  readonly openings: readonly string[];
  /** A sign that makes the rest of its line a comment, beside `//`. */
  readonly lineComment: string | undefined;
  /** Matches a name where it is asked to. */
  readonly word: RegExp;
  /** Where the raw text of several lines ends that begins here, if one does. */
  rawEnd(text: string, start: number): number | undefined;
}

/** Bicep. */
export const bicep: Dialect = {
  quote: "'",
  openings: ['${'],
  lineComment: undefined,
  word: /[A-Za-z_]\w*/y,
  rawEnd(text, start) {
    if (!text.startsWith("'''", start)) return undefined;
    const end = text.indexOf("'''", start + 3);
    return end === -1 ? text.length : end + 3;
  },
};

/** The language of Terraform. */
export const terraform: Dialect = {
  quote: '"',
  openings: ['${', '%{'],
  lineComment: '#',
  word: /[A-Za-z_][\w-]*/y,
  rawEnd(text, start) {
    if (!text.startsWith('<<', start)) return undefined;
    const [opening, name] = /^<<[-~]?([A-Za-z_][\w-]*)[ \t]*\r?\n/.exec(text.slice(start, start + 200)) ?? [];
    if (opening === undefined || name === undefined) return undefined;
    const closing = new RegExp(`\\n[ \\t]*${name}[ \\t]*\\r?(?=\\n|$)`, 'g');
    closing.lastIndex = start + opening.length - 1;
    return closing.exec(text) === null ? text.length : closing.lastIndex;
  },
};
