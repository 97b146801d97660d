/** What a fact rests on: a document or a package with its version, and its date, or the day it was read where it bears none. */
export interface Citation {
  readonly title: string;
  readonly date: string;
}

/** Every source that a row of this package names. */
export const citations = {
  'api-lifecycle': { title: 'azure-ai-docs@0d830ad3, API version lifecycle', date: '2026-03-19' },
  'api-management': { title: 'API Management documentation, importing Azure OpenAI APIs', date: '2026-11-20' },
  'api-version-list': {
    title:
      'azure-rest-api-specs@0d206cf8, AzureOpenAI/inference/readme.md and authoring/preview; openai-java, AzureOpenAIServiceVersion.kt',
    date: '2026-11-20',
  },
  'api-version-retirements': {
    title: 'Azure OpenAI documentation, API version deprecation (2024 copy)',
    date: '2026-11-20',
  },
  'axios-mock-adapter': { title: 'npm axios-mock-adapter 2.1.0, README and type declarations', date: '2026-11-20' },
  braintrust: { title: 'Braintrust SDK reference, wrapOpenAI', date: '2026-11-20' },
  'bun-test': { title: 'Bun reference, bun:test', date: '2026-11-20' },
  esmock: { title: 'npm esmock, README', date: '2026-11-20' },
  'fetch-mock': { title: 'npm fetch-mock 12.5.2, Matchers; fetch-mock 9.7.0, matchers', date: '2026-11-20' },
  'inference-migration': { title: 'azure-ai-docs, model inference migration, JavaScript', date: '2026-03-19' },
  jest: { title: 'Jest documentation, The Jest Object', date: '2026-11-20' },
  'jest-fetch-mock': { title: 'npm jest-fetch-mock and vitest-fetch-mock, README', date: '2026-11-20' },
  langfuse: { title: 'Langfuse documentation, OpenAI SDK integration for JavaScript', date: '2026-11-20' },
  langsmith: { title: 'LangSmith SDK reference, wrappers', date: '2026-11-20' },
  'legacy-inference': {
    title: 'azure-rest-api-specs@b2f7419, AzureOpenAI/inference/preview/2025-04-01-preview/inference.yaml',
    date: '2026-11-20',
  },
  'legacy-resources': {
    title: 'Azure-Samples/AI-Gateway@561d719, 2025-03-01-preview inference specification',
    date: '2026-11-20',
  },
  'luna-report': { title: 'itzcrazykns/vane#1173', date: '2026-11-20' },
  'max-tokens-reports': { title: 'Zackriya-Solutions/meetily#364', date: '2026-11-20' },
  'mock-require': { title: 'npm mock-require, README', date: '2026-11-20' },
  'model-overview': {
    title: 'azure-ai-docs, ai-services/openai/concepts/models.md (read in excerpts)',
    date: '2024-09-09',
  },
  msw: { title: 'Mock Service Worker documentation, http', date: '2026-11-20' },
  nock: { title: 'npm nock 14, README', date: '2026-11-20' },
  'node-releases': { title: 'Node.js releases, `process.release.lts`', date: '2026-11-20' },
  'node-test': { title: 'Node.js documentation, Test runner, mock.module', date: '2026-11-20' },
  'on-your-data': { title: 'Azure OpenAI documentation, use your data (retired 2026-10-14)', date: '2026-11-20' },
  'openai-node-guide': { title: 'openai/openai-node@7b7d6ca, docs/azure.md and MIGRATION.md', date: '2026-11-20' },
  'openai-node-package': { title: 'npm openai 4.20.0 to 7.55.0, sources and observed requests', date: '2026-11-20' },
  opik: { title: 'npm opik-openai 1.0.2, type declarations', date: '2026-11-20' },
  precaution: { title: 'No document: a precaution that leaves code as it is', date: '2026-11-20' },
  proxyquire: { title: 'npm proxyquire, README', date: '2026-11-20' },
  'public-code': { title: 'Surveys of public repositories that use Azure OpenAI', date: '2026-11-20' },
  'reasoning-2025-01': {
    title: 'azure-ai-docs@07b79581, ai-services/openai/how-to/reasoning.md',
    date: '2025-01-30',
  },
  'reasoning-2025-08': { title: 'azure-ai-docs@04973be0, ai-foundry/openai/how-to/reasoning.md', date: '2025-08-15' },
  'reasoning-2026-02': { title: 'azure-ai-docs@0d126d3a, foundry/openai/how-to/reasoning.md', date: '2026-02-24' },
  rewiremock: { title: 'npm rewiremock 3.14.6, README', date: '2026-11-20' },
  sentry: {
    title: 'Sentry documentation, OpenAI integration for JavaScript; npm @sentry/node 11.12.0',
    date: '2026-11-20',
  },
  sinon: { title: 'Sinon.JS documentation, Stubs, Spies and Sandbox', date: '2026-11-20' },
  testdouble: {
    title: 'npm testdouble 3.20.2, README and docs/7-replacing-dependencies.md; npm quibble',
    date: '2026-11-20',
  },
  'tolerated-values': {
    title: 'Service message “Only the default (1) value is supported”; reports of accepted default values',
    date: '2026-11-20',
  },
  undici: { title: 'undici documentation, MockAgent and MockPool', date: '2026-11-20' },
  'v1-operations': {
    title: 'azure-rest-api-specs@a6943a92, OpenAI.v1/azure-v1-v1-generated.json',
    date: '2026-11-20',
  },
  'v1-preview': {
    title: 'azure-ai-docs@0a9685ac, foundry/openai/includes/api-versions/new-inference-preview.md',
    date: '2026-11-20',
  },
  'v1-reference': { title: 'azure-ai-docs, v1 REST reference', date: '2026-03-19' },
  vitest: { title: 'Vitest documentation, Vi', date: '2026-11-20' },
  weave: { title: 'Weave TypeScript SDK reference, wrapOpenAI', date: '2026-11-20' },
} as const satisfies Record<string, Citation>;

/** A row that names the source it rests on. */
export interface Cited {
  readonly source: keyof typeof citations;
}
