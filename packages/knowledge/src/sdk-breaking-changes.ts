import type { Cited } from './citations.ts';

/**
 * What code names when a major release changes it under the code.
 *
 * - `event`: an event of the runner of `runTools`.
 * - `export`: a value that the package, or one of its modules, exported; one that begins with `*` stands for all that
 *   end so.
 * - `member`: a method of what a call gives back.
 * - `method`: a method of the client; one that ends in `.*` stands for all that begin so.
 * - `module`: a module of the package and all below it.
 * - `option`: an option of the client or of a request.
 * - `options-first`: a method that took the options of the request in the place of its parameters.
 * - `positions`: a method that took all its ids by position; now the last one comes first and the others have names.
 * - `root-export`: a value that only the root of the package exported, and that is elsewhere still.
 * - `usage`: something else, which `instead` tells.
 */
export type SdkBreakingChangeKind =
  | 'event'
  | 'export'
  | 'member'
  | 'method'
  | 'module'
  | 'option'
  | 'options-first'
  | 'positions'
  | 'root-export'
  | 'usage';

/** One thing that worked with openai 4 and does not with openai 5. */
export interface SdkBreakingChange extends Cited {
  readonly kind: SdkBreakingChangeKind;
  readonly name: string;
  /** What takes its place; absent where the kind says it. */
  readonly instead?: string;
  /** How many ids stand before the parameters of a method. */
  readonly ids?: number;
}

const event = { kind: 'event', source: 'openai-node-guide' } as const;
const gone = { kind: 'export', source: 'openai-node-package' } as const;
const member = { kind: 'member', source: 'openai-node-guide' } as const;
const method = { kind: 'method', source: 'openai-node-guide' } as const;
const observedMethod = { kind: 'method', source: 'openai-node-package' } as const;
const module = { kind: 'module', source: 'openai-node-guide' } as const;
const option = { kind: 'option', source: 'openai-node-guide' } as const;
const optionsFirst = { kind: 'options-first', source: 'openai-node-guide' } as const;
const positions = { kind: 'positions', source: 'openai-node-guide' } as const;
const observedPositions = { kind: 'positions', source: 'openai-node-package' } as const;
const rootExport = { kind: 'root-export', source: 'openai-node-package' } as const;
const usage = { kind: 'usage', source: 'openai-node-guide' } as const;
const asStatic = 'a property of `OpenAI`, or imported from `openai/resources`';

