import type { Operation } from './operation.ts';
import type { Property } from './write-options.ts';

const messages = (question: string): Property => ['messages', `[{ role: 'user', content: ${question} }]`];
const of = (read: (value: string) => string) => ({ of: read });
const completions = { path: ['chat', 'completions'], model: 'wanted' } as const;
const tools = (text: string): Property => ['tools', `[{ type: 'function', function: { name: 'look', ${text} } }]`];
const parameters = "parameters: { type: 'object', properties: {} }";
const resource = { model: 'none', result: 'value' } as const;

/** The operations by name; the first is the simplest. */
export const operations: Readonly<Record<string, Operation>> = {
  chat: {
    ...completions,
    method: 'create',
    body: (question) => [messages(question)],
    result: of((value) => `${value}.choices[0]?.message.content`),
  },
  responses: {
    path: ['responses'],
    method: 'create',
    body: (question) => [['input', question]],
    model: 'wanted',
    result: of((value) => `${value}.output_text`),
  },
  embeddings: {
    path: ['embeddings'],
    method: 'create',
    body: (question) => [['input', question]],
    model: 'wanted',
    result: of((value) => `${value}.data[0]?.embedding.length`),
  },
  completions: {
    path: ['completions'],
    method: 'create',
    body: (question) => [['prompt', question]],
    model: 'wanted',
    result: of((value) => `${value}.choices[0]?.text`),
  },
  'chat-stream': {
    ...completions,
    method: 'create',
    body: (question) => [messages(question), ['stream', 'true']],
    result: 'iterated',
  },
  'chat-usage-stream': {
    ...completions,
    method: 'create',
    body: (question) => [messages(question), ['stream', 'true'], ['stream_options', '{ include_usage: true }']],
    result: 'iterated',
  },
  'chat-temperature': {
    ...completions,
    method: 'create',
    body: (question) => [messages(question), ['temperature', '0.2']],
    result: of((value) => `${value}.usage?.total_tokens`),
  },
  'chat-tools': {
    ...completions,
    method: 'create',
    body: (question) => [
      messages(question),
      ['tools', "[{ type: 'function', function: { name: 'look', parameters: { type: 'object', properties: {} } } }]"],
    ],
    result: of((value) => `${value}.choices[0]?.message.tool_calls?.length`),
  },
  'chat-helper': {
    ...completions,
    method: 'stream',
    body: (question) => [messages(question)],
    result: of((value) => `await ${value}.finalContent()`),
    four: ['beta', 'chat', 'completions'],
  },
  'chat-parse': {
    ...completions,
    method: 'parse',
    body: (question) => [messages(question)],
    result: of((value) => `${value}.choices[0]?.message.parsed`),
    four: ['beta', 'chat', 'completions'],
  },
  'chat-tool-runner': {
    ...completions,
    method: 'runTools',
    body: (question) => [
      messages(question),
      tools(`description: 'looks', parse: JSON.parse, ${parameters}, function: () => 'seen'`),
    ],
    result: of((value) => `await ${value}.finalContent()`),
    four: ['beta', 'chat', 'completions'],
  },
  'responses-stream': {
    path: ['responses'],
    method: 'create',
    body: (question) => [
      ['input', question],
      ['stream', 'true'],
    ],
    model: 'wanted',
    result: 'iterated',
  },
  'embeddings-list': {
    path: ['embeddings'],
    method: 'create',
    body: (question) => [
      ['input', `[${question}, 'second']`],
      ['dimensions', '4'],
    ],
    model: 'wanted',
    result: of((value) => `${value}.data.length`),
  },
  images: {
    path: ['images'],
    method: 'generate',
    body: (question) => [['prompt', question]],
    model: 'wanted',
    result: of((value) => `${value}.data?.length`),
  },
  speech: {
    path: ['audio', 'speech'],
    method: 'create',
    body: (question) => [
      ['input', question],
      ['voice', "'alloy'"],
    ],
    model: 'wanted',
    result: of((value) => `(await ${value}.arrayBuffer()).byteLength`),
  },
  transcriptions: {
    path: ['audio', 'transcriptions'],
    method: 'create',
    body: () => [['file', "new File(['sound'], 'call.wav')"]],
    model: 'wanted',
    result: of((value) => `${value}.text`),
  },
  'models-list': {
    ...resource,
    path: ['models'],
    method: 'list',
    body: undefined,
    result: of((value) => `${value}.data.length`),
  },
  'files-list': {
    ...resource,
    path: ['files'],
    method: 'list',
    body: undefined,
    result: of((value) => `${value}.data.length`),
  },
  'files-create': {
    ...resource,
    path: ['files'],
    method: 'create',
    body: () => [
      ['file', "new File(['{}'], 'batch.jsonl')"],
      ['purpose', "'batch'"],
    ],
    result: of((value) => `${value}.purpose`),
  },
  batches: {
    ...resource,
    path: ['batches'],
    method: 'create',
    body: () => [
      ['input_file_id', "'file-1'"],
      ['endpoint', "'/v1/chat/completions'"],
      ['completion_window', "'24h'"],
    ],
    result: of((value) => `${value}.object`),
  },
  'vector-stores': {
    ...resource,
    path: ['vectorStores'],
    method: 'create',
    body: (question) => [['name', question]],
    result: of((value) => `${value}.object`),
  },
  'fine-tuning': {
    path: ['fineTuning', 'jobs'],
    method: 'create',
    body: () => [['training_file', "'file-1'"]],
    model: 'wanted',
    result: of((value) => `${value}.object`),
  },
  assistants: {
    path: ['beta', 'assistants'],
    method: 'create',
    body: (question) => [['instructions', question]],
    model: 'wanted',
    result: of((value) => `${value}.object`),
  },
};
