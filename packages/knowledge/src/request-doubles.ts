import type { Cited } from './citations.ts';

interface RequestDouble extends Cited {
  readonly module: string;
  /** The methods that say which request is answered; empty where every one does that takes a URL. */
  readonly methods: readonly string[];
  /** The URL is the first argument, or a property of it. */
  readonly url: 'argument' | 'property';
}

/** Libraries that answer requests in a test's place, sorted by module. */
export const requestDoubles = [
  { module: '@fetch-mock/jest', methods: [], url: 'argument', source: 'fetch-mock' },
  { module: '@fetch-mock/vitest', methods: [], url: 'argument', source: 'fetch-mock' },
  {
    module: 'axios-mock-adapter',
    methods: ['onAny', 'onDelete', 'onGet', 'onHead', 'onOptions', 'onPatch', 'onPost', 'onPut'],
    url: 'argument',
    source: 'axios-mock-adapter',
  },
  { module: 'cloudflare:test', methods: ['intercept'], url: 'property', source: 'undici' },
  { module: 'fetch-mock', methods: [], url: 'argument', source: 'fetch-mock' },
  { module: 'fetch-mock-jest', methods: [], url: 'argument', source: 'fetch-mock' },
  { module: 'jest-fetch-mock', methods: [], url: 'argument', source: 'jest-fetch-mock' },
  {
    module: 'msw',
    methods: ['all', 'delete', 'get', 'head', 'options', 'patch', 'post', 'put'],
    url: 'argument',
    source: 'msw',
  },
  {
    module: 'nock',
    methods: ['delete', 'get', 'head', 'intercept', 'merge', 'options', 'patch', 'post', 'put'],
    url: 'argument',
    source: 'nock',
  },
  { module: 'undici', methods: ['intercept'], url: 'property', source: 'undici' },
  { module: 'vitest-fetch-mock', methods: [], url: 'argument', source: 'jest-fetch-mock' },
] as const satisfies readonly RequestDouble[];

/** The library of a module that answers requests, if the module is one. */
export function findRequestDouble(module: string): RequestDouble | undefined {
  return requestDoubles.find((row) => row.module === module);
}
