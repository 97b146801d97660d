import type { Property } from './write-options.ts';

/** A method of the SDK: what it is asked, and how its answer becomes something to compare. */
export interface Operation {
  readonly path: readonly string[];
  readonly method: string;
  /** The request without its model; undefined where there is no request. */
  readonly body: ((question: string) => readonly Property[]) | undefined;
  readonly model: 'none' | 'wanted';
  /** `value` is the name of what was awaited. */
  readonly result: 'iterated' | 'value' | { readonly of: (value: string) => string };
  /** Where release 4 has the method. */
  readonly four?: readonly string[];
}
