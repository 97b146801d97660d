import type { Cited } from './citations.ts';

/** A function that takes an object with a property for each environment variable and checks them. */
export interface EnvironmentSchema extends Cited {
  readonly module: string;
  readonly name: string;
  /** Whether it refuses variables that the object does not name, so that one that is taken out may make it fail. */
  readonly isClosed: boolean;
}

/** Known functions of this kind, sorted by module and name. */
export const environmentSchemas = [
  { module: '@hapi/joi', name: 'object', isClosed: true, source: 'public-code' },
  { module: '@t3-oss/env-core', name: 'createEnv', isClosed: false, source: 'public-code' },
  { module: '@t3-oss/env-nextjs', name: 'createEnv', isClosed: false, source: 'public-code' },
  { module: '@t3-oss/env-nuxt', name: 'createEnv', isClosed: false, source: 'public-code' },
  { module: 'envalid', name: 'cleanEnv', isClosed: false, source: 'public-code' },
  { module: 'envsafe', name: 'envsafe', isClosed: false, source: 'public-code' },
  { module: 'joi', name: 'object', isClosed: true, source: 'public-code' },
  { module: 'znv', name: 'parseEnv', isClosed: false, source: 'public-code' },
  { module: 'zod', name: 'looseObject', isClosed: false, source: 'public-code' },
  { module: 'zod', name: 'object', isClosed: false, source: 'public-code' },
  { module: 'zod', name: 'strictObject', isClosed: true, source: 'public-code' },
  { module: 'zod/v4', name: 'object', isClosed: false, source: 'public-code' },
] as const satisfies readonly EnvironmentSchema[];

/** The function of that module and name. */
export function findEnvironmentSchema(module: string, name: string): EnvironmentSchema | undefined {
  return environmentSchemas.find((schema) => schema.module === module && schema.name === name);
}
