import { describeNamed } from './describe-value.ts';
import { changed, type Finding } from './difference.ts';
import { isRecord } from './read-body.ts';

/** Compares JSON values property by property; the order of properties does not matter, that of entries does. */
export function compareValues(before: unknown, after: unknown, where: string): readonly Finding[] {
  if (isRecord(before) && isRecord(after)) return compareRecords(before, after, where);
  if (Array.isArray(before) && Array.isArray(after)) return compareLists(before, after, where);
  if (Object.is(before, after)) return [];
  return [changed('body-changed', where || 'the body', describeNamed(where, before), describeNamed(where, after))];
}

type Properties = Readonly<Record<string, unknown>>;

function compareRecords(before: Properties, after: Properties, where: string): readonly Finding[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => {
    const place = where === '' ? name : `${where}.${name}`;
    if (!Object.hasOwn(after, name)) return [lost(place, before[name])];
    if (!Object.hasOwn(before, name)) return [added(place, after[name])];
    return compareValues(before[name], after[name], place);
  });
}

function compareLists(before: readonly unknown[], after: readonly unknown[], where: string): readonly Finding[] {
  const length = Math.max(before.length, after.length);
  return Array.from({ length }).flatMap((_, index) => {
    const place = `${where}[${String(index)}]`;
    if (index >= after.length) return [lost(place, before[index])];
    if (index >= before.length) return [added(place, after[index])];
    return compareValues(before[index], after[index], place);
  });
}

function lost(where: string, value: unknown): Finding {
  return { kind: 'body-lost', where, text: `${where} was ${describeNamed(where, value)} and is not sent` };
}

function added(where: string, value: unknown): Finding {
  return { kind: 'body-added', where, text: `${where} was not sent and is ${describeNamed(where, value)}` };
}
