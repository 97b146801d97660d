/** A part of a form. */
export interface FormPart {
  readonly name: string;
  /** Its headers, as they stand in front of it. */
  readonly head: string;
  readonly content: Uint8Array;
}

const lineEnd = '\r\n';

/** The parts of a `multipart/form-data` body; undefined for other types and for what cannot be read. */
export function readMultipart(contentType: string, body: Uint8Array): readonly FormPart[] | undefined {
  const boundary = boundaryOf(contentType);
  if (boundary === undefined) return undefined;
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const marker = Buffer.from(`--${boundary}`);
  const parts: FormPart[] = [];
  let start = bytes.indexOf(marker);
  while (start !== -1 && !isLast(bytes, start + marker.length)) {
    const from = start + marker.length + lineEnd.length;
    const end = bytes.indexOf(Buffer.concat([Buffer.from(lineEnd), marker]), from - lineEnd.length);
    if (end === -1) return undefined;
    parts.push(readPart(bytes.subarray(from, end)));
    start = end + lineEnd.length;
  }
  return start === -1 ? undefined : parts;
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

/** The boundary that a content type names. */
export function boundaryOf(contentType: string): string | undefined {
  if (!contentType.toLowerCase().startsWith('multipart/')) return undefined;
  const [, quoted, bare] = /;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType) ?? [];
  return quoted ?? bare;
}

function readPart(bytes: Buffer): FormPart {
  const gap = bytes.indexOf(`${lineEnd}${lineEnd}`);
  const head = bytes.subarray(0, Math.max(gap, 0)).toString();
  const content = new Uint8Array(bytes.subarray(gap === -1 ? 0 : gap + 2 * lineEnd.length));
  const [, quoted, bare] = /;\s*name=(?:"([^"]*)"|([^;\s]+))/i.exec(head) ?? [];
  return { name: quoted ?? bare ?? '', head, content };
}

/** The head of a field that is no file. */
export function headOf(name: string): string {
  return `Content-Disposition: form-data; name="${name}"`;
}

/** Two hyphens behind the boundary end a form. */
function isLast(bytes: Buffer, end: number): boolean {
  return bytes.subarray(end, end + 2).toString() === '--';
}
