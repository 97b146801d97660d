import { entryOf, type Value } from '../value.ts';

/** A value with the names that it may refer to. */
export interface Bound {
  readonly value: Value;
  readonly scope: Scope;
  /** False where whoever deploys may choose another value. */
  readonly isCertain: boolean;
}

/** The names of a file, or of what stands for one, with what they may be. */
export class Scope {
  readonly #outer: Scope | undefined;
  readonly #own = new Map<string, Bound>();
  readonly #given = new Map<string, Bound[]>();

  constructor(outer?: Scope) {
    this.#outer = outer;
  }

  /** Says what a name is: for certain, or unless something else is given. */
  define(name: string, value: Value, isCertain: boolean): void {
    this.bind(name, { value, scope: this, isCertain });
  }

  /** Says what a name is; its value comes from another scope. */
  bind(name: string, bound: Bound): void {
    this.#own.set(name, bound);
  }

  /** Adds a value that somebody gives to a parameter. */
  give(name: string, bound: Bound): void {
    const given = this.#given.get(name) ?? [];
    this.#given.set(name, given);
    given.push(bound);
  }

  /** All that a name may be; what is given to a parameter takes the place of its default. */
  find(name: string): readonly Bound[] | undefined {
    const own = this.#own.get(name);
    return this.#given.get(name) ?? (own ? [own] : this.#outer?.find(name));
  }
}

/** Follows references. One of them serves for a whole repository and gives up when that leads nowhere for too long. */
export class Resolver {
  #steps = 100_000;

  /** What a value is once its references are followed; undefined where that is not written, or not in one way. */
  resolve(bound: Bound, depth = 0): Bound | undefined {
    const { value, scope } = bound;
    if (value.kind !== 'reference') return bound;
    this.#steps -= 1;
    if (this.#steps < 0 || depth > 16) return undefined;
    for (const length of [1, 2]) {
      const found = scope.find(value.path.slice(0, length).join('.'));
      if (found === undefined || length > value.path.length) continue;
      const targets = found.map((target) => this.#follow(target, value.path.slice(length), depth + 1));
      return withCertainty(agreed(targets), bound.isCertain);
    }
    return undefined;
  }

  /** The value of a key of an object, resolved. */
  member(bound: Bound | undefined, key: string, depth = 0): Bound | undefined {
    const resolved = bound && this.resolve(bound, depth);
    const value = entryOf(resolved?.value, key);
    return resolved && value && this.resolve({ ...resolved, value }, depth);
  }

  /** Takes a loop apart: its body once for each item, or nothing where the items are not written. */
  instances(bound: Bound): readonly Bound[] {
    const { value } = bound;
    if (value.kind !== 'loop') return [bound];
    const over = this.resolve({ ...bound, value: value.over });
    const items = over?.value.kind === 'list' ? over.value.items : [];
    return this.#afford(items).map((item) => {
      const scope = new Scope(bound.scope);
      if (over) scope.bind(value.item, { ...over, value: item });
      return { ...bound, value: value.body, scope };
    });
  }

  /** The entries of a map or the items of a list, each with its key. */
  members(bound: Bound | undefined): readonly (readonly [string, Bound])[] {
    if (bound?.value.kind === 'list') {
      return this.#afford(bound.value.items).map((value) => [
        value.kind === 'text' ? value.text : '',
        { ...bound, value },
      ]);
    }
    if (bound?.value.kind !== 'object') return [];
    return this.#afford(bound.value.entries).map(({ key, value }) => [key, { ...bound, value }]);
  }

  #afford<Item>(items: readonly Item[]): readonly Item[] {
    this.#steps -= items.length;
    return this.#steps < 0 ? [] : items;
  }

  #follow(bound: Bound, path: readonly string[], depth: number): Bound | undefined {
    return path.reduce<Bound | undefined>((from, key) => this.member(from, key, depth), this.resolve(bound, depth));
  }
}

/** Of several values, the one that all of them are; only texts are compared. */
function agreed(bounds: readonly (Bound | undefined)[]): Bound | undefined {
  const [first] = bounds;
  if (bounds.length === 1 || first?.value.kind !== 'text') return bounds.length === 1 ? first : undefined;
  const { text } = first.value;
  const isSame = bounds.every((bound) => bound?.value.kind === 'text' && bound.value.text === text);
  return isSame
    ? withCertainty(
        first,
        bounds.every((bound) => bound?.isCertain === true),
      )
    : undefined;
}

function withCertainty(bound: Bound | undefined, isCertain: boolean): Bound | undefined {
  return bound && { ...bound, isCertain: bound.isCertain && isCertain };
}
