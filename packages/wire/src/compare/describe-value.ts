import { writeJson } from './read-json.ts';

const longest = 60;

/** A value in words; it is whole and marked, for `shortenValues` to cut once credentials have been taken out. */
export function describeValue(value: unknown): string {
  return value === undefined ? 'absent' : `${start}${writeJson(value)}${end}`;
}

/** A value under a name; what its name says to be a secret is not shown. */
export function describeNamed(name: string, value: unknown): string {
  return typeof value === 'string' && isSecretName(name) ? '***' : describeValue(value);
}

/** Cuts the described values of a text to a length that fits a sentence. */
export function shortenValues(text: string): string {
  return text
    .split(start)
    .map((piece) => {
      const [value = '', ...rest] = piece.split(end);
      return rest.length === 0 ? piece : `${shorten(value)}${rest.join(end)}`;
    })
    .join('');
}

// JSON text never holds these characters as they are.
const start = '\u0002';
const end = '\u0003';

function shorten(value: string): string {
  return value.length > longest ? `${value.slice(0, longest)}… (${String(value.length)} characters)` : value;
}

function isSecretName(name: string): boolean {
  return /key|secret|token|password|assertion|authorization|cookie|credential|sig$|signature/i.test(name);
}
