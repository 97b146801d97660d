/** One part of a form. */
export interface FormPart {
  readonly name: string;
  /** Absent where the part is no file. */
  readonly filename?: string;
  readonly content: Uint8Array;
}

/** The parts of a `multipart/form-data` body in their order; undefined when it is not well formed. */
export function parseFormData(contentType: string, body: Uint8Array): readonly FormPart[] | undefined {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) return undefined;
  const sections = splitAt(Buffer.concat([Buffer.from('\r\n'), body]), Buffer.from(`\r\n--${boundary}`));
  if (sections.length < 2 || !sections.at(-1)?.toString().startsWith('--')) return undefined;
  const parts = sections.slice(1, -1).map(readPart);
  return parts.every((part) => part !== undefined) ? parts : undefined;
}

function splitAt(bytes: Buffer, separator: Buffer): readonly Buffer[] {
  const sections: Buffer[] = [];
  let start = 0;
  for (let end = bytes.indexOf(separator); end !== -1; end = bytes.indexOf(separator, start)) {
    sections.push(bytes.subarray(start, end));
    start = end + separator.length;
  }
  return [...sections, bytes.subarray(start)];
}

function readPart(section: Buffer): FormPart | undefined {
  const end = section.indexOf('\r\n\r\n');
  if (end === -1) return undefined;
  const disposition = /^content-disposition:.*$/im.exec(section.subarray(0, end).toString())?.[0] ?? '';
  const name = / name="([^"]*)"/.exec(disposition)?.[1];
  const filename = / filename="([^"]*)"/.exec(disposition)?.[1];
  if (name === undefined) return undefined;
  const content = section.subarray(end + '\r\n\r\n'.length);
  return filename === undefined ? { name, content } : { name, filename, content };
}
