import { credentialOfProtocol, protocolsOf } from '../credential-protocol.ts';
import { headerOf, type WireRequest } from '../traffic.ts';

/** The credentials that a request brings, by header or, where sockets allow no headers, by query or subprotocol. */
export function credentialsOf(request: WireRequest, query: URLSearchParams): readonly string[] {
  const protocols = protocolsOf(headerOf(request, 'sec-websocket-protocol') ?? '');
  const isUpgrade = headerOf(request, 'upgrade') !== undefined;
  const found = [
    headerOf(request, 'api-key'),
    bearerOf(headerOf(request, 'authorization')),
    protocols.map(credentialOfProtocol).find((credential) => credential !== undefined),
    ...(isUpgrade ? [query.get('api-key') ?? undefined, bearerOf(query.get('Authorization') ?? undefined)] : []),
  ];
  return found.filter((credential) => credential !== undefined).filter((credential) => credential !== '');
}

/** The service is lenient with spaces, where the comparison is exact. */
function bearerOf(value: string | undefined): string | undefined {
  return /^Bearer\s+(.*)$/is.exec(value ?? '')?.[1]?.trim();
}
