import type { SkipReason } from '@azure-openai-v1/core';
import { mayConcern } from '@azure-openai-v1/javascript';
import { isGenerated } from './generated.ts';
import { bytesMayConcern, bytesNameLegacyApi } from './legacy-words.ts';
import { kindOfFile } from './source-file.ts';

/** The text of a file that may have findings, why it is passed over, or that it holds no word that matters. */
export type DecodedSource =
  | { readonly kind: 'text'; readonly text: string; readonly mark: string }
  | { readonly kind: 'skipped'; readonly reason: SkipReason }
  | { readonly kind: 'unconcerned' };

/** Larger files are not analyzed. */
export const sizeLimit = 2 * 1024 * 1024;

const byteOrderMark = '\uFEFF';

/** Reads the bytes of a source file or of a container. `mark` is its byte order mark or empty; `text` has none. */
export function decodeSource(path: string, bytes: Buffer): DecodedSource {
  if (kindOfFile(path) === 'container') {
    return bytesNameLegacyApi(bytes) ? { kind: 'skipped', reason: 'unsupported-container' } : { kind: 'unconcerned' };
  }
  if (!bytesMayConcern(bytes)) return { kind: 'unconcerned' };
  if (bytes.length > sizeLimit) return { kind: 'skipped', reason: 'too-large' };
  if (hasUtf16Mark(bytes)) return { kind: 'skipped', reason: 'encoding' };
  if (bytes.subarray(0, 8192).includes(0)) return { kind: 'skipped', reason: 'binary' };
  const decoded = decodeUtf8(bytes);
  if (decoded === undefined) return { kind: 'skipped', reason: 'encoding' };
  const mark = decoded.startsWith(byteOrderMark) ? byteOrderMark : '';
  const text = decoded.slice(mark.length);
  if (isGenerated(path, text)) {
    return bytesNameLegacyApi(bytes) ? { kind: 'skipped', reason: 'generated' } : { kind: 'unconcerned' };
  }
  return mayConcern(text) ? { kind: 'text', text, mark } : { kind: 'unconcerned' };
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
