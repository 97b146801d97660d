import type { Cited } from './citations.ts';
import type { V1Status } from './sdk-methods.ts';

/** An operation of the legacy REST API, below `/openai/deployments/{deployment}/` or below `/openai/`. */
export interface LegacyOperation extends Cited {
  readonly path: string;
  readonly scope: 'deployment' | 'resource';
  readonly v1: V1Status;
  /** What a request with a body carries. */
  readonly body: 'json' | 'multipart';
}

/** Operations below a deployment, then operations below the resource, each sorted by path. */
export const legacyOperations = [
  // The specification says multipart; the SDK sends JSON, and the service takes it.
  { path: 'audio/speech', scope: 'deployment', v1: 'preview', body: 'json', source: 'openai-node-package' },
  { path: 'audio/transcriptions', scope: 'deployment', v1: 'preview', body: 'multipart', source: 'v1-preview' },
  { path: 'audio/translations', scope: 'deployment', v1: 'preview', body: 'multipart', source: 'v1-preview' },
  { path: 'chat/completions', scope: 'deployment', v1: 'ga', body: 'json', source: 'legacy-inference' },
  { path: 'completions', scope: 'deployment', v1: 'ga', body: 'json', source: 'legacy-inference' },
  { path: 'embeddings', scope: 'deployment', v1: 'ga', body: 'json', source: 'legacy-inference' },
  { path: 'extensions/chat/completions', scope: 'deployment', v1: 'none', body: 'json', source: 'on-your-data' },
  { path: 'images/edits', scope: 'deployment', v1: 'preview', body: 'multipart', source: 'v1-preview' },
  { path: 'images/generations', scope: 'deployment', v1: 'preview', body: 'json', source: 'v1-preview' },
  { path: 'assistants', scope: 'resource', v1: 'none', body: 'json', source: 'legacy-resources' },
  { path: 'batches', scope: 'resource', v1: 'ga', body: 'json', source: 'v1-operations' },
  { path: 'deployments', scope: 'resource', v1: 'none', body: 'json', source: 'v1-operations' },
  { path: 'evals', scope: 'resource', v1: 'ga', body: 'json', source: 'v1-operations' },
  { path: 'files', scope: 'resource', v1: 'ga', body: 'multipart', source: 'v1-operations' },
  { path: 'files/import', scope: 'resource', v1: 'none', body: 'json', source: 'v1-operations' },
  { path: 'fine-tunes', scope: 'resource', v1: 'none', body: 'json', source: 'v1-operations' },
  { path: 'fine_tuning/jobs', scope: 'resource', v1: 'ga', body: 'json', source: 'v1-operations' },
  { path: 'images/generations:submit', scope: 'resource', v1: 'none', body: 'json', source: 'v1-operations' },
  { path: 'models', scope: 'resource', v1: 'ga', body: 'json', source: 'v1-operations' },
  { path: 'operations/images', scope: 'resource', v1: 'none', body: 'json', source: 'v1-operations' },
  { path: 'realtime', scope: 'resource', v1: 'ga', body: 'json', source: 'v1-operations' },
  { path: 'responses', scope: 'resource', v1: 'ga', body: 'json', source: 'legacy-resources' },
  { path: 'threads', scope: 'resource', v1: 'none', body: 'json', source: 'legacy-resources' },
  { path: 'uploads', scope: 'resource', v1: 'none', body: 'json', source: 'v1-operations' },
  { path: 'vector_stores', scope: 'resource', v1: 'ga', body: 'json', source: 'legacy-resources' },
] as const satisfies readonly LegacyOperation[];

/** The operation of a path: exactly below a deployment, or the longest one above it (`files/abc/content`) below the resource. */
export function findLegacyOperation(path: string): LegacyOperation | undefined {
  const segments = (path.split('?', 1)[0] ?? '').split('/').filter((segment) => segment !== '');
  const whole = segments.join('/');
  for (let length = segments.length; length > 0; length--) {
    const candidate = segments.slice(0, length).join('/');
    const row = legacyOperations.find((operation) => operation.path === candidate);
    if (row !== undefined && (row.scope === 'resource' || candidate === whole)) return row;
  }
  return undefined;
}
