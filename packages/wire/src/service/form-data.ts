import { boundaryOf, isEndOfForm, splitAtBoundaries, splitPart } from '../multipart.ts';

/** One part of a form. */
export interface FormPart {
  readonly name: string;
  /** Absent where the part is no file. */
  readonly filename?: string;
  readonly content: Uint8Array;
}

/** The parts of a `multipart/form-data` body in their order; undefined when it is not well formed. */
export function parseFormData(contentType: string, body: Uint8Array): readonly FormPart[] | undefined {
  const boundary = boundaryOf(contentType);
  if (boundary === undefined) return undefined;
  const [, ...sections] = splitAtBoundaries(body, boundary);
  const end = sections.pop();
  if (end === undefined || !isEndOfForm(end)) return undefined;
  const parts = sections.map(readPart);
  return parts.every((part) => part !== undefined) ? parts : undefined;
}

function readPart(section: Buffer): FormPart | undefined {
  const { head, content } = splitPart(section) ?? {};
  if (head === undefined || content === undefined) return undefined;
  const disposition = /^content-disposition:.*$/im.exec(head)?.[0] ?? '';
  const name = / name="([^"]*)"/.exec(disposition)?.[1];
  const filename = / filename="([^"]*)"/.exec(disposition)?.[1];
  if (name === undefined) return undefined;
  return filename === undefined ? { name, content } : { name, filename, content };
}
