import type { Cited } from './citations.ts';

/** The variables that `AzureOpenAI` reads for options that are absent; `OpenAI` reads none of them. */
export const environmentDefaults = {
  endpoint: 'AZURE_OPENAI_ENDPOINT',
  apiKey: 'AZURE_OPENAI_API_KEY',
  apiVersion: 'OPENAI_API_VERSION',
  source: 'openai-node-package',
} as const satisfies Cited & Record<'apiKey' | 'apiVersion' | 'endpoint', string>;

interface ApiVersionVariable extends Cited {
  readonly name: string;
}

/** Environment variables that commonly hold the dated version, sorted by name. */
export const apiVersionVariableRows = [
  { name: 'AZURE_API_VERSION', source: 'public-code' },
  { name: 'AZURE_OPENAI_API_VERSION', source: 'public-code' },
  { name: 'AZURE_OPENAI_VERSION', source: 'public-code' },
  { name: 'OPENAI_API_VERSION', source: 'openai-node-package' },
] as const satisfies readonly ApiVersionVariable[];

/** The names of `apiVersionVariableRows`. */
export const apiVersionVariables: readonly string[] = apiVersionVariableRows.map(({ name }) => name);

/** The variable that `AzureOpenAI` prefers to that of the endpoint; `OpenAI` reads it where it is given no `baseURL`. */
export const addressOverride = { name: 'OPENAI_BASE_URL', source: 'openai-node-package' } as const satisfies Cited & {
  readonly name: string;
};
