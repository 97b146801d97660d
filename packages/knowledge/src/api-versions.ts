import type { Cited } from './citations.ts';

interface ApiVersionRow extends Cited {
  readonly version: string;
  readonly kind: 'preview' | 'stable';
  /** The day for which its retirement was announced. */
  readonly retired?: string;
}

/** Every dated version that the Azure OpenAI data plane has had, oldest first. */
export const apiVersions = [
  { version: '2022-03-01-preview', kind: 'preview', source: 'api-version-list' },
  { version: '2022-06-01-preview', kind: 'preview', source: 'api-version-list' },
  { version: '2022-12-01', kind: 'stable', source: 'api-version-list' },
  { version: '2023-03-15-preview', kind: 'preview', retired: '2024-07-01', source: 'api-version-retirements' },
  { version: '2023-04-01-preview', kind: 'preview', source: 'api-version-list' },
  { version: '2023-04-15-preview', kind: 'preview', source: 'api-version-list' },
  { version: '2023-05-15', kind: 'stable', source: 'api-version-list' },
  { version: '2023-06-01-preview', kind: 'preview', source: 'api-version-list' },
  { version: '2023-07-01-preview', kind: 'preview', retired: '2024-07-01', source: 'api-version-retirements' },
  { version: '2023-08-01-preview', kind: 'preview', retired: '2024-07-01', source: 'api-version-retirements' },
  { version: '2023-09-01-preview', kind: 'preview', retired: '2024-07-01', source: 'api-version-retirements' },
  { version: '2023-10-01-preview', kind: 'preview', source: 'api-version-list' },
  { version: '2023-12-01-preview', kind: 'preview', retired: '2024-07-01', source: 'api-version-retirements' },
  { version: '2024-02-01', kind: 'stable', source: 'api-version-list' },
  { version: '2024-02-15-preview', kind: 'preview', source: 'api-version-list' },
  { version: '2024-03-01-preview', kind: 'preview', source: 'api-version-list' },
  { version: '2024-04-01-preview', kind: 'preview', source: 'api-version-list' },
  { version: '2024-05-01-preview', kind: 'preview', source: 'api-version-list' },
  { version: '2024-06-01', kind: 'stable', source: 'api-version-list' },
  { version: '2024-07-01-preview', kind: 'preview', source: 'api-version-list' },
  { version: '2024-08-01-preview', kind: 'preview', source: 'api-version-list' },
  { version: '2024-09-01-preview', kind: 'preview', source: 'api-version-list' },
  { version: '2024-10-01-preview', kind: 'preview', source: 'api-version-list' },
  { version: '2024-10-21', kind: 'stable', source: 'api-version-list' },
  { version: '2024-12-01-preview', kind: 'preview', source: 'api-version-list' },
  { version: '2025-01-01-preview', kind: 'preview', source: 'api-version-list' },
  { version: '2025-02-01-preview', kind: 'preview', source: 'api-version-list' },
  { version: '2025-03-01-preview', kind: 'preview', source: 'api-version-list' },
  { version: '2025-04-01-preview', kind: 'preview', source: 'api-version-list' },
] as const satisfies readonly ApiVersionRow[];

/** Values of `api-version` that are no date; with `AzureOpenAI` they still build deployment URLs. */
export const pseudoVersions: readonly string[] = ['v1', 'preview', 'latest'];

/** The first version whose chat completions take `max_completion_tokens`. */
export const firstWithMaxCompletionTokens = {
  version: '2024-09-01-preview',
  source: 'api-lifecycle',
} as const satisfies Cited & Record<'version', string>;

const dated: ReadonlySet<string> = new Set(apiVersions.map(({ version }) => version));

/** Whether a text is exactly one of the dated versions of the Azure OpenAI data plane. */
export function isDatedApiVersion(text: string): boolean {
  return dated.has(text);
}

/** Whether a text has the shape of a dated version, of whatever Azure service. */
export function looksDated(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}(?:-preview)?$/.test(text);
}

/** Whether chat completions of a version take `max_completion_tokens`; the undated values of the v1 API do, an unknown text does not. */
export function knowsMaxCompletionTokens(version: string): boolean {
  if (pseudoVersions.includes(version)) return true;
  return looksDated(version) && dayOf(version) >= dayOf(firstWithMaxCompletionTokens.version);
}

function dayOf(version: string): string {
  return version.slice(0, '2024-09-01'.length);
}
