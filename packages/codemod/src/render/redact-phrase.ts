import { looksLikeCredential, namesCredential } from './credential-words.ts';

/** What is shown in place of a credential. */
export const hidden = '***';

const queryNames: ReadonlySet<string> = new Set(['code', 'key', 'sig', 'signature', 'sharedaccesssignature']);

/** Hides credentials in the inside of a string or in a sentence: `name=value`, `Bearer …`, `//user:…@`, random runs. */
export function redactPhrase(text: string): string {
  const phrase = text
    .replace(/([\w-]{1,60})=([^\s&"'`)\\;,${}]{4,400})/g, (pair, name: string) =>
      queryNames.has(name.toLowerCase()) || namesCredential(name) ? `${name}=${hidden}` : pair,
    )
    .replace(/\b(Bearer|Basic)( {1,4})([^\s"'`${}]{8,})/gi, (whole, scheme: string, gap: string, value: string) =>
      /\d/.test(value) || value.length >= 20 ? `${scheme}${gap}${hidden}` : whole,
    )
    .replace(/(:\/\/[^\s/:@]{1,64}:)[^\s/@]{1,200}@/g, `$1${hidden}@`);
  return phrase.replace(/[\w+./-]+/g, (run) => redactRun(run));
}

/** Hides what looks like a credential in a path, part by part. */
export function redactPath(path: string): string {
  return path.split('/').map(redactPhrase).join('/');
}

/** Hides a run of characters, or the parts of it between dots, where it looks like a credential. */
export function redactRun(run: string): string {
  if (/^eyJ[\w-]{8,}\.[\w-]{4,}/.test(run)) return hidden;
  return run
    .split('.')
    .map((part) => (looksLikeCredential(part) ? hidden : part))
    .join('.');
}
