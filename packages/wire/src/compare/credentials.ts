import { credentialOfProtocol, protocolsOf } from '../credential-protocol.ts';
import type { WireRequest } from '../traffic.ts';
import { placeOf, readAddress } from './address.ts';
import type { Finding } from './difference.ts';

/** A credential of a request, by the way in which it is sent. */
export interface Credential {
  readonly role: 'api-key' | 'authorization' | 'authorization without Bearer';
  readonly place: 'header' | 'protocol' | 'query';
  readonly value: string;
}

/** Every credential of a request: from its headers, and for a WebSocket of a browser from its query and protocols. */
export function readCredentials(request: WireRequest): readonly Credential[] {
  const { query } = readAddress(request.url);
  return [
    ...request.headers.flatMap(([name, value]) => readNamed(name, value, 'header')),
    ...query.flatMap(([name, value]) => readNamed(name.toLowerCase(), value, 'query')),
    ...protocolCredentials(request),
  ];
}

/** Whether a header or a query parameter of that name is read as a credential. */
export function isCredentialName(name: string): boolean {
  const lower = name.toLowerCase();
  return lower === 'api-key' || lower === 'authorization';
}

/** The WebSocket protocols without the one that carries a credential. */
export function plainProtocols(value: string): string {
  return protocolsOf(value)
    .filter((protocol) => credentialOfProtocol(protocol) === undefined)
    .join(', ');
}

/** Compares credentials by value; on v1 a key may also be sent as Bearer. */
export function compareCredentials(expected: WireRequest, actual: WireRequest): readonly Finding[] {
  const before = readCredentials(expected);
  const after = readCredentials(actual);
  const lost = valuesOf(before).filter((value) => !valuesOf(after).includes(value));
  const added = valuesOf(after).filter((value) => !valuesOf(before).includes(value));
  if (added.some(isFunctionSource)) return [{ kind: 'token-source', text: 'the token is the source of a function' }];
  if (lost.length > 0 && added.every((value) => value === '')) {
    return [{ kind: 'credential-lost', text: `${countOf(before)} sent and now ${countOf(after)}` }];
  }
  if (lost.length > 0) return [{ kind: 'credential-changed', text: `the credential in ${rolesOf(after)} is another` }];
  if (added.length > 0) {
    return [{ kind: 'credential-added', text: `${countOf(before)} sent and now ${countOf(after)}` }];
  }
  const isOnV1 = placeOf(readAddress(actual.url).path).kind === 'v1';
  if (isOnV1 ? maySend(after, before) : pairsOf(before).join('\n') === pairsOf(after).join('\n')) return [];
  return [{ kind: 'credential-changed', text: `the credential was in ${rolesOf(before)} and is in ${rolesOf(after)}` }];
}

function readNamed(name: string, value: string, place: Credential['place']): readonly Credential[] {
  if (name === 'api-key') return [{ role: 'api-key', place, value }];
  if (name !== 'authorization') return [];
  const isBearer = value.slice(0, 'bearer '.length).toLowerCase() === 'bearer ';
  if (!isBearer) return [{ role: 'authorization without Bearer', place, value }];
  return [{ role: 'authorization', place, value: value.slice('bearer '.length) }];
}

function protocolCredentials({ headers }: WireRequest): readonly Credential[] {
  return headers
    .filter(([name]) => name === 'sec-websocket-protocol')
    .flatMap(([, value]) => protocolsOf(value).map(credentialOfProtocol))
    .filter((value) => value !== undefined)
    .map((value) => ({ role: 'authorization', place: 'protocol', value }));
}

function valuesOf(credentials: readonly Credential[]): readonly string[] {
  return [...new Set(credentials.map(({ value }) => value))];
}

/** Of two credentials each keeps its place, and one alone may become Bearer. */
function maySend(after: readonly Credential[], before: readonly Credential[]): boolean {
  if (valuesOf(before).length > 1) return pairsOf(before).join('\n') === pairsOf(after).join('\n');
  return after.every((credential) => before.some((other) => mayBecome(other, credential)));
}

/** A key may become Bearer, but a token no `api-key`; and nothing that stood in a header leaves the headers. */
function mayBecome(before: Credential, after: Credential): boolean {
  if (before.role === after.role && before.place === after.place) return true;
  if (after.role !== 'authorization' || after.place === 'query') return false;
  return before.place !== 'header' || (before.role === 'api-key' && after.place === 'header');
}

function pairsOf(credentials: readonly Credential[]): readonly string[] {
  return [...new Set(credentials.map(({ role, place, value }) => `${role} ${place} ${value}`))].toSorted();
}

/** No key or token has an arrow or a parenthesis in it. */
function isFunctionSource(value: string): boolean {
  return value.includes('=>') || /^(?:async\s+)?(?:function\b|\w*\s*\()/.test(value);
}

function countOf(credentials: readonly Credential[]): string {
  const count = valuesOf(credentials).filter((value) => value !== '').length;
  return count === 0 ? 'no credential was' : count === 1 ? 'one credential was' : `${String(count)} credentials were`;
}

function rolesOf(credentials: readonly Credential[]): string {
  const words = ({ role, place }: Credential) => `\`${role}\`${place === 'header' ? '' : ` (${place})`}`;
  return [...new Set(credentials.map(words))].join(' and ');
}
