import type { Cited } from './citations.ts';

interface VersionFact extends Cited {
  readonly version: string;
  readonly fact: string;
}

/** The releases of the `openai` package from which on something is there. */
export const sdkVersions = {
  apiKeyHeaderFixed: {
    version: '5.19.1',
    fact: '`AzureOpenAI` sends a string key as `api-key` again; 5.18.0 to 5.19.0 sent it as a bearer token',
    source: 'openai-node-package',
  },
  azureClass: {
    version: '4.41.0',
    fact: 'the class `AzureOpenAI`; with `require` from 4.41.1 on',
    source: 'openai-node-package',
  },
  azureClientOptionsAtRoot: {
    version: '7.5.0',
    fact: '`AzureClientOptions` at the package root again; 5.0.0 to 7.4.0 export it from `openai/azure` only',
    source: 'openai-node-package',
  },
  azureSubpath: { version: '5.0.0', fact: 'the subpath `openai/azure`', source: 'openai-node-package' },
  deploymentName: { version: '4.81.0', fact: '`deploymentName` on the client', source: 'openai-node-package' },
  functionApiKey: {
    version: '5.18.0',
    fact: 'a function as `apiKey`; earlier releases send its source text as the token',
    source: 'openai-node-package',
  },
  modelKeptInBody: {
    version: '4.55.9',
    fact: '`AzureOpenAI` leaves `model` in the request body',
    source: 'openai-node-package',
  },
} as const satisfies Record<string, VersionFact>;

/** The release from which on `apiKey` may be a function. */
export const functionApiKeySince = sdkVersions.functionApiKey.version;

/** The release from which on there is a class `AzureOpenAI`. */
export const azureClassSince = sdkVersions.azureClass.version;

/** The release from which on there is a subpath `openai/azure`. */
export const azureSubpathSince = sdkVersions.azureSubpath.version;

/** What the types of the two clients' options are called. */
export const clientOptionsTypeName = {
  legacy: 'AzureClientOptions',
  v1: 'ClientOptions',
  source: 'openai-node-package',
} as const satisfies Cited & Record<'legacy' | 'v1', string>;
