import type { DifferenceKind } from './difference.ts';

/** Something that a migration may change in a request, with an example of the two requests. */
export interface Allowance {
  readonly what: string;
  readonly before: Sample;
  readonly after: Sample;
}

/** A request in short: its first line, and a header or a JSON body where they matter. */
export interface Sample {
  readonly line: string;
  readonly header?: string;
  readonly body?: string;
}

/** What may differ between a request of the dated API and the v1 request that means the same. */
export const mayDiffer = {
  path: {
    what: 'The path: `/openai/v1/` and the operation',
    before: { line: 'GET /openai/files/file-1?api-version=2024-10-21' },
    after: { line: 'GET /openai/v1/files/file-1' },
  },
  'api-version': {
    what: 'The `api-version`, which is gone',
    before: { line: 'GET /openai/models?api-version=2024-10-21' },
    after: { line: 'GET /openai/v1/models' },
  },
  model: {
    what: 'The deployment of the path, which replaces the `model` of the body',
    before: {
      line: 'POST /openai/deployments/support-chat/chat/completions?api-version=2024-10-21',
      body: '{"model":"gpt-4o","messages":[]}',
    },
    after: { line: 'POST /openai/v1/chat/completions', body: '{"model":"support-chat","messages":[]}' },
  },
  batches: {
    what: 'The deployment in the path of batches, which never mattered',
    before: {
      line: 'POST /openai/deployments/support-chat/batches?api-version=2024-10-21',
      body: '{"input_file_id":"file-1"}',
    },
    after: { line: 'POST /openai/v1/batches', body: '{"input_file_id":"file-1"}' },
  },
  realtime: {
    what: 'The deployment of a realtime session, which becomes its `model`',
    before: { line: 'GET /openai/realtime?api-version=2024-10-21&deployment=voice' },
    after: { line: 'GET /openai/v1/realtime?model=voice' },
  },
  credential: {
    what: 'The header of a key, but not its value',
    before: { line: 'GET /openai/models?api-version=2024-10-21', header: 'api-key: placeholder' },
    after: { line: 'GET /openai/v1/models', header: 'Authorization: Bearer placeholder' },
  },
  'user-agent': {
    what: 'The user agent and the headers with which the SDK describes itself',
    before: { line: 'GET /openai/models?api-version=2024-10-21', header: 'User-Agent: AzureOpenAI/JS 5.23.2' },
    after: { line: 'GET /openai/v1/models', header: 'User-Agent: OpenAI/JS 5.23.2' },
  },
  'preview-header': {
    what: 'A header without which v1 refuses an operation in preview',
    before: { line: 'GET /openai/fine_tuning/jobs/job-1/checkpoints/point-1/copy?api-version=2024-10-21' },
    after: {
      line: 'GET /openai/v1/fine_tuning/jobs/job-1/checkpoints/point-1/copy',
      header: 'aoai-copy-ft-checkpoints: preview',
    },
  },
  spelling: {
    what: 'The order of the properties of a JSON body, and the boundary of a form',
    before: { line: 'POST /openai/responses?api-version=2024-10-21', body: '{"model":"gpt-4o","input":"Hi"}' },
    after: { line: 'POST /openai/v1/responses', body: '{"input":"Hi","model":"gpt-4o"}' },
  },
  limit: {
    what: 'The name of the output limit, where the service refused the old one',
    before: { line: 'POST /openai/v1/chat/completions', body: '{"model":"o4-mini","max_tokens":800}' },
    after: { line: 'POST /openai/v1/chat/completions', body: '{"model":"o4-mini","max_completion_tokens":800}' },
  },
} as const satisfies Record<string, Allowance>;

/** The name of an allowance. */
export type AllowanceName = keyof typeof mayDiffer;

/** Something that has to stay as it was, and the differences that are reported when it does not. */
export interface Invariant {
  readonly what: string;
  readonly kinds: readonly DifferenceKind[];
}

/** What must not differ; every kind of difference belongs to one row. */
export const mustNotDiffer = [
  { what: 'The host, so that no request leaves Azure', kinds: ['leak', 'origin'] },
  {
    what: 'The method, and which operation is asked for',
    kinds: ['method', 'path', 'double-slash', 'doubled-path', 'deployment-in-path', 'no-v1-form'],
  },
  { what: 'The query apart from `api-version`', kinds: ['api-version', 'query'] },
  {
    what: 'The deployment that answers; `responses`, files, batches and their like keep the `model` that they have',
    kinds: ['model-missing', 'model-changed', 'model-overwritten'],
  },
  {
    what: 'The rest of the body, its encoding, and messages over a WebSocket',
    kinds: ['body-lost', 'body-added', 'body-changed', 'body-encoding', 'message'],
  },
  { what: 'All other headers', kinds: ['header-lost', 'header-added', 'header-changed'] },
  {
    what: 'The value of the credential, and when a token provider is asked for a new one',
    kinds: ['credential-lost', 'credential-added', 'credential-changed', 'token-frozen', 'token-source'],
  },
  { what: 'Time limits and retries', kinds: ['timeout', 'retries'] },
  {
    what: 'How many requests there are, and what they are answered',
    kinds: ['request-missing', 'request-added', 'answer', 'mended'],
  },
  {
    what: 'What the program returns, throws and prints, and how it ends',
    kinds: ['result', 'error', 'stdout', 'exit'],
  },
] as const satisfies readonly Invariant[];
