import { headerOf, type WireRequest } from '../traffic.ts';
import { type FormPart, parseFormData } from './form-data.ts';
import { isObject, type Json, type JsonObject, parseJson } from './json.ts';
import { seedOf } from './seed.ts';

/** What a request carries. */
export type RequestContent =
  | { readonly kind: 'none' }
  | { readonly kind: 'json' | 'multipart'; readonly value: JsonObject }
  | { readonly kind: 'other' };

/** Reads a body; a form becomes an object too, its files by name, size and what they hold. */
export function readContent(request: WireRequest): RequestContent {
  if (request.body.length === 0) return { kind: 'none' };
  const contentType = headerOf(request, 'content-type') ?? '';
  if (/^multipart\/form-data/i.test(contentType)) {
    const parts = parseFormData(contentType, request.body);
    return parts === undefined ? { kind: 'other' } : { kind: 'multipart', value: objectOfParts(parts) };
  }
  const value = parseJson(Buffer.from(request.body).toString());
  return isObject(value) ? { kind: 'json', value } : { kind: 'other' };
}

function objectOfParts(parts: readonly FormPart[]): JsonObject {
  const fields = new Map<string, Json>();
  for (const part of parts) {
    const value = valueOf(part);
    const before = fields.get(part.name);
    if (before === undefined) fields.set(part.name, value);
    else fields.set(part.name, Array.isArray(before) ? [...(before as readonly Json[]), value] : [before, value]);
  }
  return Object.fromEntries(fields);
}

function valueOf({ filename, content }: FormPart): Json {
  const buffer = Buffer.from(content);
  if (filename === undefined) return buffer.toString();
  return { filename, bytes: buffer.length, digest: seedOf(buffer.toString('latin1')) };
}
