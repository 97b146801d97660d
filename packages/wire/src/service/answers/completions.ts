import { type Answer, eventAnswer, jsonAnswer } from '../answer.ts';
import { completionFilter, promptFilterResults } from '../content-filter.ts';
import { isList, type JsonObject, textOf } from '../json.ts';
import { type LogicalRequest, seedOfRequest } from '../logical-request.ts';
import { replyTo } from '../reply.ts';
import { fixedMoment, identifierOf, seedOf } from '../seed.ts';
import { countTokens, tokensOf } from '../tokens.ts';

/** Answers `POST /completions`. */
export function answerCompletions(request: LogicalRequest): Answer {
  const seed = seedOfRequest(request);
  const { body, model } = request;
  const prompts = isList(body['prompt']) ? body['prompt'].map(textOf) : [textOf(body['prompt'])];
  const each = typeof body['n'] === 'number' ? Math.min(Math.max(Math.trunc(body['n']), 1), 128) : 1;
  const choices = prompts.flatMap((prompt, row) =>
    Array.from({ length: each }, (_, column) => {
      const index = row * each + column;
      const reply = replyTo({ seed: seedOf(`${seed} ${String(index)}`), model, tools: [], format: { kind: 'text' } });
      const text = reply.kind === 'text' ? reply.text : '';
      return { index, text: body['echo'] === true ? `${prompt}${text}` : text };
    }),
  );
  const head = { id: identifierOf('cmpl-', seed), object: 'text_completion', created: fixedMoment, model };
  if (body['stream'] === true) return stream(head, choices);
  const prompt_tokens = prompts.reduce((sum, prompt) => sum + countTokens(prompt), 0);
  const completion_tokens = choices.reduce((sum, { text }) => sum + countTokens(text), 0);
  return jsonAnswer({
    ...head,
    choices: choices.map((choice) => ({ ...choice, ...ended, content_filter_results: completionFilter })),
    usage: { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens },
    prompt_filter_results: promptFilterResults,
  });
}

const ended = { finish_reason: 'stop', logprobs: null };

function stream(head: JsonObject, choices: readonly { readonly index: number; readonly text: string }[]): Answer {
  const chunks = choices.flatMap(({ index, text }) => [
    ...tokensOf(text).map((token) => ({ index, text: token, finish_reason: null, logprobs: null })),
    { index, text: '', ...ended },
  ]);
  const first = { ...head, choices: [], prompt_filter_results: promptFilterResults };
  const rest = chunks.map((choice) => ({ data: { ...head, choices: [choice] } }));
  return eventAnswer([{ data: first }, ...rest, { data: '[DONE]' }]);
}
