import { headerOf, type WireRequest } from '../traffic.ts';
import { readJson } from './read-json.ts';
import { readMultipart, type FormPart } from './read-multipart.ts';

/** The content of a request, as far as its encoding can be read. */
export type Body =
  | { readonly kind: 'empty' }
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'multipart'; readonly parts: readonly FormPart[] }
  | { readonly kind: 'urlencoded'; readonly fields: readonly (readonly [string, string])[] }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array };

/** Reads what a request carries; JSON is known by its look, since `fetch` sends it as plain text unless told otherwise. */
export function readBody(request: WireRequest): Body {
  const { body } = request;
  if (body.length === 0) return { kind: 'empty' };
  const type = headerOf(request, 'content-type') ?? '';
  const parts = readMultipart(type, body);
  if (parts !== undefined) return { kind: 'multipart', parts };
  const text = decode(body);
  if (text === undefined) return { kind: 'bytes', bytes: body };
  if (mediaTypeOf(type) === 'application/x-www-form-urlencoded') {
    return { kind: 'urlencoded', fields: [...new URLSearchParams(text)] };
  }
  return readJson(text) ?? { kind: 'text', text };
}

/** Whether a JSON value is an object with properties. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A media type without its parameters, in lower case. */
export function mediaTypeOf(contentType: string): string {
  return (contentType.split(';', 1)[0] ?? '').trim().toLowerCase();
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
