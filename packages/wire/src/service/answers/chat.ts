import { type Answer, jsonAnswer } from '../answer.ts';
import { completionFilter, promptFilterResults } from '../content-filter.ts';
import { canonicalJson, type Json, type JsonObject, listOf, objectOf, textOf } from '../json.ts';
import { type LogicalRequest, seedOfRequest } from '../logical-request.ts';
import { chosenTools, readFormat, type Reply, replyTo, type Tool } from '../reply.ts';
import { fixedMoment, identifierOf, seedOf } from '../seed.ts';
import { countTokens, tokensOf } from '../tokens.ts';
import { streamChat } from './chat-stream.ts';

/** Answers `POST /chat/completions`. */
export function answerChat(request: LogicalRequest): Answer {
  const seed = seedOfRequest(request);
  const { body, model } = request;
  const choices = Array.from({ length: countOf(body) }, (_, index) =>
    choiceOf(request, seedOf(`${seed} ${String(index)}`), index),
  );
  const completion: ChatCompletion = {
    id: identifierOf('chatcmpl-', seed),
    created: fixedMoment,
    model,
    choices,
    usage: usageOf(body['messages'], choices),
  };
  if (body['stream'] === true) return streamChat(completion, body);
  return jsonAnswer({
    ...completion,
    object: 'chat.completion',
    system_fingerprint: `fp_${seed.slice(0, 10)}`,
    prompt_filter_results: promptFilterResults,
  });
}

/** A completion without what only its way of arriving adds. */
export interface ChatCompletion extends JsonObject {
  readonly id: string;
  readonly created: number;
  readonly model: string;
  readonly choices: readonly ChatChoice[];
  readonly usage: JsonObject;
}

/** One of the answers. */
export interface ChatChoice extends JsonObject {
  readonly index: number;
  readonly message: ChatMessage;
  readonly finish_reason: string;
}

interface ChatMessage extends JsonObject {
  readonly content: string | null;
}

function countOf(body: JsonObject): number {
  return typeof body['n'] === 'number' ? Math.min(Math.max(Math.trunc(body['n']), 1), 128) : 1;
}

function choiceOf({ body, model }: LogicalRequest, seed: string, index: number): ChatChoice {
  const tools = hasResult(body) ? [] : chosenTools(toolsOf(body), body['tool_choice'] ?? body['function_call']);
  const reply = replyTo({ seed, model, tools, format: readFormat(body['response_format']) });
  const isOld = body['tools'] === undefined;
  return {
    index,
    message: {
      role: 'assistant',
      content: reply.kind === 'text' ? reply.text : null,
      refusal: null,
      ...callOf(reply, seed, isOld),
    },
    finish_reason: reply.kind === 'text' ? 'stop' : isOld ? 'function_call' : 'tool_calls',
    logprobs: body['logprobs'] === true && reply.kind === 'text' ? logprobsOf(reply.text) : null,
    content_filter_results: reply.kind === 'text' ? completionFilter : {},
  };
}

/** Who has just been told a tool's result says something instead of calling again. */
function hasResult(body: JsonObject): boolean {
  return ['function', 'tool'].includes(textOf(objectOf(listOf(body['messages']).at(-1))['role']));
}

function toolsOf(body: JsonObject): readonly Tool[] {
  const current = listOf(body['tools']).flatMap((tool): readonly Tool[] => {
    const { type } = objectOf(tool);
    return type === 'function' || type === 'custom' ? [readTool(type, objectOf(tool)[type])] : [];
  });
  return [...current, ...listOf(body['functions']).map((tool) => readTool('function', tool))];
}

function readTool(kind: Tool['kind'], value: Json | undefined): Tool {
  const { name, parameters } = objectOf(value);
  return { kind, name: textOf(name), parameters };
}

function callOf(reply: Reply, seed: string, isOld: boolean): JsonObject {
  if (reply.kind === 'text') return {};
  const { tool, input } = reply;
  if (isOld) return { function_call: { name: tool.name, arguments: input } };
  const id = identifierOf('call_', seed);
  const call =
    tool.kind === 'custom'
      ? { id, type: 'custom', custom: { name: tool.name, input } }
      : { id, type: 'function', function: { name: tool.name, arguments: input } };
  return { tool_calls: [call] };
}

function logprobsOf(text: string): JsonObject {
  const content = tokensOf(text).map((token) => ({
    token,
    logprob: -0.5,
    bytes: [...Buffer.from(token)],
    top_logprobs: [],
  }));
  return { content, refusal: null };
}

function usageOf(prompt: Json | undefined, choices: readonly ChatChoice[]): JsonObject {
  const prompt_tokens = countTokens(canonicalJson(prompt));
  const completion_tokens = choices.reduce((sum, { message }) => sum + countTokens(canonicalJson(message)), 0);
  return { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens };
}
