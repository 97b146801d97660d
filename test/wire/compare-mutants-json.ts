import type { Mutant } from './compare-mutants.ts';

/** Every JSON value that differs from this one in a single place. */
export function mutateJson(value: unknown): readonly Mutant<unknown>[] {
  if (Array.isArray(value)) return mutateArray(value);
  if (typeof value === 'object' && value !== null) return mutateObject(value);
  const others = [null, 0, String(value), `${String(value)}x`, {}].filter((other) => other !== value);
  return others.map((other) => ({ name: `${JSON.stringify(value)} becomes ${JSON.stringify(other)}`, value: other }));
}

function mutateArray(entries: readonly unknown[]): readonly Mutant<unknown>[] {
  return [
    ...entries.flatMap((entry, index) => [
      { name: `entry ${String(index)} dropped`, value: entries.toSpliced(index, 1) },
      ...mutateJson(entry).map(({ name, value }) => ({
        name: `[${String(index)}] ${name}`,
        value: entries.with(index, value),
      })),
    ]),
    { name: 'entry added', value: [...entries, 'added'] },
    { name: 'array becomes an object', value: Object.fromEntries(entries.entries()) },
  ];
}

function mutateObject(object: object): readonly Mutant<unknown>[] {
  const entries = Object.entries(object);
  const without = (name: string) => entries.filter(([other]) => other !== name);
  return [
    ...entries.flatMap(([key, child]) => [
      { name: `${key} dropped`, value: Object.fromEntries(without(key)) },
      { name: `${key} renamed`, value: Object.fromEntries([...without(key), [`${key}x`, child]]) },
      ...mutateJson(child).map(({ name, value }) => ({ name: `${key}: ${name}`, value: { ...object, [key]: value } })),
    ]),
    { name: 'property added', value: { ...object, added: null } },
  ];
}
