/** Values that stand under one name, before and after; undefined where the name is absent. */
export interface NamedPair<Value> {
  readonly name: string;
  readonly before: readonly Value[] | undefined;
  readonly after: readonly Value[] | undefined;
}

/** Puts what has the same name side by side; the order of names is lost, that of the values of a name is kept. */
export function pairByName<Value>(
  before: readonly (readonly [name: string, value: Value])[],
  after: readonly (readonly [name: string, value: Value])[],
): readonly NamedPair<Value>[] {
  const groupsBefore = groupByName(before);
  const groupsAfter = groupByName(after);
  const names = new Set([...groupsBefore.keys(), ...groupsAfter.keys()]);
  return [...names].map((name) => ({ name, before: groupsBefore.get(name), after: groupsAfter.get(name) }));
}

/** Whether two lists of texts are equal, or both absent. */
export function sameTexts(before: readonly string[] | undefined, after: readonly string[] | undefined): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}

function groupByName<Value>(
  entries: readonly (readonly [name: string, value: Value])[],
): ReadonlyMap<string, readonly Value[]> {
  const groups = new Map<string, readonly Value[]>();
  for (const [name, value] of entries) groups.set(name, [...(groups.get(name) ?? []), value]);
  return groups;
}
