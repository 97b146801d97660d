/** A part of a form. */
export interface FormPart {
  readonly name: string;
  readonly filename?: string;
  readonly contentType?: string;
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
  while (start !== -1) {
    const from = start + marker.length + lineEnd.length;
    const end = bytes.indexOf(Buffer.concat([Buffer.from(lineEnd), marker]), from - lineEnd.length);
    if (end === -1) break;
    parts.push(readPart(bytes.subarray(from, end)));
    start = end + lineEnd.length;
  }
  return start === -1 ? undefined : parts;
}

/** Writes parts as a form with that boundary. */
export function writeMultipart(parts: readonly FormPart[], boundary: string): Uint8Array {
  const pieces = parts.flatMap((part) => [
    Buffer.from(`--${boundary}${lineEnd}${headOf(part)}${lineEnd}${lineEnd}`),
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
  const filename = /;\s*filename="([^"]*)"/i.exec(head)?.[1];
  const contentType = /^content-type:\s*(.+)$/im.exec(head)?.[1]?.trim();
  return {
    name: /;\s*name="([^"]*)"/i.exec(head)?.[1] ?? '',
    ...(filename === undefined ? {} : { filename }),
    ...(contentType === undefined ? {} : { contentType }),
    content,
  };
}

function headOf({ name, filename, contentType }: FormPart): string {
  const file = filename === undefined ? '' : `; filename="${filename}"`;
  const type = contentType === undefined ? '' : `${lineEnd}Content-Type: ${contentType}`;
  return `Content-Disposition: form-data; name="${name}"${file}${type}`;
}
