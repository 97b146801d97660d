import type { SkipReason } from '@azure-openai-v1/core';

/** Larger files are not analyzed. */
export const sizeLimit = 2 * 1024 * 1024;

const byteOrderMark = '\uFEFF';

/** The text of a source file without its byte order mark, that mark or an empty string; or why it cannot be read. */
export type DecodedText =
  | { readonly kind: 'text'; readonly text: string; readonly mark: string }
  | { readonly kind: 'skipped'; readonly reason: SkipReason };

/** Reads bytes as UTF-8, and refuses what would not come back as it was. */
export function decodeText(bytes: Buffer): DecodedText {
  if (bytes.length > sizeLimit) return { kind: 'skipped', reason: 'too-large' };
  if (hasUtf16Mark(bytes)) return { kind: 'skipped', reason: 'encoding' };
  if (bytes.subarray(0, 8192).includes(0)) return { kind: 'skipped', reason: 'binary' };
  const decoded = decodeUtf8(bytes);
  if (decoded === undefined) return { kind: 'skipped', reason: 'encoding' };
  const mark = decoded.startsWith(byteOrderMark) ? byteOrderMark : '';
  return { kind: 'text', text: decoded.slice(mark.length), mark };
}

function hasUtf16Mark(bytes: Buffer): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

function decodeUtf8(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
