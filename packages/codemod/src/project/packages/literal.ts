/** A text in a data file, and where it stands. */
export interface Literal {
  readonly path: string;
  readonly format: 'json' | 'yaml';
  /** The keys that lead to it. */
  readonly keys: readonly string[];
  readonly text: string;
}
