import type { Exchange } from '../traffic.ts';
import { readAddress } from './address.ts';
import { compareCredentials, readCredentials } from './credentials.ts';
import type { Finding } from './difference.ts';

/**
 * What is wrong with the credential of a request that has no counterpart because the program goes on after a refusal. It
 * may be that of another client or the next token, and so any but none and the source of a function.
 */
export function strayCredential(added: Exchange | undefined, before: readonly Exchange[]): readonly Finding[] {
  if (added === undefined) return [];
  const { origin } = readAddress(added.request.url);
  const sameHost = before.filter(({ request }) => readAddress(request.url).origin === origin);
  const known = sameHost.find(({ request }) => readCredentials(request).length > 0);
  if (known === undefined) return [];
  const findings = compareCredentials(known.request, added.request);
  return findings.filter(({ kind }) => kind === 'token-source' || kind === 'credential-lost');
}
