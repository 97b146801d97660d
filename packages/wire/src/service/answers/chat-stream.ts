import { type Answer, eventAnswer } from '../answer.ts';
import { completionFilter, promptFilterResults } from '../content-filter.ts';
import { type JsonObject, listOf, objectOf, textOf } from '../json.ts';
import { tokensOf } from '../tokens.ts';
import type { ChatChoice, ChatCompletion } from './chat.ts';

/** A completion as a stream: the note on the prompt without choices, then each choice word by word. */
export function streamChat({ id, created, model, choices, usage }: ChatCompletion, body: JsonObject): Answer {
  const head = { id, object: 'chat.completion.chunk', created, model, system_fingerprint: null };
  const hasUsage = objectOf(body['stream_options'])['include_usage'] === true;
  const chunks: readonly JsonObject[] = [
    { id: '', object: '', created: 0, model: '', choices: [], prompt_filter_results: promptFilterResults },
    ...choices
      .flatMap(deltasOf)
      .map((choice) => ({ ...head, choices: [choice], ...(hasUsage ? { usage: null } : {}) })),
    ...(hasUsage ? [{ ...head, choices: [], usage }] : []),
  ];
  return eventAnswer([...chunks.map((data) => ({ data })), { data: '[DONE]' }]);
}

function deltasOf(choice: ChatChoice): readonly JsonObject[] {
  const { index, message, finish_reason } = choice;
  const logprobs = listOf(objectOf(choice['logprobs'])['content']);
  const delta = (value: JsonObject, more: JsonObject = {}): JsonObject => ({
    index,
    delta: value,
    finish_reason: null,
    logprobs: null,
    content_filter_results: {},
    ...more,
  });
  const words = tokensOf(message.content ?? '').map((content, place) => {
    const logprob = logprobs[place];
    const probabilities = logprob === undefined ? {} : { logprobs: { content: [logprob], refusal: null } };
    return delta({ content }, { ...probabilities, content_filter_results: completionFilter });
  });
  return [
    delta({ role: 'assistant', content: message.content === null ? null : '', refusal: null }),
    ...words,
    ...callDeltas(message).map((value) => delta(value)),
    delta({}, { finish_reason }),
  ];
}

/** A call's name comes first, then what it is called with in two halves. */
function callDeltas(message: JsonObject): readonly JsonObject[] {
  const old = objectOf(message['function_call']);
  if (old['name'] !== undefined) {
    const rest = halvesOf(textOf(old['arguments'])).map((half) => ({ function_call: { arguments: half } }));
    return [{ function_call: { name: textOf(old['name']), arguments: '' } }, ...rest];
  }
  return listOf(message['tool_calls']).flatMap((call, index) => {
    const { id, type, custom, function: called } = objectOf(call);
    const kind = type === 'custom' ? 'custom' : 'function';
    const { name, input, arguments: given } = objectOf(custom ?? called);
    const part = kind === 'custom' ? 'input' : 'arguments';
    const rest = halvesOf(textOf(input ?? given)).map((half) => ({
      tool_calls: [{ index, [kind]: { [part]: half } }],
    }));
    return [{ tool_calls: [{ index, id, type, [kind]: { name, [part]: '' } }] }, ...rest];
  });
}

function halvesOf(text: string): readonly string[] {
  const middle = Math.ceil(text.length / 2);
  return [text.slice(0, middle), text.slice(middle)];
}
