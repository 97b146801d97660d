import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../../source-module.ts';
import { collectSdkUse, type SdkUse } from '../sdk-use.ts';
import { judgeConstructorArguments } from './constructor-arguments.ts';
import { findConstructorSpies } from './constructor-spy.ts';
import { importedModules } from './imports-module.ts';
import { judgeMockedPackage } from './mocked-package.ts';
import { collectModuleMocks, loadedModules } from './module-mock.ts';
import { judgeRequestDoubles } from './request-doubles.ts';
import type { TestDouble } from './test-double.ts';

/** The test doubles of a file. */
export interface TestDoubles {
  /** In the order of the text. */
  readonly mocks: readonly TestDouble[];
  /** Modules that the file names, the code under test among them; none where there is no test double. */
  readonly subjects: readonly string[];
  /** It puts something in the place of `AzureOpenAI`, or of the whole package. */
  readonly mocksPackage: boolean;
  /** Names and URLs that belong to test doubles, and to no client or request. */
  readonly claimed: ReadonlySet<TSESTree.Node>;
}

/** Finds the test doubles of a module that speak of the legacy API. */
export function testDoublesOf(module: SourceModule): TestDoubles {
  return collectTestDoubles(module, collectSdkUse(module));
}

const cache = new WeakMap<SourceModule['ast'], TestDoubles>();

/** The same where the names of the package are known already. */
export function collectTestDoubles(module: SourceModule, use: SdkUse): TestDoubles {
  let doubles = cache.get(module.ast);
  if (doubles === undefined) cache.set(module.ast, (doubles = collect(module, use)));
  return doubles;
}

function collect(module: SourceModule, use: SdkUse): TestDoubles {
  const mocks = collectModuleMocks(module, use.bindings);
  const mocked = judgeMockedPackage(module, use, mocks);
  const requests = judgeRequestDoubles(module);
  const spies = findConstructorSpies(module, use.references, mocks);
  const built = mocks.length + use.references.length > 0 ? judgeConstructorArguments(module, spies) : [];
  const all = [...mocked.doubles, ...built, ...requests.doubles];
  return {
    mocks: all.toSorted((a, b) => a.node.range[0] - b.node.range[0]),
    subjects: all.length > 0 ? [...new Set([...importedModules(module), ...loadedModules(module)])] : [],
    mocksPackage: mocks.some(({ provides }) => provides === 'automatic' || provides.length > 0),
    claimed: new Set([...mocked.claimed, ...requests.claimed]),
  };
}
