const prefix = 'openai-insecure-api-key.';

/** The credential that a WebSocket protocol carries, since a browser can set no headers; undefined for other protocols. */
export function credentialOfProtocol(protocol: string): string | undefined {
  return protocol.startsWith(prefix) ? protocol.slice(prefix.length) : undefined;
}

/** The WebSocket protocols that a header lists. */
export function protocolsOf(header: string): readonly string[] {
  return header.split(',').map((protocol) => protocol.trim());
}
