import { boundaryOf } from '../multipart.ts';
import { headerOf, type WireHeader, type WireRequest } from '../traffic.ts';
import { pairByName } from './compare-lists.ts';
import { isCredentialName, plainProtocols } from './credentials.ts';
import { describeNamed } from './describe-value.ts';
import { changed, type DifferenceKind, type Finding } from './difference.ts';
import { isIgnoredHeader, isRandomField, isRandomPair } from './ignored-headers.ts';
import { mediaTypeOf } from './read-body.ts';

/** Compares headers but for credentials, and for those that say nothing about what a request means. */
export function compareHeaders(expected: WireRequest, actual: WireRequest): readonly Finding[] {
  return pairByName(meaningfulHeaders(expected), meaningfulHeaders(actual)).flatMap((pair): readonly Finding[] => {
    const { name } = pair;
    const before = pair.before?.join(', ');
    const after = pair.after?.join(', ');
    if (before === after || isRandomPair(pair)) return [];
    const kind = kindOf(name, before, after);
    if (after === undefined) return [{ kind, where: name, text: `the header ${name} is not sent any more` }];
    if (before === undefined) {
      return [{ kind, where: name, text: `the header ${name} is new, with ${describeNamed(name, after)}` }];
    }
    return [changed(kind, name, describeNamed(name, before), describeNamed(name, after))];
  });
}

/** The header in which the SDK counts the attempts of a request from 0. */
export const retryCountHeader = 'x-stainless-retry-count';

/** How often a request had been tried before. */
export function retryCountOf(request: WireRequest): number {
  return Number(headerOf(request, retryCountHeader) ?? 0);
}

function meaningfulHeaders({ headers }: WireRequest): readonly WireHeader[] {
  return headers
    .filter(([name, value]) => !isCredentialName(name) && isMeaningful(name, value))
    .map(([name, value]) => [name, plainValue(name, value)]);
}

/** A random header counts by its presence, and a user agent where it is not that of the SDK. */
function isMeaningful(name: string, value: string): boolean {
  if (name === 'user-agent') return !/^(?:Azure)?OpenAI\/JS\b/.test(value);
  return isRandomField(name) || !isIgnoredHeader(name);
}

/** A value without what is drawn anew for each request or is compared as a credential. */
function plainValue(name: string, value: string): string {
  if (name === 'content-type' && boundaryOf(value) !== undefined) return mediaTypeOf(value);
  return name === 'sec-websocket-protocol' ? plainProtocols(value) : value;
}

function kindOf(name: string, before: string | undefined, after: string | undefined): DifferenceKind {
  if (name === 'x-stainless-timeout') return 'timeout';
  if (name === retryCountHeader) return 'retries';
  return after === undefined ? 'header-lost' : before === undefined ? 'header-added' : 'header-changed';
}
