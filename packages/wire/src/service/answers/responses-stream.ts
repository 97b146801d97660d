import { type Answer, eventAnswer } from '../answer.ts';
import { type JsonObject, listOf, objectOf, textOf } from '../json.ts';
import { tokensOf } from '../tokens.ts';
import type { ModelResponse } from './responses.ts';

/** A response as a stream of typed events, numbered in order. */
export function streamResponse(response: ModelResponse): Answer {
  const begun = { ...response, status: 'in_progress', output: [], usage: null };
  const events: readonly JsonObject[] = [
    { type: 'response.created', response: begun },
    { type: 'response.in_progress', response: begun },
    ...response.output.flatMap(itemEvents),
    { type: 'response.completed', response: { ...response, status: 'completed' } },
  ];
  return eventAnswer(
    events.map((event, sequence_number) => ({ name: textOf(event['type']), data: { ...event, sequence_number } })),
  );
}

function itemEvents(item: JsonObject, output_index: number): readonly JsonObject[] {
  const empty = { ...item, status: 'in_progress', ...emptyParts[textOf(item['type'])] };
  return [
    { type: 'response.output_item.added', output_index, item: empty },
    ...partEvents(item, output_index),
    { type: 'response.output_item.done', output_index, item },
  ];
}

const emptyParts: Readonly<Record<string, JsonObject>> = {
  message: { content: [] },
  function_call: { arguments: '' },
  custom_tool_call: { input: '' },
};

function partEvents(item: JsonObject, output_index: number): readonly JsonObject[] {
  const at = { item_id: textOf(item['id']), output_index };
  if (item['type'] === 'message')
    return listOf(item['content']).flatMap((part, index) => textEvents(objectOf(part), index, at));
  if (item['type'] === 'custom_tool_call') {
    const input = textOf(item['input']);
    const type = 'response.custom_tool_call_input';
    return [...deltas(`${type}.delta`, input, at), { type: `${type}.done`, ...at, input }];
  }
  const given = textOf(item['arguments']);
  const type = 'response.function_call_arguments';
  return [...deltas(`${type}.delta`, given, at), { type: `${type}.done`, ...at, name: item['name'], arguments: given }];
}

function textEvents(part: JsonObject, content_index: number, item: JsonObject): readonly JsonObject[] {
  const at = { ...item, content_index };
  const text = textOf(part['text']);
  const extra = { logprobs: [] };
  return [
    { type: 'response.content_part.added', ...at, part: { ...part, text: '' } },
    ...deltas('response.output_text.delta', text, { ...at, ...extra }),
    { type: 'response.output_text.done', ...at, text, ...extra },
    { type: 'response.content_part.done', ...at, part },
  ];
}

function deltas(type: string, text: string, at: JsonObject): readonly JsonObject[] {
  return tokensOf(text).map((delta) => ({ type, ...at, delta }));
}
