import { findModuleMocks, type ReplacementForm } from '@azure-openai-v1/knowledge';
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../../source-module.ts';
import { nodesOfType } from '../../syntax/node-index.ts';
import { isFunction, literalText, rangeOf, staticName, unwrap } from '../../syntax/nodes.ts';
import { findProperty } from '../../syntax/object-literal.ts';
import { findVariable, type Variable } from '../../syntax/scope.ts';
import type { OpenAIBinding } from '../openai-bindings.ts';
import { parseOpenAISpecifier } from '../openai-specifier.ts';
import { exportsObject, factoryExports } from './factory-exports.ts';
import { importsModule } from './imports-module.ts';
import { manualMock } from './manual-mock.ts';
import { originOf, parameter, type Origin } from './origin.ts';
import { legacyClass, plainClass, providedByObject, type ProvidedClass } from './provided-class.ts';

/** A place where a test file, or a file of mocks, replaces the `openai` package or an export of it. */
export interface ModuleMock {
  /** What names the package or the export. */
  readonly node: TSESTree.Node;
  /** Where it provides `AzureOpenAI`; `automatic` where every export is replaced by a mock of itself. */
  readonly provides: readonly ProvidedClass[] | 'automatic' | 'unknown';
}

/** Finds what a file puts in place of the `openai` package. */
export function collectModuleMocks(module: SourceModule, bindings: readonly OpenAIBinding[]): readonly ModuleMock[] {
  if (!module.text.includes(legacyClass)) return [];
  const calls = nodesOfType(module, 'CallExpression').flatMap((call) => [...readCall(module, call, bindings)]);
  const manual = manualMock(module);
  // What is not written out may be the class where the file has that name, and else anything.
  const readable = calls.filter(({ provides }) => provides !== 'unknown' || namesClass(module));
  return [...(manual.length > 0 ? [{ node: module.ast, provides: manual }] : []), ...readable];
}

function namesClass(module: SourceModule): boolean {
  return (
    nodesOfType(module, 'Identifier').some(({ name }) => name === legacyClass) ||
    nodesOfType(module, 'Literal').some(({ value }) => value === legacyClass)
  );
}

function* readCall(
  module: SourceModule,
  call: TSESTree.CallExpression,
  bindings: readonly OpenAIBinding[],
): Generator<ModuleMock> {
  const origin = call.arguments.length > 0 ? originOf(module, call.callee) : undefined;
  if (!origin) return;
  yield* rewiremock(module, call, origin);
  for (const form of formsOf(module, origin)) yield* readers[form](module, call, bindings);
}

/** Calls that only configure a library return the same functions again. */
const configured: ReadonlyMap<string, RegExp> = new Map([
  ['proxyquire', /^(?:\w+\(\)\.?)+/],
  ['sinon', /^(?:createSandbox|sandbox\.create)\(\)\./],
]);

function formsOf(module: SourceModule, { module: source, name }: Origin): readonly ReplacementForm[] {
  if (source === parameter)
    return importsModule(module, ['node:test']) ? findModuleMocks('node:test', `context.${name}`) : [];
  const pattern = configured.get(source);
  return findModuleMocks(source, pattern ? name.replace(pattern, '') : name);
}

/** The modules under test that libraries such as proxyquire load with other modules in place of their own. */
export function loadedModules(module: SourceModule): readonly string[] {
  return nodesOfType(module, 'CallExpression').flatMap(({ callee, arguments: [path, stubs] }) => {
    const name = path && stubs && literalText(path);
    const origin = name === undefined ? undefined : originOf(module, callee);
    return name !== undefined && origin && formsOf(module, origin).includes('modules') ? [name] : [];
  });
}

type Reader = (
  module: SourceModule,
  call: TSESTree.CallExpression,
  bindings: readonly OpenAIBinding[],
) => readonly ModuleMock[];

