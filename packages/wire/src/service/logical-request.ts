import { canonicalJson, type JsonObject, without } from './json.ts';
import { seedOf } from './seed.ts';

/** What a request asks for, whichever surface it came through. */
export interface LogicalRequest {
  /** Method and path, as in `POST /files/{}/content`. */
  readonly operation: string;
  /** What stood in the braces. */
  readonly parameters: readonly string[];
  /** The deployment, where a model answers. */
  readonly deployment: string | undefined;
  /** The model that the deployment runs. */
  readonly model: string;
  readonly body: JsonObject;
  /** The query without what only says which surface it is. */
  readonly query: JsonObject;
  /** Scheme, host and port that the program asked. */
  readonly origin: string;
}

/** A text that is the same for requests that mean the same, as a whole or as a stream; every answer grows from it. */
export function seedOfRequest(request: LogicalRequest): string {
  const { operation, parameters, deployment, body, query } = request;
  const content = without(body, 'stream', 'stream_options', ...(deployment === undefined ? [] : ['model']));
  return seedOf(canonicalJson({ operation, parameters, deployment: deployment ?? null, body: content, query }));
}
