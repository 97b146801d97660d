import type { Cited } from './citations.ts';

interface GatewayWord extends Cited {
  readonly words: string;
}

/** Words in the name of a variable that say its value is a gateway; `words` are joined by dashes. */
export const gatewayWords = [
  { words: 'api-management', source: 'api-management' },
  { words: 'apim', source: 'api-management' },
  { words: 'emulator', source: 'public-code' },
  { words: 'gateway', source: 'public-code' },
  { words: 'localhost', source: 'public-code' },
  { words: 'mock', source: 'precaution' },
  { words: 'proxy', source: 'public-code' },
] as const satisfies readonly GatewayWord[];

/** Whether the name of an identifier or a variable says that a gateway, a proxy or a stand-in is behind it. */
export function gatewayNameHint(name: string): boolean {
  const dashed = `-${wordsOf(name).join('-')}-`;
  return gatewayWords.some(({ words }) => dashed.includes(`-${words}-`));
}

function wordsOf(name: string): readonly string[] {
  const words: string[] = [];
  let start = 0;
  for (let index = 0; index <= name.length; index++) {
    const separates = index === name.length || !isAlphanumeric(name.charAt(index));
    if (!separates && !startsWord(name, index)) continue;
    if (index > start) words.push(name.slice(start, index).toLowerCase());
    start = separates ? index + 1 : index;
  }
  return words;
}

/** A capital starts a word after a small letter or digit, and before a small letter (`APIMUrl` is `APIM`, `Url`). */
function startsWord(name: string, index: number): boolean {
  if (index === 0 || !isCapital(name.charAt(index))) return false;
  const next = name.charAt(index + 1);
  return !isCapital(name.charAt(index - 1)) || (next !== '' && isAlphanumeric(next) && !isCapital(next));
}

function isCapital(character: string): boolean {
  return character >= 'A' && character <= 'Z';
}

function isAlphanumeric(character: string): boolean {
  return /^[A-Za-z0-9]$/.test(character);
}
