/** The boundary that a content type names; undefined for what is no form in parts. */
export function boundaryOf(contentType: string): string | undefined {
  if (!contentType.toLowerCase().startsWith('multipart/')) return undefined;
  const [, quoted, bare] = /;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType) ?? [];
  return quoted ?? bare;
}

/** What stands before, between and behind the boundaries of a form; the line end in front of a boundary belongs to it. */
export function splitAtBoundaries(body: Uint8Array, boundary: string): readonly Buffer[] {
  const bytes = Buffer.concat([Buffer.from(lineEnd), body]);
  const separator = Buffer.from(`${lineEnd}--${boundary}`);
  const sections: Buffer[] = [];
  let start = 0;
  for (let end = bytes.indexOf(separator); end !== -1; end = bytes.indexOf(separator, start)) {
    sections.push(bytes.subarray(start, end));
    start = end + separator.length;
  }
  return [...sections, bytes.subarray(start)];
}

/** Whether what stands behind a boundary makes it the last one. */
export function isEndOfForm(section: Buffer): boolean {
  return section.subarray(0, 2).toString() === '--';
}

/** The headers of a part and what it holds; undefined when no empty line is between them. */
export function splitPart(part: Buffer): { readonly head: string; readonly content: Buffer } | undefined {
  const gap = part.indexOf(lineEnd + lineEnd);
  if (gap === -1) return undefined;
  return { head: part.subarray(0, gap).toString(), content: part.subarray(gap + 2 * lineEnd.length) };
}

/** What ends each line of a form. */
export const lineEnd = '\r\n';
