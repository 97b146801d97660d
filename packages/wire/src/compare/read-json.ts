import { keepRepeated } from './keep-repeated.ts';

/**
 * The value of a JSON text, wrapped so that `null` is told from what is no JSON. A number that would be rounded stays text,
 * and a property that is given again stays under another name.
 */
export function readJson(text: string): { readonly kind: 'json'; readonly value: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const exact = keepRepeated(text).replace(tokens, keepExact);
    return { kind: 'json', value: exact === text ? value : JSON.parse(exact) };
  } catch {
    return undefined;
  }
}

/** Writes a value that `readJson` gave as JSON, every number as it was written. */
export function writeJson(value: unknown): string {
  return JSON.stringify(value).replace(keptNumber, '$1');
}

const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/g;
const mark = '\u0000';
const keptNumber = /"\\u0000(-?\d[\d.eE+-]*)"/g;

function keepExact(token: string): string {
  return token.startsWith('"') || isExact(token) ? token : JSON.stringify(mark + token);
}

/** Whether JavaScript has the number that is written, or the one nearest to it where nobody can tell them apart. */
function isExact(token: string): boolean {
  if (!Number.isFinite(Number(token))) return false;
  if (/^-?\d+$/.test(token)) return BigInt(token) === BigInt(Number(token));
  return token.replace(/e.*$/i, '').replace(/\D/g, '').length <= longestExact;
}

const longestExact = 17;
