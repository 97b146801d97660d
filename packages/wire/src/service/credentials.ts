import { headerOf, type WireRequest } from '../traffic.ts';

/** The credentials that a request brings, by header or, where sockets allow no headers, by query or subprotocol. */
export function credentialsOf(request: WireRequest, query: URLSearchParams): readonly string[] {
  const protocols = (headerOf(request, 'sec-websocket-protocol') ?? '').split(/\s*,\s*/);
  const insecure = 'openai-insecure-api-key.';
  const isUpgrade = headerOf(request, 'upgrade') !== undefined;
  const found = [
    headerOf(request, 'api-key'),
    bearerOf(headerOf(request, 'authorization')),
    protocols.find((protocol) => protocol.startsWith(insecure))?.slice(insecure.length),
    ...(isUpgrade ? [query.get('api-key') ?? undefined, bearerOf(query.get('Authorization') ?? undefined)] : []),
  ];
  return found.filter((credential) => credential !== undefined).filter((credential) => credential !== '');
}

function bearerOf(value: string | undefined): string | undefined {
  return /^Bearer\s+(.*)$/is.exec(value ?? '')?.[1]?.trim();
}
