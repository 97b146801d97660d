import type { Cited } from './citations.ts';
import { findByPath } from './operation-path.ts';

interface LegacyResourceOperation extends Cited {
  readonly method: 'DELETE' | 'GET' | 'POST';
  readonly path: string;
}

/** The operations of the last dated inference API below `/openai` and no deployment, sorted by path and method. */
export const legacyResourceOperations = [
  { method: 'GET', path: '/assistants', source: 'legacy-resources' },
  { method: 'POST', path: '/assistants', source: 'legacy-resources' },
  { method: 'DELETE', path: '/assistants/{assistant_id}', source: 'legacy-resources' },
  { method: 'GET', path: '/assistants/{assistant_id}', source: 'legacy-resources' },
  { method: 'POST', path: '/assistants/{assistant_id}', source: 'legacy-resources' },
  { method: 'POST', path: '/responses', source: 'legacy-resources' },
  { method: 'DELETE', path: '/responses/{response_id}', source: 'legacy-resources' },
  { method: 'GET', path: '/responses/{response_id}', source: 'legacy-resources' },
  { method: 'GET', path: '/responses/{response_id}/input_items', source: 'legacy-resources' },
  { method: 'POST', path: '/threads', source: 'legacy-resources' },
  { method: 'POST', path: '/threads/runs', source: 'legacy-resources' },
  { method: 'DELETE', path: '/threads/{thread_id}', source: 'legacy-resources' },
  { method: 'GET', path: '/threads/{thread_id}', source: 'legacy-resources' },
  { method: 'POST', path: '/threads/{thread_id}', source: 'legacy-resources' },
  { method: 'GET', path: '/threads/{thread_id}/messages', source: 'legacy-resources' },
  { method: 'POST', path: '/threads/{thread_id}/messages', source: 'legacy-resources' },
  { method: 'GET', path: '/threads/{thread_id}/messages/{message_id}', source: 'legacy-resources' },
  { method: 'POST', path: '/threads/{thread_id}/messages/{message_id}', source: 'legacy-resources' },
  { method: 'GET', path: '/threads/{thread_id}/runs', source: 'legacy-resources' },
  { method: 'POST', path: '/threads/{thread_id}/runs', source: 'legacy-resources' },
  { method: 'GET', path: '/threads/{thread_id}/runs/{run_id}', source: 'legacy-resources' },
  { method: 'POST', path: '/threads/{thread_id}/runs/{run_id}', source: 'legacy-resources' },
  { method: 'POST', path: '/threads/{thread_id}/runs/{run_id}/cancel', source: 'legacy-resources' },
  { method: 'GET', path: '/threads/{thread_id}/runs/{run_id}/steps', source: 'legacy-resources' },
  { method: 'GET', path: '/threads/{thread_id}/runs/{run_id}/steps/{step_id}', source: 'legacy-resources' },
  { method: 'POST', path: '/threads/{thread_id}/runs/{run_id}/submit_tool_outputs', source: 'legacy-resources' },
  { method: 'GET', path: '/vector_stores', source: 'legacy-resources' },
  { method: 'POST', path: '/vector_stores', source: 'legacy-resources' },
  { method: 'DELETE', path: '/vector_stores/{vector_store_id}', source: 'legacy-resources' },
  { method: 'GET', path: '/vector_stores/{vector_store_id}', source: 'legacy-resources' },
  { method: 'POST', path: '/vector_stores/{vector_store_id}', source: 'legacy-resources' },
  { method: 'POST', path: '/vector_stores/{vector_store_id}/file_batches', source: 'legacy-resources' },
  { method: 'GET', path: '/vector_stores/{vector_store_id}/file_batches/{batch_id}', source: 'legacy-resources' },
  {
    method: 'POST',
    path: '/vector_stores/{vector_store_id}/file_batches/{batch_id}/cancel',
    source: 'legacy-resources',
  },
  { method: 'GET', path: '/vector_stores/{vector_store_id}/file_batches/{batch_id}/files', source: 'legacy-resources' },
  { method: 'GET', path: '/vector_stores/{vector_store_id}/files', source: 'legacy-resources' },
  { method: 'POST', path: '/vector_stores/{vector_store_id}/files', source: 'legacy-resources' },
  { method: 'DELETE', path: '/vector_stores/{vector_store_id}/files/{file_id}', source: 'legacy-resources' },
  { method: 'GET', path: '/vector_stores/{vector_store_id}/files/{file_id}', source: 'legacy-resources' },
  { method: 'POST', path: '/vector_stores/{vector_store_id}/files/{file_id}', source: 'legacy-resources' },
  { method: 'GET', path: '/vector_stores/{vector_store_id}/files/{file_id}/content', source: 'legacy-resources' },
  { method: 'POST', path: '/vector_stores/{vector_store_id}/search', source: 'legacy-resources' },
] as const satisfies readonly LegacyResourceOperation[];

/** The row of a method and a path below `/openai` (`/responses/resp_1`). */
export function findLegacyResourceOperation(method: string, path: string): LegacyResourceOperation | undefined {
  return findByPath(legacyResourceOperations, method, path);
}
