import { boundaryOf, isEndOfForm, lineEnd, splitAtBoundaries, splitPart } from '../multipart.ts';

/** A part of a form. */
export interface FormPart {
  readonly name: string;
  /** Its headers, as they stand in front of it. */
  readonly head: string;
  readonly content: Uint8Array;
}

/** The parts of a `multipart/form-data` body, also of one that the service would refuse; undefined for what is none. */
export function readMultipart(contentType: string, body: Uint8Array): readonly FormPart[] | undefined {
  const boundary = boundaryOf(contentType);
  if (boundary === undefined) return undefined;
  // The first boundary counts wherever it stands, since this reads what was sent and does not judge it.
  const start = Math.max(Buffer.from(body).indexOf(`--${boundary}`), 0);
  const [, ...sections] = splitAtBoundaries(body.subarray(start), boundary);
  const end = sections.findIndex(isEndOfForm);
  return end === -1 ? undefined : sections.slice(0, end).map(readPart);
}

/** Writes parts as a form with that boundary. */
export function writeMultipart(parts: readonly FormPart[], boundary: string): Uint8Array {
  const pieces = parts.flatMap((part) => [
    Buffer.from(`--${boundary}${lineEnd}${part.head}${lineEnd}${lineEnd}`),
    part.content,
    Buffer.from(lineEnd),
  ]);
  return new Uint8Array(Buffer.concat([...pieces, Buffer.from(`--${boundary}--${lineEnd}`)]));
}

/** A part that lacks a head is all content. */
function readPart(section: Buffer): FormPart {
  const part = section.subarray(lineEnd.length);
  const { head, content } = splitPart(part) ?? { head: '', content: part };
  const [, quoted, bare] = /;\s*name=(?:"([^"]*)"|([^;\s]+))/i.exec(head) ?? [];
  return { name: quoted ?? bare ?? '', head, content: new Uint8Array(content) };
}

/** The head of a field that is no file. */
export function headOf(name: string): string {
  return `Content-Disposition: form-data; name="${name}"`;
}
