import type { Place } from './place.ts';

/** What a configuration or infrastructure file writes as a value, whatever its language; only text is of interest. */
export type Value =
  | { readonly kind: 'text'; readonly text: string; readonly at: Place }
  /** A text with expressions in it; `tail` is what is written after the last of them. */
  | { readonly kind: 'joined'; readonly tail: string; readonly at: Place }
  | { readonly kind: 'object'; readonly entries: readonly Entry[]; readonly at: Place }
  | { readonly kind: 'list'; readonly items: readonly Value[]; readonly at: Place }
  | { readonly kind: 'reference'; readonly path: readonly string[]; readonly at: Place }
  /** One `body` for each item of a list. */
  | {
      readonly kind: 'loop';
      readonly item: string;
      readonly over: Value;
      readonly body: Value;
      readonly at: Place;
    }
  /** A number, or an expression that is not worked out. */
  | { readonly kind: 'other'; readonly at: Place };

/** A name with a value. */
export interface Entry {
  readonly key: string;
  /** What stands between the key and the value, as in `resource "type" "name" { … }`. */
  readonly labels: readonly string[];
  readonly value: Value;
  readonly at: Place;
}

/** Finds the value of a key; of an object that has the key twice, nothing is said. */
export function entryOf(value: Value | undefined, key: string): Value | undefined {
  if (value?.kind !== 'object') return undefined;
  const [found, ...others] = value.entries.filter((entry) => entry.key === key);
  return others.length === 0 ? found?.value : undefined;
}
