import type { azureClientOptions, sharedClientOptions } from '@azure-openai-v1/knowledge';

type ClientOption = keyof typeof azureClientOptions | keyof typeof sharedClientOptions;

/** For each row of the tables of client options, a fixture that is replayed with it. */
export const optionFixtures = {
  adminAPIKey: 'no-azure-openai-client/options-admin-key',
  apiKey: 'no-azure-openai-client/endpoint-literal',
  apiVersion: 'no-azure-openai-client/api-version-const',
  azureADTokenProvider: 'no-azure-openai-client/token-provider-calls',
  baseURL: 'no-azure-openai-client/base-url-with-openai',
  dangerouslyAllowBrowser: 'no-azure-openai-client/options-allow-browser',
  defaultHeaders: 'no-azure-openai-client/options-pass-through',
  defaultQuery: 'no-azure-openai-client/options-default-query',
  deployment: 'no-azure-openai-client/operations-scoped',
  endpoint: 'no-azure-openai-client/endpoint-template',
  fetch: 'no-azure-openai-client/options-pass-through',
  fetchOptions: 'no-azure-openai-client/options-fetch-options',
  httpAgent: 'no-azure-openai-client/options-http-agent',
  logLevel: 'no-azure-openai-client/options-logger',
  logger: 'no-azure-openai-client/options-logger',
  maxRetries: 'no-azure-openai-client/request-options-kept',
  organization: 'no-azure-openai-client/options-organization',
  project: 'no-azure-openai-client/options-organization',
  timeout: 'no-azure-openai-client/options-spread-local',
  webhookSecret: 'no-azure-openai-client/options-organization',
} as const satisfies Record<ClientOption, string>;

/** For each way to get at the SDK that Node.js can run, a fixture that is replayed with it. */
export const importFixtures = {
  "import { AzureOpenAI } from 'openai'": 'no-azure-openai-client/import-named',
  "import { AzureOpenAI as AzureClient } from 'openai'": 'no-azure-openai-client/import-aliased',
  "import { AzureOpenAI, OpenAI } from 'openai'": 'no-azure-openai-client/import-beside-named',
  "import { APIError, AzureOpenAI, toFile } from 'openai'": 'no-azure-openai-client/import-among-others',
  "import OpenAI, { AzureOpenAI } from 'openai'": 'no-azure-openai-client/import-beside-default',
  "import OpenAIClient, { AzureOpenAI } from 'openai'": 'no-azure-openai-client/import-beside-renamed-default',
  "import OpenAI from 'openai';\nimport { AzureOpenAI } from 'openai'":
    'no-azure-openai-client/import-default-elsewhere',
  "import type OpenAI from 'openai';\nimport { AzureOpenAI } from 'openai'":
    'no-azure-openai-client/name-clash-type-import',
  "import * as openai from 'openai'": 'no-azure-openai-client/import-namespace',
  "from 'openai/azure'": 'no-azure-openai-client/import-subpath',
  "const { AzureOpenAI } = await import('openai')": 'no-azure-openai-client/import-dynamic',
  "await import('openai').then(({ AzureOpenAI })": 'no-azure-openai-client/trap-dyn-import-then',
  "import openai = require('openai')": 'no-azure-openai-client/import-equals',
  "const { AzureOpenAI } = require('openai')": 'no-azure-openai-client/require-destructured',
  "const { AzureOpenAI: Client } = require('openai')": 'no-azure-openai-client/require-destructured-renamed',
  "const openai = require('openai');\nconst { AzureOpenAI } = openai":
    'no-azure-openai-client/require-then-destructured',
  "const AzureOpenAI = require('openai').AzureOpenAI": 'no-azure-openai-client/require-member',
  "const openai = require('openai')": 'no-azure-openai-client/require-namespace',
  "import OpenAI from 'openai'": 'no-azure-openai-client/old-pattern-literal',
} as const;

/** For each other shape of program that must be replayed, a fixture and words that it holds. */
export const shapeFixtures = {
  'a raw request': ['no-deployment-url/plain-literal', 'await fetch('],
  'a raw request with a stream': ['no-deployment-url/api-version-from-env', 'stream: true'],
  'a raw request with a form': ['no-deployment-url/form-data-transcription', 'new FormData()'],
  'node-fetch': ['no-deployment-url/javascript-double-quotes', 'require("node-fetch")'],
  'axios.post': ['no-deployment-url/axios-post-params', 'axios.post('],
  'axios with one object': ['no-deployment-url/axios-request-object', 'axios({'],
  got: ['no-deployment-url/got-json-search-params', '.post('],
  'the pattern from before AzureOpenAI': ['no-azure-openai-client/old-pattern-template', '/openai/deployments/'],
  'a streamed chat': ['no-azure-openai-client/stream-with-usage', 'stream: true'],
  'a streamed response': ['no-azure-openai-client/stream-responses', 'stream: true'],
  'a stream helper': ['no-azure-openai-client/model-methods', '.stream('],
  'tools that run': ['no-azure-openai-client/model-run-tools', '.runTools('],
  'several tokens': ['no-azure-openai-client/token-provider-calls', 'for (const content of'],
} as const;

/** Why a fixture that changes is not replayed. */
export const unreplayedFixtures: Readonly<Record<string, string>> = {
  'no-azure-openai-client/import-esm-sh': 'Deno imports from URLs, Node.js does not',
  'no-azure-openai-client/import-inline-type': 'only a type changes',
  'no-azure-openai-client/import-npm-specifier': 'Deno imports `npm:`, Node.js does not',
  'no-azure-openai-client/import-type-only': 'only a type changes',
  'no-azure-openai-client/jsdoc-import-type': 'only a type changes',
  'no-azure-openai-client/model-factory-async': 'it reads its key from an absolute path',
  'no-azure-openai-client/options-browser': 'it needs a bundler that gives `import.meta.env`',
  'no-azure-openai-client/sdk-major': 'its edits take another release, as the project entra-id-bump shows',
  'no-azure-openai-client/sdk-major-elsewhere': 'its edits take another release, as the project entra-id-bump shows',
  'no-azure-openai-client/sdk-major-unused': 'its edits take another release, as the project entra-id-bump shows',
  'no-azure-openai-client/sdk-minor': 'its edits take another release, as the project entra-id-bump shows',
  'no-azure-openai-client/trap-custom-fetch': 'it prints how long a request took',
  'no-azure-openai-client/types-exported': 'only a type changes',
  'no-azure-openai-client/types-import-type-subpath': 'only a type changes',
  'no-azure-openai-client/types-injected': 'only a type changes',
  'no-azure-openai-client/types-member': 'only a type changes',
  'no-azure-openai-client/types-options-nested': 'only a type changes',
  'no-azure-openai-client/types-options-only': 'only a type changes',
  'no-azure-openai-client/types-options-passed': 'only a type changes',
  'no-azure-openai-client/types-union-only': 'only a type changes',
};

/** The rule whose fixtures are tests of programs that are not there, so that they send no request. */
export const ruleOfTests = 'no-legacy-test-double';