/** What openai 5.0.0 changed for code that was written for openai 4, by kind and name. */
export const sdkBreakingChanges = [
  { ...event, name: 'finalFunctionCall', instead: 'finalFunctionToolCall' },
  { ...event, name: 'finalFunctionCallResult', instead: 'finalFunctionToolCallResult' },
  { ...event, name: 'functionCall', instead: 'functionToolCall' },
  { ...event, name: 'functionCallResult', instead: 'functionToolCallResult' },
  { ...gone, name: '*Page', instead: 'a type only; the classes are in `openai/core/pagination`' },
  { ...gone, name: 'APIClient', instead: '`OpenAI`' },
  { ...gone, name: 'ParsingFunction', instead: 'gone' },
  { ...gone, name: 'createForm', instead: 'gone' },
  { ...gone, name: 'fileFromPath', instead: '`fs.createReadStream`' },
  { ...gone, name: 'isBlobLike', instead: 'gone' },
  { ...gone, name: 'isFileLike', instead: 'gone' },
  { ...gone, name: 'isFunctionMessage', instead: 'gone' },
  { ...gone, name: 'isMultipartBody', instead: 'gone' },
  { ...gone, name: 'isResponseLike', instead: 'gone' },
  { ...gone, name: 'isUploadable', instead: 'gone' },
  { ...gone, name: 'maybeMultipartFormRequestOptions', instead: 'gone' },
  { ...gone, name: 'multipartFormRequestOptions', instead: 'gone' },
  { ...member, name: 'finalFunctionCall', instead: 'finalFunctionToolCall' },
  { ...member, name: 'finalFunctionCallResult', instead: 'finalFunctionToolCallResult' },
  { ...member, name: 'nextPageInfo', instead: 'nextPageRequestOptions' },
  { ...member, name: 'nextPageParams', instead: 'nextPageRequestOptions' },
  { ...method, name: 'beta.assistants.del', instead: 'beta.assistants.delete' },
  { ...method, name: 'beta.chat.completions.parse', instead: 'chat.completions.parse' },
  { ...method, name: 'beta.chat.completions.runFunctions', instead: 'chat.completions.runTools' },
  { ...method, name: 'beta.chat.completions.runTools', instead: 'chat.completions.runTools' },
  { ...method, name: 'beta.chat.completions.stream', instead: 'chat.completions.stream' },
  { ...method, name: 'beta.threads.del', instead: 'beta.threads.delete' },
  { ...method, name: 'beta.threads.messages.del', instead: 'beta.threads.messages.delete' },
  // Gone within openai 4 already: 4.87.0 has `vectorStores` only.
  { ...observedMethod, name: 'beta.vectorStores.*', instead: 'vectorStores' },
  { ...method, name: 'chat.completions.del', instead: 'chat.completions.delete' },
  { ...method, name: 'containers.del', instead: 'containers.delete' },
  { ...method, name: 'containers.files.del', instead: 'containers.files.delete' },
  { ...method, name: 'evals.del', instead: 'evals.delete' },
  { ...method, name: 'evals.runs.del', instead: 'evals.runs.delete' },
  { ...method, name: 'files.del', instead: 'files.delete' },
  { ...observedMethod, name: 'files.retrieveContent', instead: 'files.content' },
  {
    ...method,
    name: 'fineTuning.checkpoints.permissions.del',
    instead: 'fineTuning.checkpoints.permissions.delete',
  },
  { ...method, name: 'models.del', instead: 'models.delete' },
  { ...method, name: 'responses.del', instead: 'responses.delete' },
  { ...method, name: 'vectorStores.del', instead: 'vectorStores.delete' },
  { ...method, name: 'vectorStores.files.del', instead: 'vectorStores.files.delete' },
  { ...module, name: 'openai/_shims', instead: 'gone' },
  { ...module, name: 'openai/core', instead: '`openai`, or the new modules below `openai/core`' },
  { ...module, name: 'openai/resources/beta/chat', instead: '`openai/resources/chat`' },
  { ...module, name: 'openai/shims', instead: 'nothing: the global types count' },
  { ...module, name: 'openai/src', instead: '`openai`' },
  { ...option, name: 'httpAgent', instead: 'fetchOptions' },
  { ...optionsFirst, name: 'batches.list', ids: 0 },
  { ...optionsFirst, name: 'beta.assistants.list', ids: 0 },
  { ...optionsFirst, name: 'beta.threads.create', ids: 0 },
  { ...optionsFirst, name: 'beta.threads.messages.list', ids: 1 },
  { ...optionsFirst, name: 'beta.threads.runs.list', ids: 1 },
  { ...optionsFirst, name: 'chat.completions.list', ids: 0 },
  { ...optionsFirst, name: 'chat.completions.messages.list', ids: 1 },
  { ...optionsFirst, name: 'containers.files.list', ids: 1 },
  { ...optionsFirst, name: 'containers.list', ids: 0 },
  { ...optionsFirst, name: 'evals.list', ids: 0 },
  { ...optionsFirst, name: 'evals.runs.list', ids: 1 },
  { ...optionsFirst, name: 'files.list', ids: 0 },
  { ...optionsFirst, name: 'fineTuning.checkpoints.permissions.retrieve', ids: 1 },
  { ...optionsFirst, name: 'fineTuning.jobs.checkpoints.list', ids: 1 },
  { ...optionsFirst, name: 'fineTuning.jobs.list', ids: 0 },
  { ...optionsFirst, name: 'fineTuning.jobs.listEvents', ids: 1 },
  { ...optionsFirst, name: 'responses.inputItems.list', ids: 1 },
  { ...optionsFirst, name: 'responses.retrieve', ids: 1 },
  { ...optionsFirst, name: 'vectorStores.files.list', ids: 1 },
  { ...optionsFirst, name: 'vectorStores.list', ids: 0 },
  { ...positions, name: 'beta.threads.messages.del' },
  { ...positions, name: 'beta.threads.messages.retrieve' },
  { ...positions, name: 'beta.threads.messages.update' },
  { ...positions, name: 'beta.threads.runs.cancel' },
  { ...observedPositions, name: 'beta.threads.runs.poll' },
  { ...positions, name: 'beta.threads.runs.retrieve' },
  { ...positions, name: 'beta.threads.runs.steps.list' },
  { ...positions, name: 'beta.threads.runs.steps.retrieve' },
  { ...positions, name: 'beta.threads.runs.submitToolOutputs' },
  { ...observedPositions, name: 'beta.threads.runs.submitToolOutputsAndPoll' },
  { ...observedPositions, name: 'beta.threads.runs.submitToolOutputsStream' },
  { ...positions, name: 'beta.threads.runs.update' },
  { ...positions, name: 'containers.files.content.retrieve' },
  { ...positions, name: 'containers.files.del' },
  { ...positions, name: 'containers.files.retrieve' },
  { ...positions, name: 'evals.runs.cancel' },
  { ...positions, name: 'evals.runs.del' },
  { ...positions, name: 'evals.runs.outputItems.list' },
  { ...positions, name: 'evals.runs.outputItems.retrieve' },
  { ...positions, name: 'evals.runs.retrieve' },
  { ...positions, name: 'fineTuning.checkpoints.permissions.del' },
  { ...positions, name: 'vectorStores.fileBatches.cancel' },
  { ...positions, name: 'vectorStores.fileBatches.listFiles' },
  { ...positions, name: 'vectorStores.fileBatches.retrieve' },
  { ...positions, name: 'vectorStores.files.content' },
  { ...positions, name: 'vectorStores.files.del' },
  { ...positions, name: 'vectorStores.files.retrieve' },
  { ...positions, name: 'vectorStores.files.update' },
  { ...rootExport, name: 'Audio', instead: asStatic },
  { ...rootExport, name: 'Batches', instead: asStatic },
  { ...rootExport, name: 'Beta', instead: asStatic },
  { ...rootExport, name: 'Chat', instead: asStatic },
  { ...rootExport, name: 'Completions', instead: asStatic },
  { ...rootExport, name: 'Containers', instead: asStatic },
  { ...rootExport, name: 'Embeddings', instead: asStatic },
  { ...rootExport, name: 'Evals', instead: asStatic },
  { ...rootExport, name: 'Files', instead: asStatic },
  { ...rootExport, name: 'FineTuning', instead: asStatic },
  { ...rootExport, name: 'Graders', instead: asStatic },
  { ...rootExport, name: 'Images', instead: asStatic },
  { ...rootExport, name: 'Models', instead: asStatic },
  { ...rootExport, name: 'Moderations', instead: asStatic },
  { ...rootExport, name: 'Responses', instead: asStatic },
  { ...rootExport, name: 'Uploads', instead: asStatic },
  { ...rootExport, name: 'VectorStores', instead: asStatic },
  { ...usage, name: 'encodeURIComponent', instead: 'ids are encoded by the SDK: encoding them before does it twice' },
  { ...usage, name: 'headers of an APIError', instead: '`headers` is a `Headers` object: read it with `get`' },
  { ...usage, name: 'node-fetch response', instead: 'the body of a response is a web stream, not one of Node.js' },
  { ...usage, name: 'optional in a Zod schema', instead: 'a Zod helper throws where a property is only optional' },
] as const satisfies readonly SdkBreakingChange[];

/** The options of a request in openai 4: an object that has only such keys was taken for them in the place of parameters. */
export const requestOptions = {
  names: [
    'body',
    'headers',
    'httpAgent',
    'idempotencyKey',
    'maxRetries',
    'method',
    'path',
    'query',
    'signal',
    'stream',
    'timeout',
  ],
  source: 'openai-node-package',
} as const satisfies Cited & { readonly names: readonly string[] };
