import type { Cited } from './citations.ts';

/** How far the v1 API has an operation: generally available, in preview, or not at all. */
export type V1Status = 'ga' | 'none' | 'preview';

/** A method of the SDK's client; one that ends in `.*` stands for all that begin so. */
export interface SdkMethod extends Cited {
  readonly method: string;
  readonly status: V1Status;
  /** `AzureOpenAI` sends it to `/deployments/{deployment}/…`, so the deployment becomes its `model`. */
  readonly deploymentScoped: boolean;
  /** Which argument is the request body, where its properties matter. */
  readonly body?: 0;
}

const scoped = { status: 'ga', deploymentScoped: true, body: 0, source: 'v1-operations' } as const;
const scopedPreview = { status: 'preview', deploymentScoped: true, body: 0, source: 'v1-preview' } as const;
const available = { status: 'ga', deploymentScoped: false, source: 'v1-operations' } as const;
const missing = { status: 'none', deploymentScoped: false, source: 'v1-operations' } as const;

/** Methods of openai 4 to 7, sorted by name. */
export const sdkMethods = [
  { method: 'admin.*', ...missing },
  { method: 'audio.speech.create', ...scopedPreview },
  { method: 'audio.transcriptions.create', ...scopedPreview },
  { method: 'audio.translations.create', ...scopedPreview },
  { method: 'audio.voiceConsents.*', ...missing },
  { method: 'audio.voices.*', ...missing },
  { method: 'batches.*', ...available },
  { method: 'beta.agents.*', ...missing },
  { method: 'beta.assistants.*', ...missing },
  { method: 'beta.chat.completions.parse', ...scoped },
  { method: 'beta.chat.completions.runFunctions', ...scoped },
  { method: 'beta.chat.completions.runTools', ...scoped },
  { method: 'beta.chat.completions.stream', ...scoped },
  { method: 'beta.chatkit.*', ...missing },
  // The v1 API has realtime sessions, but speaks the newer protocol.
  { method: 'beta.realtime.*', ...missing },
  { method: 'beta.responses.*', ...missing },
  // The v1 API lists threads, which are of no use without assistants.
  { method: 'beta.threads.*', ...missing },
  { method: 'beta.vectorStores.*', ...available },
  { method: 'chat.completions.create', ...scoped },
  { method: 'chat.completions.del', ...missing },
  { method: 'chat.completions.delete', ...missing },
  { method: 'chat.completions.list', ...missing },
  { method: 'chat.completions.messages.*', ...missing },
  { method: 'chat.completions.parse', ...scoped },
  { method: 'chat.completions.retrieve', ...missing },
  { method: 'chat.completions.runFunctions', ...scoped },
  { method: 'chat.completions.runTools', ...scoped },
  { method: 'chat.completions.stream', ...scoped },
  { method: 'chat.completions.update', ...missing },
  { method: 'completions.create', ...scoped },
  { method: 'containers.*', ...available },
  { method: 'contentProvenanceChecks.*', ...missing },
  { method: 'conversations.*', ...available },
  { method: 'decisions.*', ...missing },
  { method: 'embeddings.create', ...scoped },
  { method: 'evals.*', ...available },
  // openai 7 sends it to `/evals/{id}/runs/{id}/cancel`, which v1 has not; openai 6 to a path that it has.
  { method: 'evals.runs.cancel', ...missing },
  { method: 'files.*', ...available },
  { method: 'fineTunes.*', ...missing },
  { method: 'fineTuning.*', ...available },
  { method: 'images.createVariation', ...missing },
  { method: 'images.edit', ...scopedPreview },
  { method: 'images.generate', ...scopedPreview },
  { method: 'live.*', ...missing },
  { method: 'models.del', ...available },
  { method: 'models.delete', ...available },
  { method: 'models.list', ...available },
  { method: 'models.retrieve', ...available },
  { method: 'moderations.*', ...missing },
  { method: 'realtime.*', ...available },
  { method: 'responses.*', ...available },
  { method: 'responses.compact', ...missing },
  { method: 'responses.create', ...available, body: 0 },
  { method: 'responses.inputTokens.*', ...missing },
  { method: 'responses.parse', ...available, body: 0 },
  { method: 'responses.stream', ...available, body: 0 },
  { method: 'safety.*', ...missing },
  { method: 'skills.*', ...missing },
  { method: 'uploads.*', ...missing },
  { method: 'vectorStores.*', ...available },
  // Not the shape of the v1 API's `/video/generations/jobs`.
  { method: 'videos.*', ...missing },
  // Checks signatures, sends nothing.
  { method: 'webhooks.*', status: 'ga', deploymentScoped: false, source: 'openai-node-package' },
] as const satisfies readonly SdkMethod[];

const methodByName: ReadonlyMap<string, SdkMethod> = new Map(sdkMethods.map((row) => [row.method, row]));

/** The row of a method's path on the client (`['chat', 'completions', 'create']`): itself, else the longest `.*` above it. */
export function findSdkMethod(path: readonly string[]): SdkMethod | undefined {
  const exact = methodByName.get(path.join('.'));
  if (exact !== undefined) return exact;
  for (let length = path.length - 1; length > 0; length--) {
    const family = methodByName.get([...path.slice(0, length), '*'].join('.'));
    if (family !== undefined) return family;
  }
  return undefined;
}
