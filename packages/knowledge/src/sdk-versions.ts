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

/** The release from which on a string key goes with the right header again, where it went wrong. */
export const apiKeyHeaderFixedSince = sdkVersions.apiKeyHeaderFixed.version;

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

/** The oldest Node.js that a release of `openai`, and those after it, ask for: in `engines`, or only in the README. */
export const sdkNodeRequirements = [
  { since: '4.0.0', node: '18.0.0', stated: 'README', source: 'openai-node-package' },
  { since: '5.0.0', node: '20.0.0', stated: 'README', source: 'openai-node-guide' },
  { since: '7.0.0', node: '22.0.0', stated: 'engines', source: 'openai-node-package' },
] as const satisfies readonly (Cited & Record<'since' | 'node' | 'stated', string>)[];

/** The majors of Node.js by the names that version managers know them by. */
export const nodeReleaseNames = {
  argon: { major: 4, source: 'node-releases' },
  boron: { major: 6, source: 'node-releases' },
  carbon: { major: 8, source: 'node-releases' },
  dubnium: { major: 10, source: 'node-releases' },
  erbium: { major: 12, source: 'node-releases' },
  fermium: { major: 14, source: 'node-releases' },
  gallium: { major: 16, source: 'node-releases' },
  hydrogen: { major: 18, source: 'node-releases' },
  iron: { major: 20, source: 'node-releases' },
  jod: { major: 22, source: 'node-releases' },
  krypton: { major: 24, source: 'node-releases' },
} as const satisfies Record<string, Cited & { readonly major: number }>;