const readers: Readonly<Record<ReplacementForm, Reader>> = {
  factory: (module, { arguments: [name, factory] }) => {
    if (!name || !namesPackage(name)) return [];
    // An object is a set of options, such as `{ spy: true }`.
    if (!factory || exportsObject(module, factory)) return [{ node: name, provides: 'automatic' }];
    return [{ node: name, provides: providedByAll(module, factoryExports(module, factory)) }];
  },
  exports: (module, { arguments: [name, value, fallback] }) => {
    if (!name || !namesPackage(name)) return [];
    if (!value) return [{ node: name, provides: 'automatic' }];
    const object = exportsObject(module, value);
    return [{ node: name, provides: object ? providedByObject(module, object, fallback) : 'unknown' }];
  },
  options: (module, { arguments: [name, value] }) => {
    if (!name || !namesPackage(name)) return [];
    const options = value && exportsObject(module, value);
    const named = options && (findProperty(options, 'namedExports') ?? findProperty(options, 'exports'));
    const object = named && exportsObject(module, named.value);
    if (!options || (named && !object)) return [{ node: name, provides: 'unknown' }];
    const fallback = findProperty(options, 'defaultExport')?.value;
    return [{ node: name, provides: object ? providedByObject(module, object, fallback) : [] }];
  },
  modules: (module, { arguments: stubs }) =>
    stubs.slice(1).flatMap((stub) => {
      const object = exportsObject(module, stub);
      return (object?.properties ?? []).flatMap<ModuleMock>((property) => {
        if (property.type !== 'Property' || !parseOpenAISpecifier(staticName(property) ?? '')) return [];
        const value = exportsObject(module, property.value);
        return [{ node: property.key, provides: value ? providedByObject(module, value) : 'unknown' }];
      });
    }),
  member: (module, { arguments: [target, name] }, bindings) => {
    if (!target || !name || literalText(name) !== legacyClass) return [];
    const object = unwrap(target);
    const variable = object.type === 'Identifier' ? findVariable(module, object) : undefined;
    const isPackage = bindings.some((binding) => binding.exported === '*' && binding.variable === variable);
    return variable && isPackage ? [{ node: name, provides: [providedByText(module, name, variable)] }] : [];
  },
};

function providedByAll(
  module: SourceModule,
  objects: readonly TSESTree.ObjectExpression[] | undefined,
): ModuleMock['provides'] {
  return objects?.flatMap((object) => providedByObject(module, object)) ?? 'unknown';
}

/** `stub(openai, 'AzureOpenAI')` */
function providedByText(module: SourceModule, node: TSESTree.Node, target: Variable): ProvidedClass {
  const quote = module.text.charAt(node.range[0]);
  const others = nodesOfType(module, 'CallExpression').flatMap(({ arguments: [object, name] }) =>
    object && name && literalText(name) === plainClass && findVariable(module, unwrap(object)) === target ? [name] : [],
  );
  return {
    node,
    value: undefined,
    plain: others[0],
    fallback: undefined,
    rename: [{ range: rangeOf(node), text: `${quote}${plainClass}${quote}` }],
    remove: [],
  };
}

/** `rewiremock('openai').with({ … })` */
function rewiremock(
  module: SourceModule,
  { callee, arguments: [value] }: TSESTree.CallExpression,
  { module: source, name }: Origin,
): readonly ModuleMock[] {
  if (!/^rewiremock(?:\/node|\/webpack)?$/.test(source) || !/^\(\)\.(?:with|by)$/.test(name)) return [];
  const owner = callee.type === 'MemberExpression' ? unwrap(callee.object) : undefined;
  const specifier = owner?.type === 'CallExpression' ? owner.arguments[0] : undefined;
  const named = specifier && isFunction(specifier) ? unwrap(specifier.body) : specifier;
  if (!named || !value || !namesPackage(named)) return [];
  const object = exportsObject(module, value);
  return [{ node: named, provides: object ? providedByObject(module, object) : 'unknown' }];
}

/** `'openai'`, `import('openai')` */
function namesPackage(node: TSESTree.Node): boolean {
  const source = node.type === 'ImportExpression' ? node.source : node;
  return parseOpenAISpecifier(literalText(source) ?? '') !== undefined;
}
