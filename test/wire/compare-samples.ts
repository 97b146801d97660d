import {
  compareTraffic,
  type DifferenceKind,
  type Exchange,
  type Traffic,
  type WireHeader,
} from '@azure-openai-v1/wire';

const origin = 'https://contoso.openai.azure.com';

/** An exchange with only what is told here. */
export function exchange(
  url: string,
  { method = 'POST', headers = [], body = '', status = 200, ...more }: Partial<ExchangeSample> = {},
): Exchange {
  const json: readonly WireHeader[] = body === '' ? [] : [['content-type', 'application/json']];
  const text = more.text ?? (typeof body === 'string' ? body : JSON.stringify(body));
  return {
    request: {
      method,
      url: url.startsWith('/') ? `${origin}${url}` : url,
      headers: [...(headers.length === 0 ? [['api-key', 'placeholder-key-1'] as const] : headers), ...json],
      body: new TextEncoder().encode(text),
      ...(more.messages === undefined ? {} : { messages: more.messages }),
    },
    answer: { status, ...(more.error === undefined ? {} : { error: more.error }) },
  };
}

/** The traffic of a program that ends well and prints nothing. */
export function trafficOf(...exchanges: readonly Exchange[]): Traffic {
  return { exchanges, outcome: { exit: 0, stdout: '' } };
}

/** A chat completion of the dated API. */
export const chat = (content: string, more: object = {}): Exchange =>
  exchange('/openai/deployments/support-chat/chat/completions?api-version=2024-10-21', {
    body: { messages: [{ role: 'user', content }] },
    ...more,
  });

/** The same chat completion on v1. */
export const chatOnV1 = (content: string, more: object = {}): Exchange =>
  exchange('/openai/v1/chat/completions', {
    body: { model: 'support-chat', messages: [{ role: 'user', content }] },
    ...more,
  });

/** A token in the place of the key. */
export const bearer = (token: string): { readonly headers: readonly WireHeader[] } => ({
  headers: [['authorization', `Bearer ${token}`] as const],
});

/** The kinds of the differences between two records. */
export function kindsOf(before: Traffic, after: Traffic): readonly DifferenceKind[] {
  return compareTraffic(before, after).map(({ kind }) => kind);
}

interface ExchangeSample {
  readonly method: string;
  readonly headers: readonly WireHeader[];
  /** JSON, with its content type. */
  readonly body: unknown;
  /** Anything else, without a content type. */
  readonly text: string;
  readonly status: number;
  readonly error: Exchange['answer']['error'];
  readonly messages: readonly string[];
}

const messages = ['{"type":"session.update"}', '{"type":"response.create"}'];

const session = { method: 'GET', status: 101, messages };
const host = 'wss://contoso.openai.azure.com/openai';

/** Two realtime sessions of the legacy API: as a browser opens one, and as a server does. */
export const realtimeBefore = trafficOf(
  exchange(`${host}/realtime?api-version=2024-10-21&deployment=voice&api-key=placeholder-key-1`, {
    ...session,
    headers: [['sec-websocket-protocol', 'realtime']],
  }),
  exchange(`${host}/realtime?api-version=2024-10-21&deployment=voice`, session),
);

/** The same sessions on v1. */
export const realtimeAfter = trafficOf(
  exchange(`${host}/v1/realtime?model=voice`, {
    ...session,
    headers: [['sec-websocket-protocol', 'realtime, openai-insecure-api-key.placeholder-key-1']],
  }),
  exchange(`${host}/v1/realtime?model=voice`, {
    ...session,
    headers: [['authorization', 'Bearer placeholder-key-1']],
  }),
);
