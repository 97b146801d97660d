import { type RequestBody, words } from './request-body.ts';

/** The bodies of the v1 API that are documented, sorted by operation; `model` is required wherever a model answers. */
export const v1RequestBodies: readonly RequestBody[] = [
  {
    operation: 'POST /audio/speech',
    content: 'json',
    required: ['input', 'model', 'voice'],
    properties: words('input instructions model response_format speed stream_format voice'),
    source: 'v1-preview',
  },
  {
    operation: 'POST /audio/transcriptions',
    content: 'multipart',
    required: ['file', 'model'],
    properties: words(
      'chunking_strategy file filename include[] language model prompt response_format stream temperature ' +
        'timestamp_granularities[]',
    ),
    source: 'v1-preview',
  },
  {
    operation: 'POST /audio/translations',
    content: 'multipart',
    required: ['file', 'model'],
    properties: words('file filename model prompt response_format temperature'),
    source: 'v1-preview',
  },
  {
    operation: 'POST /batches',
    content: 'json',
    required: ['completion_window', 'endpoint'],
    properties: words('completion_window endpoint input_file_id'),
    source: 'v1-reference',
  },
  {
    operation: 'POST /chat/completions',
    content: 'json',
    required: ['messages', 'model'],
    properties: words(
      'audio frequency_penalty function_call functions logit_bias logprobs max_completion_tokens max_tokens ' +
        'messages metadata modalities model n parallel_tool_calls prediction presence_penalty ' +
        'prompt_cache_key prompt_cache_retention reasoning_effort response_format safety_identifier seed stop ' +
        'store stream stream_options temperature tool_choice tools top_logprobs top_p user ' +
        'user_security_context verbosity',
    ),
    source: 'v1-reference',
  },
  {
    operation: 'POST /completions',
    content: 'json',
    required: ['model'],
    properties: words(
      'best_of echo frequency_penalty logit_bias logprobs max_tokens model n presence_penalty prompt seed ' +
        'stop stream stream_options suffix temperature top_p user',
    ),
    source: 'v1-reference',
  },
  {
    operation: 'POST /containers',
    content: 'json',
    required: ['name'],
    properties: words('expires_after file_ids memory_limit name'),
    source: 'v1-reference',
  },
  {
    operation: 'POST /embeddings',
    content: 'json',
    required: ['model', 'input'],
    properties: words('dimensions encoding_format input model user'),
    source: 'v1-operations',
  },
  {
    operation: 'POST /evals',
    content: 'json',
    required: ['data_source_config', 'testing_criteria'],
    properties: words('data_source_config metadata name testing_criteria'),
    source: 'v1-operations',
  },
  {
    operation: 'POST /files',
    content: 'multipart',
    required: ['file', 'purpose'],
    properties: words('expires_after file purpose'),
    source: 'v1-operations',
  },
  {
    operation: 'POST /fine_tuning/jobs',
    content: 'json',
    required: ['model', 'training_file'],
    properties: words('hyperparameters integrations metadata method model seed suffix training_file validation_file'),
    source: 'v1-operations',
  },
  {
    operation: 'POST /images/edits',
    content: 'multipart',
    required: ['image', 'model', 'prompt'],
    properties: words(
      'background image mask model n output_compression output_format prompt quality response_format size ' + 'user',
    ),
    source: 'v1-preview',
  },
  {
    operation: 'POST /images/generations',
    content: 'json',
    required: ['model', 'prompt'],
    properties: words(
      'background model moderation n output_compression output_format prompt quality response_format size ' +
        'style user',
    ),
    source: 'v1-preview',
  },
  {
    operation: 'POST /responses',
    content: 'json',
    required: ['model'],
    properties: words(
      'background include input instructions max_output_tokens max_tool_calls metadata model ' +
        'parallel_tool_calls previous_response_id prompt reasoning store stream temperature text tool_choice ' +
        'tools top_logprobs top_p truncation user',
    ),
    source: 'v1-operations',
  },
  {
    operation: 'POST /vector_stores',
    content: 'json',
    required: [],
    properties: words('chunking_strategy expires_after file_ids metadata name'),
    source: 'v1-operations',
  },
  {
    operation: 'POST /video/generations/jobs',
    content: 'json',
    required: ['height', 'model', 'prompt', 'width'],
    properties: words('files height inpaint_items model n_seconds n_variants prompt width'),
    source: 'v1-preview',
  },
];
