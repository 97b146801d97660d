import type { Cited } from './citations.ts';

/** A function that takes a client and returns the same client, instrumented. */
export interface ClientWrapper extends Cited {
  readonly module: string;
  readonly name: string;
}

/** Known instrumenting functions, sorted by module and name. */
export const clientWrappers = [
  { module: '@langfuse/openai', name: 'observeOpenAI', source: 'langfuse' },
  { module: '@sentry/astro', name: 'instrumentOpenAiClient', source: 'sentry' },
  { module: '@sentry/browser', name: 'instrumentOpenAiClient', source: 'sentry' },
  { module: '@sentry/cloudflare', name: 'instrumentOpenAiClient', source: 'sentry' },
  { module: '@sentry/deno', name: 'instrumentOpenAiClient', source: 'sentry' },
  { module: '@sentry/nextjs', name: 'instrumentOpenAiClient', source: 'sentry' },
  { module: '@sentry/node', name: 'instrumentOpenAiClient', source: 'sentry' },
  { module: '@sentry/nuxt', name: 'instrumentOpenAiClient', source: 'sentry' },
  { module: 'braintrust', name: 'wrapOpenAI', source: 'braintrust' },
  { module: 'langfuse', name: 'observeOpenAI', source: 'langfuse' },
  { module: 'langsmith/wrappers', name: 'wrapOpenAI', source: 'langsmith' },
  { module: 'langsmith/wrappers', name: 'wrapSDK', source: 'langsmith' },
  { module: 'langsmith/wrappers/openai', name: 'wrapOpenAI', source: 'langsmith' },
  { module: 'opik-openai', name: 'trackOpenAI', source: 'opik' },
  { module: 'weave', name: 'wrapOpenAI', source: 'weave' },
] as const satisfies readonly ClientWrapper[];

/** The wrapper of that module and name. */
export function findClientWrapper(module: string, name: string): ClientWrapper | undefined {
  return clientWrappers.find((wrapper) => wrapper.module === module && wrapper.name === name);
}
