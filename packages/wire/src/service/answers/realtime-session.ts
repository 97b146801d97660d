import { isObject, type JsonObject, objectOf, parseJson, textOf } from '../json.ts';
import { identifierOf, seedOf } from '../seed.ts';
import { replyTo } from '../reply.ts';
import { tokensOf } from '../tokens.ts';

/** A realtime connection that is open. */
export interface RealtimeSession {
  readonly deployment: string;
  readonly model: string;
  /** Speaks the protocol of the previews. */
  readonly isBeta: boolean;
}

/** What the service says first. */
export function openSession(session: RealtimeSession): readonly string[] {
  return written(session, 'session', [{ type: 'session.created', session: describe(session) }]);
}

/** What the service says to the last of a client's messages. */
export function answerMessage(session: RealtimeSession, messages: readonly string[]): readonly string[] {
  const seed = seedOf(JSON.stringify([session.deployment, ...messages]));
  const message = parseJson(messages.at(-1) ?? '');
  if (!isObject(message)) return written(session, seed, [failure('invalid_json', 'The message is no JSON object.')]);
  const type = textOf(message['type']);
  const events = answerers.get(type)?.(message, session, seed) ?? [
    failure('unknown_event', `There is no event '${type}'.`),
  ];
  return written(session, seed, events);
}

type Answerer = (message: JsonObject, session: RealtimeSession, seed: string) => readonly JsonObject[];

const answerers: ReadonlyMap<string, Answerer> = new Map(
  Object.entries<Answerer>({
    'conversation.item.create': (message, { isBeta }, seed) => {
      const item = {
        id: identifierOf('item_', seed),
        object: 'realtime.item',
        status: 'completed',
        ...objectOf(message['item']),
      };
      const types = isBeta ? ['created'] : ['added', 'done'];
      return types.map((type) => ({ type: `conversation.item.${type}`, previous_item_id: null, item }));
    },
    'conversation.item.delete': (message) => [
      { type: 'conversation.item.deleted', item_id: message['item_id'] ?? null },
    ],
    'input_audio_buffer.append': () => [],
    'input_audio_buffer.clear': () => [{ type: 'input_audio_buffer.cleared' }],
    'input_audio_buffer.commit': (_, __, seed) => [
      { type: 'input_audio_buffer.committed', previous_item_id: null, item_id: identifierOf('item_', seed) },
    ],
    'response.cancel': () => [failure('response_cancel_not_active', 'There is no response that could be cancelled.')],
    'response.create': (_, session, seed) => respond(session, seed),
    'session.update': (message, session) => [
      { type: 'session.updated', session: { ...describe(session), ...objectOf(message['session']) } },
    ],
  }),
);

function respond({ model, isBeta }: RealtimeSession, seed: string): readonly JsonObject[] {
  const reply = replyTo({ seed, model, tools: [], format: { kind: 'text' } });
  const text = reply.kind === 'text' ? reply.text : '';
  const id = identifierOf('resp_', seed);
  const head = { id: identifierOf('item_', seed), object: 'realtime.item', type: 'message', role: 'assistant' };
  const part = { type: isBeta ? 'text' : 'output_text', text };
  const item = { ...head, status: 'completed', content: [part] };
  const response = { id, object: 'realtime.response' };
  const at = { response_id: id, output_index: 0 };
  const inPart = { ...at, item_id: head.id, content_index: 0 };
  const name = isBeta ? 'response.text' : 'response.output_text';
  return [
    { type: 'response.created', response: { ...response, status: 'in_progress', output: [] } },
    { type: 'response.output_item.added', ...at, item: { ...head, status: 'in_progress', content: [] } },
    { type: 'response.content_part.added', ...inPart, part: { ...part, text: '' } },
    ...tokensOf(text).map((delta) => ({ type: `${name}.delta`, ...inPart, delta })),
    { type: `${name}.done`, ...inPart, text },
    { type: 'response.content_part.done', ...inPart, part },
    { type: 'response.output_item.done', ...at, item },
    { type: 'response.done', response: { ...response, status: 'completed', output: [item] } },
  ];
}

function describe({ deployment, model, isBeta }: RealtimeSession): JsonObject {
  const id = identifierOf('sess_', seedOf(deployment));
  return { id, object: 'realtime.session', model, ...(isBeta ? { modalities: ['text'] } : { type: 'realtime' }) };
}

function failure(code: string, message: string): JsonObject {
  return { type: 'error', error: { type: 'invalid_request_error', code, message } };
}

function written(session: RealtimeSession, seed: string, events: readonly JsonObject[]): readonly string[] {
  return events.map((event, index) =>
    JSON.stringify({
      event_id: identifierOf('event_', seedOf(`${session.deployment} ${seed} ${String(index)}`)),
      ...event,
    }),
  );
}
