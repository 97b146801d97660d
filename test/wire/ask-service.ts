import type { Answer, Service, WireHeader, WireRequest } from '@azure-openai-v1/wire';

/** What a test says of a request; everything else is usual. */
export interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** A value is sent as JSON, a text as it is. */
  readonly body?: object | string;
}

/** The request that a path below a usual resource, or a whole URL, stands for. */
export function requestFor(address: string, { method, headers, body }: Asked = {}): WireRequest {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const pairs: WireHeader[] = Object.entries({
    'content-type': 'application/json',
    'api-key': 'placeholder-key-1',
    ...headers,
  });
  return {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    url: new URL(address, 'https://contoso.openai.azure.com').href,
    headers: pairs.filter(([, value]) => value !== ''),
    body: Buffer.from(body === undefined ? '' : text),
  };
}

/** Asks a service, and gives the answer with its body as text. */
export async function ask(
  service: Service,
  address: string,
  asked?: Asked,
): Promise<Answer & { readonly text: string }> {
  const answer = await service.respond(requestFor(address, asked));
  const text = answer.body instanceof Uint8Array ? Buffer.from(answer.body) : Buffer.concat(answer.body);
  return { ...answer, text: text.toString() };
}
