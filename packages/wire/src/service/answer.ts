import type { ServiceError, WireHeader } from '../traffic.ts';
import type { JsonObject } from './json.ts';

/** What the service answers. */
export interface Answer {
  readonly status: number;
  readonly headers: readonly WireHeader[];
  /** The whole, or the pieces in which it arrives. */
  readonly body: Uint8Array | readonly Uint8Array[];
  /** The `error` object of a refusal. */
  readonly error?: ServiceError;
}

const encoder = new TextEncoder();

/** An answer in JSON. */
export function jsonAnswer(body: JsonObject, status = 200): Answer {
  return dataAnswer('application/json', encoder.encode(JSON.stringify(body)), status);
}

/** An answer of plain text. */
export function textAnswer(text: string, status = 200): Answer {
  return dataAnswer('text/plain; charset=utf-8', encoder.encode(text), status);
}

/** An answer of whatever bytes. */
export function dataAnswer(contentType: string, body: Uint8Array, status = 200): Answer {
  return { status, headers: [['content-type', contentType]], body };
}

/** A stream of server-sent events, each of them one piece. */
export function eventAnswer(events: readonly ServerEvent[]): Answer {
  return {
    status: 200,
    headers: [['content-type', 'text/event-stream; charset=utf-8']],
    body: events.map(({ name, data }) => {
      const text = typeof data === 'string' ? data : JSON.stringify(data);
      return encoder.encode(`${name === undefined ? '' : `event: ${name}\n`}data: ${text}\n\n`);
    }),
  };
}

/** One event of a stream. */
export interface ServerEvent {
  readonly name?: string;
  readonly data: JsonObject | string;
}

/** The whole body of an answer. */
export function wholeBody({ body }: Answer): Uint8Array {
  return body instanceof Uint8Array ? body : Buffer.concat(body);
}
