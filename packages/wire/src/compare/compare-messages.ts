import type { WireRequest } from '../traffic.ts';
import { compareValues } from './compare-values.ts';
import type { Finding } from './difference.ts';
import { isRecord } from './read-body.ts';
import { readJson } from './read-json.ts';

/** Compares what was sent over a WebSocket, message by message. */
export function compareMessages(expected: WireRequest, actual: WireRequest): readonly Finding[] {
  const before = (expected.messages ?? []).map(readMessage);
  const after = (actual.messages ?? []).map(readMessage);
  return compareValues(before, after, 'messages').map(({ text, where }) => ({
    kind: 'message',
    text,
    ...(where === undefined ? {} : { where }),
  }));
}

function readMessage(text: string): unknown {
  const json = readJson(text);
  return isRecord(json?.value) ? json.value : text;
}
