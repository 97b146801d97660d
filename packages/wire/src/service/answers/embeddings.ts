import { type Answer, jsonAnswer } from '../answer.ts';
import { isList, type JsonObject, listOf, textOf } from '../json.ts';
import { type LogicalRequest, seedOfRequest } from '../logical-request.ts';
import { bytesOf, seedOf } from '../seed.ts';
import { countTokens } from '../tokens.ts';

/** Answers `POST /embeddings`. */
export function answerEmbeddings(request: LogicalRequest): Answer {
  const { body, model } = request;
  const inputs = inputsOf(body);
  const length = lengthOf(request);
  const seed = seedOfRequest({ ...request, body: {} });
  const data = inputs.map((input, index) => {
    const vector = vectorOf(seedOf(`${seed} ${input}`), length);
    const embedding = body['encoding_format'] === 'base64' ? base64Of(vector) : vector;
    return { object: 'embedding', index, embedding };
  });
  const prompt_tokens = inputs.reduce((sum, input) => sum + countTokens(input), 0);
  return jsonAnswer({ object: 'list', data, model, usage: { prompt_tokens, total_tokens: prompt_tokens } });
}

/** The models of the third generation shorten what they answer, the large one has the longest. */
function lengthOf({ body, model }: LogicalRequest): number {
  const longest = model.endsWith('-3-large') ? 3072 : 1536;
  const asked = body['dimensions'];
  return typeof asked === 'number' ? Math.min(Math.max(Math.trunc(asked), 1), longest) : longest;
}

/** One text, texts, one list of tokens, or lists of tokens. */
function inputsOf(body: JsonObject): readonly string[] {
  const { input } = body;
  if (!isList(input)) return [textOf(input)];
  const isTokens = input.some((part) => typeof part === 'number');
  return isTokens
    ? [JSON.stringify(input)]
    : listOf(input).map((part) => (isList(part) ? JSON.stringify(part) : textOf(part)));
}

/** Numbers that a float of 32 bits holds exactly, so that both encodings say the same. */
function vectorOf(seed: string, length: number): readonly number[] {
  return [...bytesOf(seed, length)].map((byte) => (byte - 128) / 4096);
}

function base64Of(vector: readonly number[]): string {
  return Buffer.from(Float32Array.from(vector).buffer).toString('base64');
}
