import { type Answer, jsonAnswer } from '../answer.ts';
import { completionFilter, promptFilter } from '../content-filter.ts';
import { type JsonObject, textOf } from '../json.ts';
import { type LogicalRequest, seedOfRequest } from '../logical-request.ts';
import { fixedMoment, seedOf } from '../seed.ts';

/** The smallest picture there is: one transparent point. */
export const picture =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

/** Answers `POST /images/generations` and `POST /images/edits`. */
export function answerImages(request: LogicalRequest): Answer {
  const { body, model, origin } = request;
  const seed = seedOfRequest(request);
  const wanted = Math.min(Math.max(Math.trunc(Number(body['n'] ?? 1)), 1), 10);
  const format = body['response_format'] ?? (model.startsWith('dall-e') ? 'url' : 'b64_json');
  const data = Array.from({ length: Number.isNaN(wanted) ? 1 : wanted }, (_, index): JsonObject => {
    const url = `${origin}/_wire/images/${seedOf(`${seed} ${String(index)}`).slice(0, 24)}.png`;
    return {
      ...(format === 'url' ? { url } : { b64_json: picture }),
      revised_prompt: `${textOf(body['prompt'])} (${seed.slice(0, 8)})`,
      content_filter_results: completionFilter,
      prompt_filter_results: promptFilter,
    };
  });
  return jsonAnswer({ created: fixedMoment, data });
}
