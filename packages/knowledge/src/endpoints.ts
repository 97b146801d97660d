import type { Cited } from './citations.ts';

/** What a host is to the migration. */
export type HostStanding = 'azure' | 'gateway' | 'not-azure-openai' | 'unverified';

interface HostRow extends Cited {
  readonly suffix: string;
  readonly standing: HostStanding;
}

/** Host suffixes that code names, sorted by standing and suffix. */
export const endpoints = [
  { suffix: 'cognitiveservices.azure.com', standing: 'azure', source: 'public-code' },
  { suffix: 'openai.azure.com', standing: 'azure', source: 'api-lifecycle' },
  { suffix: 'services.ai.azure.com', standing: 'azure', source: 'api-lifecycle' },
  { suffix: '127.0.0.1', standing: 'gateway', source: 'precaution' },
  { suffix: 'azure-api.net', standing: 'gateway', source: 'api-management' },
  { suffix: 'azurefd.net', standing: 'gateway', source: 'api-management' },
  { suffix: 'localhost', standing: 'gateway', source: 'public-code' },
  { suffix: 'api.ai.sap', standing: 'not-azure-openai', source: 'precaution' },
  { suffix: 'api.openai.com', standing: 'not-azure-openai', source: 'openai-node-package' },
  // A slip in the SDK's own documentation; no such host exists.
  { suffix: 'azure.openai.com', standing: 'not-azure-openai', source: 'openai-node-package' },
  { suffix: 'management.azure.com', standing: 'not-azure-openai', source: 'public-code' },
  { suffix: 'models.ai.azure.com', standing: 'not-azure-openai', source: 'inference-migration' },
  { suffix: 'models.github.ai', standing: 'not-azure-openai', source: 'inference-migration' },
  { suffix: 'models.inference.ai.azure.com', standing: 'not-azure-openai', source: 'inference-migration' },
  { suffix: 'search.windows.net', standing: 'not-azure-openai', source: 'precaution' },
  { suffix: 'api.cognitive.microsoft.com', standing: 'unverified', source: 'v1-operations' },
  { suffix: 'azure.cn', standing: 'unverified', source: 'public-code' },
  { suffix: 'azure.us', standing: 'unverified', source: 'public-code' },
] as const satisfies readonly HostRow[];

/** The suffixes of hosts that serve `/openai/v1/`. */
export const azureHostSuffixes: readonly string[] = endpoints
  .filter(({ standing }) => standing === 'azure')
  .map(({ suffix }) => suffix);

/** What a host is, by its whole labels; a port, the case and a final dot do not matter. */
export function classifyHost(host: string): HostStanding | 'other' {
  const bare = bareHost(host);
  const row = endpoints.find(({ suffix }) => bare === suffix || bare.endsWith(`.${suffix}`));
  return row?.standing ?? 'other';
}

function bareHost(host: string): string {
  const lower = host.toLowerCase();
  if (lower.startsWith('[')) return lower.slice(1, lower.indexOf(']'));
  const colon = lower.indexOf(':');
  // More than one colon is an address of version 6 without brackets, not a port.
  const withoutPort = colon !== -1 && colon === lower.lastIndexOf(':') ? lower.slice(0, colon) : lower;
  return withoutPort.endsWith('.') ? withoutPort.slice(0, -1) : withoutPort;
}
