/** The value that an object read from a file has under a name of its own; undefined for anything else. */
export function valueAt(value: unknown, ...names: readonly string[]): unknown {
  let current = value;
  for (const name of names) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, name)) return undefined;
    // An own property of an object can be read by its name.
    current = (current as Readonly<Record<string, unknown>>)[name];
  }
  return current;
}

/** The text that an object has under a name. */
export function textAt(value: unknown, ...names: readonly string[]): string | undefined {
  const found = valueAt(value, ...names);
  return typeof found === 'string' ? found : undefined;
}

/** The texts that an object has, by their names; anything else in it is passed over. */
export function textsAt(value: unknown, ...names: readonly string[]): ReadonlyMap<string, string> {
  const found = valueAt(value, ...names);
  if (typeof found !== 'object' || found === null || Array.isArray(found)) return new Map();
  return new Map(Object.entries(found).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/** The objects that an object holds, by their names. */
export function objectsAt(value: unknown, ...names: readonly string[]): ReadonlyMap<string, object> {
  const found = valueAt(value, ...names);
  if (typeof found !== 'object' || found === null || Array.isArray(found)) return new Map();
  return new Map(
    Object.entries(found).filter(
      (entry): entry is [string, object] => typeof entry[1] === 'object' && entry[1] !== null,
    ),
  );
}
