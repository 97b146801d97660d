import { type RequestBody, words } from './request-body.ts';

/** The bodies of the last dated version that are documented, sorted by operation. */
export const legacyRequestBodies: readonly RequestBody[] = [
  {
    operation: 'POST /audio/speech',
    content: 'json',
    required: ['input', 'voice'],
    properties: words('input response_format speed voice'),
    source: 'legacy-inference',
  },
  {
    operation: 'POST /audio/transcriptions',
    content: 'multipart',
    required: ['file'],
    properties: words('file language prompt response_format temperature timestamp_granularities[]'),
    source: 'legacy-inference',
  },
  {
    operation: 'POST /audio/translations',
    content: 'multipart',
    required: ['file'],
    properties: words('file prompt response_format temperature'),
    source: 'legacy-inference',
  },
  {
    operation: 'POST /chat/completions',
    content: 'json',
    required: ['messages'],
    properties: words(
      'audio data_sources frequency_penalty function_call functions logit_bias logprobs ' +
        'max_completion_tokens max_tokens messages metadata modalities n parallel_tool_calls prediction ' +
        'presence_penalty reasoning_effort response_format seed stop store stream stream_options temperature ' +
        'tool_choice tools top_logprobs top_p user user_security_context',
    ),
    source: 'legacy-inference',
  },
  {
    operation: 'POST /completions',
    content: 'json',
    required: ['prompt'],
    properties: words(
      'best_of echo frequency_penalty logit_bias logprobs max_tokens n presence_penalty prompt seed stop ' +
        'stream suffix temperature top_p user',
    ),
    source: 'legacy-inference',
  },
  {
    operation: 'POST /embeddings',
    content: 'json',
    required: ['input'],
    properties: words('dimensions encoding_format input input_type user'),
    source: 'legacy-inference',
  },
  {
    operation: 'POST /images/generations',
    content: 'json',
    required: ['prompt'],
    properties: words('n prompt quality response_format size style user'),
    source: 'legacy-inference',
  },
];
