import type { AzureOpenAI, OpenAI } from 'openai';

/** The releases of the SDK that everything on the wire is shown with: two around 5.18.0, and the last of each other major. */
export const sdkVersions = ['4.104.0', '5.17.0', '5.23.2', '6.49.0', '7.55.0'] as const;

/** One of them. */
export type SdkVersion = (typeof sdkVersions)[number];

/** Those that send the source text of a function that is given as `apiKey`; the others send what it returns. */
export const versionsWithoutFunctions: readonly SdkVersion[] = ['4.104.0', '5.17.0'];

/** Those that call a function that is given as `apiKey`. */
export const versionsWithFunctions = sdkVersions.filter((version) => !versionsWithoutFunctions.includes(version));

interface Sdk {
  readonly AzureOpenAI: typeof AzureOpenAI;
  readonly OpenAI: typeof OpenAI;
}

/** The package of a release; what the tests use of it is the same in all of them. */
export async function loadSdk(version: SdkVersion): Promise<Sdk> {
  return (await import(`openai-${version}`)) as Sdk;
}

/** A client for each surface of the same resource, with the same transport and credential. */
export async function clientsOf(
  version: SdkVersion,
  fetch: typeof globalThis.fetch | undefined,
  endpoint = 'https://contoso.openai.azure.com',
): Promise<Readonly<Record<'legacy' | 'v1', OpenAI>>> {
  const { AzureOpenAI, OpenAI } = await loadSdk(version);
  const apiKey = 'placeholder-key-1';
  return {
    legacy: new AzureOpenAI({ endpoint, apiKey, apiVersion: '2025-04-01-preview', fetch }),
    v1: new OpenAI({ baseURL: `${endpoint}/openai/v1`, apiKey, fetch }),
  };
}
