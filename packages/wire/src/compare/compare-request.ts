import type { WireRequest } from '../traffic.ts';
import { readAddress } from './address.ts';
import { compareAddresses } from './compare-address.ts';
import { compareBodies } from './compare-body.ts';
import { compareHeaders } from './compare-headers.ts';
import { compareMessages } from './compare-messages.ts';
import { compareCredentials } from './credentials.ts';
import { changed, type Finding } from './difference.ts';

/** Compares a request with the one that is expected, without regard to surfaces. */
export function compareRequests(expected: WireRequest, actual: WireRequest): readonly Finding[] {
  const method =
    expected.method === actual.method ? [] : [changed('method', 'the method', expected.method, actual.method)];
  return [
    ...compareAddresses(readAddress(expected.url), readAddress(actual.url)),
    ...method,
    ...compareHeaders(expected, actual),
    ...compareCredentials(expected, actual),
    ...compareBodies(expected, actual),
    ...compareMessages(expected, actual),
  ];
}
