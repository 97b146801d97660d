import type { SkipReason } from '@azure-openai-v1/core';
import { mayConcern } from '@azure-openai-v1/javascript';
import { decodeText } from './decode-text.ts';
import { isGenerated } from './generated.ts';
import { bytesMayConcern, bytesNameLegacyApi } from './legacy-words.ts';
import { kindOfFile } from './source-file.ts';

/** The text of a file that may have findings, why it is passed over, or that it holds no word that matters. */
export type DecodedSource =
  | { readonly kind: 'text'; readonly text: string; readonly mark: string }
  | { readonly kind: 'skipped'; readonly reason: SkipReason }
  | { readonly kind: 'unconcerned' };

/** Reads the bytes of a source file or of a container. `mark` is its byte order mark or empty; `text` has none. */
export function decodeSource(path: string, bytes: Buffer): DecodedSource {
  if (kindOfFile(path) === 'container') {
    return bytesNameLegacyApi(bytes) ? { kind: 'skipped', reason: 'unsupported-container' } : { kind: 'unconcerned' };
  }
  if (!bytesMayConcern(bytes)) return { kind: 'unconcerned' };
  const decoded = decodeText(bytes);
  if (decoded.kind === 'skipped') return decoded;
  if (isGenerated(path, decoded.text)) {
    return bytesNameLegacyApi(bytes) ? { kind: 'skipped', reason: 'generated' } : { kind: 'unconcerned' };
  }
  return mayConcern(decoded.text) ? decoded : { kind: 'unconcerned' };
}
