import { type JsonObject, objectOf, textOf } from '../json.ts';
import { fixedMoment } from '../seed.ts';

/** The things of one collection. */
export interface ResourceKind {
  /** What the `object` of each says. */
  readonly object: string;
  /** How their identifiers begin. */
  readonly prefix: string;
  /** What each has besides; statuses are final, so that nothing has to be waited for. */
  readonly fields: (asked: AskedResource) => JsonObject;
}

/** What is known of a thing when it is described. */
export interface AskedResource {
  /** The identifiers of the path. */
  readonly parameters: readonly string[];
  readonly body: JsonObject;
}

const created = { created_at: fixedMoment };
const counts = { in_progress: 0, completed: 1, failed: 0, cancelled: 0, total: 1 };
const text = { type: 'output_text', text: 'Answer', annotations: [] };

/** What each collection holds, by its path. */
export const resourceKinds: Readonly<Record<string, ResourceKind>> = {
  '/assistants': kind('assistant', 'asst_', () => ({ ...created, name: null, model: 'gpt-4o', tools: [] })),
  '/batches': kind('batch', 'batch_', () => ({
    ...created,
    endpoint: '/chat/completions',
    completion_window: '24h',
    status: 'completed',
    input_file_id: 'file-input',
    output_file_id: 'file-output',
    error_file_id: null,
    request_counts: { total: 1, completed: 1, failed: 0 },
  })),
  '/containers': kind('container', 'cntr_', () => ({ ...created, name: 'container', status: 'running' })),
  '/containers/{}/files': kind('container.file', 'cfile_', ({ parameters, body }) => ({
    ...created,
    container_id: parameters[0] ?? '',
    bytes: sizeOf(body),
    path: '/mnt/data/file',
    source: 'user',
  })),
  '/conversations': kind('conversation', 'conv_', () => ({ ...created, metadata: {} })),
  '/conversations/{}/items': kind('conversation.item', 'msg_', () => ({
    type: 'message',
    role: 'assistant',
    status: 'completed',
    content: [text],
  })),
  '/evals': kind('eval', 'eval_', () => ({ ...created, name: 'evaluation', testing_criteria: [] })),
  '/evals/{}/runs': kind('eval.run', 'evalrun_', ({ parameters }) => ({
    ...created,
    eval_id: parameters[0] ?? '',
    status: 'completed',
    result_counts: { total: 1, passed: 1, failed: 0, errored: 0 },
  })),
  '/evals/{}/runs/{}/output_items': kind('eval.run.output_item', 'outputitem_', ({ parameters }) => ({
    ...created,
    eval_id: parameters[0] ?? '',
    run_id: parameters[1] ?? '',
    status: 'pass',
  })),
  '/files': kind('file', 'file-', ({ body }) => ({
    ...created,
    bytes: sizeOf(body),
    filename: textOf(objectOf(body['file'])['filename'] ?? 'data.jsonl'),
    purpose: 'batch',
    status: 'processed',
  })),
  '/fine_tuning/checkpoints/{}/permissions': kind('checkpoint.permission', 'cp_', () => ({
    ...created,
    project_id: 'project',
  })),
  '/fine_tuning/jobs': kind('fine_tuning.job', 'ftjob-', () => ({
    ...created,
    model: 'gpt-4o-mini',
    status: 'succeeded',
    fine_tuned_model: 'gpt-4o-mini.ft-wire',
    training_file: 'file-input',
    result_files: [],
  })),
  '/fine_tuning/jobs/{}/checkpoints': kind('fine_tuning.job.checkpoint', 'ftckpt_', ({ parameters }) => ({
    ...created,
    fine_tuning_job_id: parameters[0] ?? '',
    step_number: 1,
    metrics: {},
  })),
  '/fine_tuning/jobs/{}/events': kind('fine_tuning.job.event', 'ftevent-', () => ({
    ...created,
    level: 'info',
    message: 'The job has succeeded',
  })),
  '/models': kind('model', 'model-', () => ({ created: fixedMoment, owned_by: 'azure', status: 'succeeded' })),
  '/threads': kind('thread', 'thread_', () => ({ ...created, metadata: {} })),
  '/threads/{}/messages': kind('thread.message', 'msg_', ({ parameters }) => ({
    ...created,
    thread_id: parameters[0] ?? '',
    role: 'assistant',
    content: [{ type: 'text', text: { value: 'Answer', annotations: [] } }],
  })),
  '/threads/{}/runs': kind('thread.run', 'run_', ({ parameters }) => ({
    ...created,
    thread_id: parameters[0] ?? '',
    status: 'completed',
    required_action: null,
  })),
  '/threads/{}/runs/{}/steps': kind('thread.run.step', 'step_', ({ parameters }) => ({
    ...created,
    thread_id: parameters[0] ?? '',
    run_id: parameters[1] ?? '',
    status: 'completed',
  })),
  '/vector_stores': kind('vector_store', 'vs_', () => ({
    ...created,
    name: 'store',
    status: 'completed',
    usage_bytes: 0,
    file_counts: counts,
  })),
  '/vector_stores/{}/file_batches': kind('vector_store.files_batch', 'vsfb_', batchFields),
  '/vector_stores/{}/file_batches/{}/files': kind('vector_store.file', 'file-', fileFields),
  '/vector_stores/{}/files': kind('vector_store.file', 'file-', fileFields),
  '/video/generations/jobs': kind('video.generation.job', 'task_', ({ body }) => ({
    ...created,
    status: 'succeeded',
    generations: [{ object: 'video.generation', id: 'gen_1' }],
    prompt: body['prompt'] ?? '',
  })),
  '/video/generations': kind('video.generation', 'gen_', () => ({ ...created, width: 480, height: 480 })),
};

function kind(object: string, prefix: string, fields: ResourceKind['fields']): ResourceKind {
  return { object, prefix, fields };
}

function batchFields({ parameters }: AskedResource): JsonObject {
  return { ...created, vector_store_id: parameters[0] ?? '', status: 'completed', file_counts: counts };
}

function fileFields({ parameters }: AskedResource): JsonObject {
  return { ...created, vector_store_id: parameters[0] ?? '', status: 'completed', usage_bytes: 0, last_error: null };
}

function sizeOf(body: JsonObject): number {
  const { bytes } = objectOf(body['file']);
  return typeof bytes === 'number' ? bytes : 0;
}
