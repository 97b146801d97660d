import type { Cited } from './citations.ts';

/** How a call that replaces a module says what the module gives from then on. */
export type ReplacementForm =
  /** The second argument is a function that returns the exports; without one, every export becomes a mock. */
  | 'factory'
  /** The second argument is the exports, a third one the default export. */
  | 'exports'
  /** The second argument holds the exports as `namedExports` and `defaultExport`, or as `exports`. */
  | 'options'
  /** The second argument holds the exports of each module by its name; the first names the module under test. */
  | 'modules'
  /** The first argument is a module's object, the second the name of the export that is replaced. */
  | 'member';

interface ModuleMock extends Cited {
  readonly module: string;
  /** What the module exports and how the call goes on from there; empty for the module itself. */
  readonly name: string;
  readonly form: ReplacementForm;
}

/** Functions of test libraries that replace a module or an export, sorted by module, name and form. */
export const moduleMocks = [
  { module: '@jest/globals', name: 'jest.doMock', form: 'factory', source: 'jest' },
  { module: '@jest/globals', name: 'jest.mock', form: 'factory', source: 'jest' },
  { module: '@jest/globals', name: 'jest.replaceProperty', form: 'member', source: 'jest' },
  { module: '@jest/globals', name: 'jest.setMock', form: 'exports', source: 'jest' },
  { module: '@jest/globals', name: 'jest.spyOn', form: 'member', source: 'jest' },
  { module: '@jest/globals', name: 'jest.unstable_mockModule', form: 'factory', source: 'jest' },
  { module: 'bun:test', name: 'jest.mock', form: 'factory', source: 'bun-test' },
  { module: 'bun:test', name: 'mock.module', form: 'factory', source: 'bun-test' },
  { module: 'bun:test', name: 'spyOn', form: 'member', source: 'bun-test' },
  { module: 'bun:test', name: 'vi.mock', form: 'factory', source: 'bun-test' },
  { module: 'esmock', name: '', form: 'modules', source: 'esmock' },
  { module: 'esmock', name: 'p', form: 'modules', source: 'esmock' },
  { module: 'mock-require', name: '', form: 'exports', source: 'mock-require' },
  { module: 'node:test', name: 'context.mock.method', form: 'member', source: 'node-test' },
  { module: 'node:test', name: 'context.mock.module', form: 'options', source: 'node-test' },
  { module: 'node:test', name: 'mock.method', form: 'member', source: 'node-test' },
  { module: 'node:test', name: 'mock.module', form: 'options', source: 'node-test' },
  { module: 'proxyquire', name: '', form: 'modules', source: 'proxyquire' },
  { module: 'proxyquire', name: 'load', form: 'modules', source: 'proxyquire' },
  { module: 'quibble', name: '', form: 'exports', source: 'testdouble' },
  { module: 'quibble', name: 'esm', form: 'exports', source: 'testdouble' },
  { module: 'rewiremock', name: 'proxy', form: 'modules', source: 'rewiremock' },
  { module: 'sinon', name: 'replace', form: 'member', source: 'sinon' },
  { module: 'sinon', name: 'spy', form: 'member', source: 'sinon' },
  { module: 'sinon', name: 'stub', form: 'member', source: 'sinon' },
  { module: 'testdouble', name: 'replace', form: 'exports', source: 'testdouble' },
  { module: 'testdouble', name: 'replace', form: 'member', source: 'testdouble' },
  { module: 'testdouble', name: 'replaceEsm', form: 'exports', source: 'testdouble' },
  { module: 'vitest', name: 'vi.doMock', form: 'factory', source: 'vitest' },
  { module: 'vitest', name: 'vi.mock', form: 'factory', source: 'vitest' },
  { module: 'vitest', name: 'vi.spyOn', form: 'member', source: 'vitest' },
] as const satisfies readonly ModuleMock[];

/** The ways in which a function of a test library replaces a module. */
export function findModuleMocks(module: string, name: string): readonly ReplacementForm[] {
  return moduleMocks.filter((row) => row.module === module && row.name === name).map(({ form }) => form);
}
