import { isUtf8 } from 'node:buffer';
import { headerOf, type WireRequest } from '../traffic.ts';
import { pairByName, sameTexts } from './compare-lists.ts';
import { compareValues } from './compare-values.ts';
import { describeNamed } from './describe-value.ts';
import { changed, type Finding } from './difference.ts';
import { isRandomPair } from './ignored-headers.ts';
import { type Body, readBody } from './read-body.ts';
import { type FormPart, headOf } from './read-multipart.ts';

/** Compares what two requests carry, by content and not by spelling. */
export function compareBodies(expected: WireRequest, actual: WireRequest): readonly Finding[] {
  const sameType = headerOf(expected, 'content-type') === headerOf(actual, 'content-type');
  if (sameType && Buffer.compare(expected.body, actual.body) === 0) return [];
  const before = readBody(expected);
  const after = readBody(actual);
  if (before.kind === 'empty' && after.kind === 'empty') return [];
  if (after.kind === 'empty') return [{ kind: 'body-lost', text: `the body was ${nameOf(before)} and is empty` }];
  if (before.kind === 'empty') return [{ kind: 'body-added', text: `the body was empty and is ${nameOf(after)}` }];
  return compareContents(before, after) ?? [changed('body-encoding', 'the body', nameOf(before), nameOf(after))];
}

/** Undefined where the two are not encoded alike. */
function compareContents(before: Body, after: Body): readonly Finding[] | undefined {
  if (before.kind === 'json' && after.kind === 'json') return compareValues(before.value, after.value, '');
  if (before.kind === 'multipart' && after.kind === 'multipart') return compareParts(before.parts, after.parts);
  if (before.kind === 'urlencoded' && after.kind === 'urlencoded') return compareFields(before.fields, after.fields);
  if (before.kind === 'text' && after.kind === 'text') return compareValues(before.text, after.text, '');
  if (before.kind === 'bytes' && after.kind === 'bytes') return compareBytes(before.bytes, after.bytes);
  return undefined;
}

function compareParts(before: readonly FormPart[], after: readonly FormPart[]): readonly Finding[] {
  const named = (parts: readonly FormPart[]) => parts.map((part) => [part.name, describePart(part)] as const);
  return compareFields(named(before), named(after));
}

type Fields = readonly (readonly [name: string, value: string])[];

function compareFields(before: Fields, after: Fields): readonly Finding[] {
  return pairByName(before, after)
    .filter((pair) => !isRandomPair(pair))
    .flatMap((pair): readonly Finding[] => {
      const { name } = pair;
      const was = describeFields(name, pair.before);
      const is = describeFields(name, pair.after);
      if (pair.after === undefined) {
        return [{ kind: 'body-lost', where: name, text: `the field ${name} was ${was} and is not sent` }];
      }
      if (pair.before === undefined) {
        return [{ kind: 'body-added', where: name, text: `the field ${name} was not sent and is ${is}` }];
      }
      if (sameTexts(pair.before, pair.after)) return [];
      return [{ kind: 'body-changed', where: name, text: `the field ${name} was ${was} and is ${is}` }];
    });
}

function describeFields(name: string, values: readonly string[] | undefined): string {
  return (values ?? []).map((value) => describeNamed(name, value)).join(', ');
}

/** A field is its text; a file is its head and content, of which two are equal when this text is. */
function describePart({ name, head, content }: FormPart): string {
  const bytes = Buffer.from(content);
  return head === headOf(name) && isUtf8(bytes) ? bytes.toString() : `${head}: ${bytes.toString('latin1')}`;
}

function compareBytes(before: Uint8Array, after: Uint8Array): readonly Finding[] {
  if (Buffer.compare(before, after) === 0) return [];
  return [changed('body-changed', 'the body', sizeOf(before), sizeOf(after))];
}

function sizeOf(bytes: Uint8Array): string {
  return `${String(bytes.length)} bytes`;
}

const bodyNames: Readonly<Record<Body['kind'], string>> = {
  empty: 'empty',
  json: 'JSON',
  multipart: 'a form with parts',
  urlencoded: 'a form in one line',
  text: 'text',
  bytes: 'bytes',
};

function nameOf({ kind }: Body): string {
  return bodyNames[kind];
}
