import type { Traffic } from '../traffic.ts';
import { readCredentials } from './credentials.ts';

/** A function that puts `***` in the place of every credential that either traffic holds. */
export function redactor(...traffics: readonly Traffic[]): (text: string) => string {
  const values = traffics.flatMap(({ exchanges }) => exchanges.flatMap(({ request }) => readCredentials(request)));
  const secrets = new Set(values.flatMap(({ value }) => spellingsOf(value.trim())));
  // The longest first, so that a credential which holds another one goes as a whole.
  const ordered = [...secrets].filter(({ length }) => length >= shortest).sort((a, b) => b.length - a.length);
  return (text) => ordered.reduce((rest, secret) => rest.replaceAll(secret, '***'), text);
}

/** A shorter text is no secret, and would take whole sentences with it. */
const shortest = 3;

function spellingsOf(value: string): readonly string[] {
  return [value, encodeURIComponent(value), JSON.stringify(value).slice(1, -1)];
}
