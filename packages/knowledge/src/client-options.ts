import type { AzureClientOptions, ClientOptions } from 'openai';
import type { Cited } from './citations.ts';

/** What becomes of a client option when `AzureOpenAI` becomes `OpenAI`. */
export type OptionFate =
  | { readonly kind: 'drop' }
  | { readonly kind: 'keep' }
  | { readonly kind: 'move'; readonly to: 'model' }
  | { readonly kind: 'refuse' }
  | { readonly kind: 'rename'; readonly to: 'apiKey'; readonly since: string }
  | { readonly kind: 'rewrite'; readonly to: 'baseURL' };

type SdkOption = keyof AzureClientOptions | keyof ClientOptions;
type OptionRow = OptionFate & Cited;

/** Options that only `AzureOpenAI` has, or that mean something else there. */
export const azureClientOptions = {
  apiKey: { kind: 'keep', source: 'openai-node-guide' },
  apiVersion: { kind: 'drop', source: 'api-lifecycle' },
  azureADTokenProvider: { kind: 'rename', to: 'apiKey', since: '5.18.0', source: 'api-lifecycle' },
  baseURL: { kind: 'keep', source: 'openai-node-package' },
  // With a token provider `AzureOpenAI` switches it on by itself, `OpenAI` does not.
  dangerouslyAllowBrowser: { kind: 'keep', source: 'openai-node-package' },
  deployment: { kind: 'move', to: 'model', source: 'openai-node-guide' },
  endpoint: { kind: 'rewrite', to: 'baseURL', source: 'api-lifecycle' },
} as const satisfies Partial<Record<SdkOption, OptionRow>>;

/** Options that both clients take and that pass through unchanged, over openai 4 to 7. */
export const sharedClientOptions = {
  adminAPIKey: { kind: 'keep', source: 'openai-node-package' },
  defaultHeaders: { kind: 'keep', source: 'openai-node-package' },
  defaultQuery: { kind: 'keep', source: 'openai-node-package' },
  fetch: { kind: 'keep', source: 'openai-node-package' },
  fetchOptions: { kind: 'keep', source: 'openai-node-package' },
  // openai 4 only; from 5 on `fetchOptions` takes its place.
  httpAgent: { kind: 'keep', source: 'openai-node-package' },
  logLevel: { kind: 'keep', source: 'openai-node-package' },
  logger: { kind: 'keep', source: 'openai-node-package' },
  maxRetries: { kind: 'keep', source: 'openai-node-package' },
  organization: { kind: 'keep', source: 'openai-node-package' },
  project: { kind: 'keep', source: 'openai-node-package' },
  timeout: { kind: 'keep', source: 'openai-node-package' },
  webhookSecret: { kind: 'keep', source: 'openai-node-package' },
} as const satisfies Partial<Record<SdkOption | 'httpAgent', OptionRow>>;

/** Options that no Azure client can carry over: `AzureOpenAI` forbids them, or they exclude an `apiKey`. */
export const refusedClientOptions = {
  credential: { kind: 'refuse', source: 'openai-node-package' },
  dataResidency: { kind: 'refuse', source: 'openai-node-package' },
  provider: { kind: 'refuse', source: 'openai-node-package' },
  workloadIdentity: { kind: 'refuse', source: 'openai-node-package' },
  x509Transport: { kind: 'refuse', source: 'openai-node-package' },
} as const satisfies Partial<Record<SdkOption, OptionRow>>;

// Does not compile when the SDK gains an option that has no row above.
const migratableClientOptions = { ...azureClientOptions, ...sharedClientOptions } as const satisfies Record<
  Exclude<SdkOption, keyof typeof refusedClientOptions>,
  OptionRow
>;

/** Whether a client option has a row that says how to carry it over; refused and misspelt ones have none. */
export function isKnownClientOption(name: string): boolean {
  return Object.hasOwn(migratableClientOptions, name);
}
