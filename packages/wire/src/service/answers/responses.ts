import { type Answer, jsonAnswer } from '../answer.ts';
import { canonicalJson, type JsonObject, listOf, objectOf, textOf } from '../json.ts';
import { type LogicalRequest, seedOfRequest } from '../logical-request.ts';
import { chosenTools, readFormat, type Reply, replyTo, type Tool } from '../reply.ts';
import { fixedMoment, identifierOf } from '../seed.ts';
import { countTokens } from '../tokens.ts';
import { streamResponse } from './responses-stream.ts';

/** Answers `POST /responses`. */
export function answerResponses(request: LogicalRequest): Answer {
  const seed = seedOfRequest(request);
  const response = responseOf(request, identifierOf('resp_', seed), seed);
  return request.body['stream'] === true ? streamResponse(response) : jsonAnswer(response);
}

/** Answers `GET /responses/{}` and `POST /responses/{}/cancel`. */
export function answerStoredResponse(request: LogicalRequest): Answer {
  const seed = seedOfRequest({ ...request, operation: 'GET /responses/{}', query: {} });
  const response = responseOf(request, request.parameters[0] ?? '', seed);
  if (request.query['stream'] === 'true') return streamResponse(response);
  const isCancelled = request.operation.endsWith('/cancel');
  return jsonAnswer(isCancelled ? { ...response, status: 'cancelled', output: [] } : response);
}

/** A response, with the parts that a stream sends one by one. */
export interface ModelResponse extends JsonObject {
  readonly id: string;
  readonly output: readonly JsonObject[];
}

function responseOf({ body, model }: LogicalRequest, id: string, seed: string): ModelResponse {
  const text = objectOf(body['text']);
  const tools = hasResult(body) ? [] : chosenTools(toolsOf(body), body['tool_choice']);
  const output = [itemOf(replyTo({ seed, model, tools, format: readFormat(text['format']) }), seed)];
  const isQueued = body['background'] === true;
  return {
    id,
    object: 'response',
    created_at: fixedMoment,
    status: isQueued ? 'queued' : 'completed',
    background: isQueued,
    error: null,
    incomplete_details: null,
    instructions: body['instructions'] ?? null,
    max_output_tokens: body['max_output_tokens'] ?? null,
    metadata: body['metadata'] ?? {},
    model,
    output: isQueued ? [] : output,
    parallel_tool_calls: body['parallel_tool_calls'] ?? true,
    previous_response_id: body['previous_response_id'] ?? null,
    reasoning: body['reasoning'] ?? { effort: null, summary: null },
    store: body['store'] ?? true,
    temperature: body['temperature'] ?? 1,
    text: { format: { type: 'text' }, ...text },
    tool_choice: body['tool_choice'] ?? 'auto',
    tools: body['tools'] ?? [],
    top_p: body['top_p'] ?? 1,
    truncation: body['truncation'] ?? 'disabled',
    usage: isQueued ? null : usageOf(body, output),
    user: body['user'] ?? null,
  };
}

/** Who has just been told a tool's result says something instead of calling again. */
function hasResult(body: JsonObject): boolean {
  return textOf(objectOf(listOf(body['input']).at(-1))['type']).endsWith('_call_output');
}

function toolsOf(body: JsonObject): readonly Tool[] {
  return listOf(body['tools']).flatMap((tool): readonly Tool[] => {
    const { type, name, parameters } = objectOf(tool);
    return type === 'function' || type === 'custom' ? [{ kind: type, name: textOf(name), parameters }] : [];
  });
}

function itemOf(reply: Reply, seed: string): JsonObject {
  if (reply.kind === 'text') {
    const content = [{ type: 'output_text', text: reply.text, annotations: [], logprobs: [] }];
    return { id: identifierOf('msg_', seed), type: 'message', role: 'assistant', status: 'completed', content };
  }
  const { tool, input } = reply;
  const head = { call_id: identifierOf('call_', seed), name: tool.name };
  return tool.kind === 'custom'
    ? { id: identifierOf('ctc_', seed), type: 'custom_tool_call', status: 'completed', ...head, input }
    : { id: identifierOf('fc_', seed), type: 'function_call', status: 'completed', ...head, arguments: input };
}

function usageOf({ input, instructions }: JsonObject, output: readonly JsonObject[]): JsonObject {
  const input_tokens = countTokens(canonicalJson([input ?? null, instructions ?? null]));
  const output_tokens = countTokens(canonicalJson(output));
  return {
    input_tokens,
    input_tokens_details: { cached_tokens: 0 },
    output_tokens,
    output_tokens_details: { reasoning_tokens: 0 },
    total_tokens: input_tokens + output_tokens,
  };
}
