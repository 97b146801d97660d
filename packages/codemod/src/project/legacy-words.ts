import { needles } from '@azure-openai-v1/javascript';

/** Words that stand for the legacy API itself, for files in which nothing is analyzed. */
const legacyWords = ['AzureOpenAI', '/openai/deployments/', 'openai.azure.com'];

/** Tells from the bytes alone, also those of UTF-16, whether a file can have findings. */
export function bytesMayConcern(bytes: Buffer): boolean {
  return needles.some((word) => holds(bytes, word));
}

/** Tells whether a file that is not analyzed uses the legacy API, so that a migration is not believed complete. */
export function bytesNameLegacyApi(bytes: Buffer): boolean {
  return legacyWords.some((word) => holds(bytes, word));
}

function holds(bytes: Buffer, word: string): boolean {
  // Without its last NUL the little-endian form is also found in big-endian text.
  return bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le').subarray(0, -1));
}
