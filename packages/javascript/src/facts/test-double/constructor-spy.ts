import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../../source-module.ts';
import { isClass, isFunction, staticName, unwrap } from '../../syntax/nodes.ts';
import { constantInit, findVariable, type Variable } from '../../syntax/scope.ts';
import { walk } from '../../syntax/walk.ts';
import type { OpenAIReference } from '../openai-references.ts';
import type { ModuleMock } from './module-mock.ts';
import { originOf } from './origin.ts';
import { legacyClass, plainClass } from './provided-class.ts';

/** Answers which expressions of a test file stand for the mocked constructor, or for a function that it calls. */
export interface ConstructorSpies {
  /** The mock itself: what it was called with are the client's options. */
  isSpy(expression: TSESTree.Node): boolean;
  /** One set of options that the constructor was called with: `spy.mock.calls[0][0]`. */
  isOptions(expression: TSESTree.Node): boolean;
}

/** Finds the stand-ins of the classes of the `openai` package in a file. */
export function findConstructorSpies(
  module: SourceModule,
  references: readonly OpenAIReference[],
  mocks: readonly ModuleMock[],
): ConstructorSpies {
  const classes = new Set<TSESTree.Node>(
    references.flatMap(({ exported, node }) => (exported === legacyClass || exported === plainClass ? [node] : [])),
  );
  const provided = mocks.flatMap(({ provides }) => (typeof provides === 'string' ? [] : provides));
  const standIns = provided.flatMap(({ value, plain, fallback }) => [value, plain, fallback]);
  const recorders = standIns.flatMap((standIn) => (standIn ? recordersIn(module, standIn) : []));
  // `const built = sinon.stub(openai, 'AzureOpenAI')`
  const stubs = new Set(provided.map(({ node }) => node.parent));
  const isSpy = (expression: TSESTree.Node, depth = 0): boolean => {
    const node = unwrap(expression);
    if (depth > 8) return false;
    if (classes.has(node) || recorders.some((recorder) => isSameRecorder(recorder, recorderOf(module, node))))
      return true;
    if (node.type === 'CallExpression')
      return stubs.has(node) || givesSpy(module, node, (inner) => isSpy(inner, depth + 1));
    const init = node.type === 'Identifier' ? constantInit(findVariable(module, node)) : undefined;
    return init !== undefined && isSpy(init, depth + 1);
  };
  return { isSpy: (node) => isSpy(node), isOptions: (node) => isOptions(module, node, isSpy, 0) };
}

/** A variable, or a property of one: `azureCtor`, `mocks.azureCtor`. */
interface Recorder {
  readonly variable: Variable;
  readonly name: string | undefined;
}

function recorderOf(module: SourceModule, expression: TSESTree.Node): Recorder | undefined {
  const node = unwrap(expression);
  if (node.type === 'Identifier') {
    const variable = findVariable(module, node);
    return variable && { variable, name: undefined };
  }
  const owner = node.type === 'MemberExpression' ? recorderOf(module, node.object) : undefined;
  const name = node.type === 'MemberExpression' ? staticName(node) : undefined;
  return owner && owner.name === undefined && name !== undefined ? { variable: owner.variable, name } : undefined;
}

function isSameRecorder(a: Recorder, b: Recorder | undefined): boolean {
  return a.variable === b?.variable && a.name === b.name;
}

/** The stand-in where it has a name, else what it hands its own arguments on to. */
function recordersIn(module: SourceModule, standIn: TSESTree.Node): readonly Recorder[] {
  const named = recorderOf(module, standIn);
  const declared = named?.name === undefined ? declarationOf(named?.variable) : undefined;
  if (named) return [named, ...(declared ? recordersIn(module, declared) : [])];
  return [...walk(standIn)].flatMap((node) => {
    if (node.type !== 'CallExpression') return [];
    const [first] = node.arguments;
    const passed = first?.type === 'SpreadElement' ? first.argument : first;
    const recorder =
      passed && isConstructorParameter(module, passed, standIn) ? recorderOf(module, node.callee) : undefined;
    return recorder ? [recorder] : [];
  });
}

/** The class or function that a name stands for. */
function declarationOf(variable: Variable | undefined): TSESTree.Node | undefined {
  const node = constantInit(variable) ?? variable?.defs[0]?.node;
  return node && (isClass(node) || isFunction(node)) ? node : undefined;
}

/** A parameter of a class's constructor, or of the function that is called in its place. */
function isConstructorParameter(module: SourceModule, node: TSESTree.Node, standIn: TSESTree.Node): boolean {
  const definition = node.type === 'Identifier' ? findVariable(module, node)?.defs[0] : undefined;
  if (definition?.type !== 'Parameter') return false;
  const owner = definition.node;
  const { parent } = owner;
  if (!isFunction(owner)) return false;
  if (owner === standIn || (parent.type === 'MethodDefinition' && parent.kind === 'constructor')) return true;
  // `vi.fn((options) => …)`, `vi.fn().mockImplementation((options) => …)`
  return parent.type === 'CallExpression' && !isClass(unwrap(standIn));
}

/** `vi.mocked(X)` is `X`, and `X.returns(…)` is as well. */
function givesSpy(
  module: SourceModule,
  { callee, arguments: [first] }: TSESTree.CallExpression,
  isSpy: (node: TSESTree.Node) => boolean,
): boolean {
  if (first && /(?:^|\.)mocked$/.test(originOf(module, callee)?.name ?? '')) return isSpy(first);
  if (callee.type !== 'MemberExpression') return false;
  return /^(?:returns|callsFake|mock[A-Z])/.test(staticName(callee) ?? '') && isSpy(callee.object);
}

/** `spy.mock.calls[0][0]`, `spy.mock.lastCall?.[0]`, `stub.firstCall.args[0]`, or a constant that holds it. */
function isOptions(
  module: SourceModule,
  expression: TSESTree.Node,
  isSpy: (node: TSESTree.Node) => boolean,
  depth: number,
): boolean {
  const node = unwrap(expression);
  if (node.type === 'Identifier' && depth < 8) {
    const init = constantInit(findVariable(module, node));
    return init !== undefined && isOptions(module, init, isSpy, depth + 1);
  }
  if (node.type !== 'MemberExpression' || !node.computed) return false;
  if (node.property.type !== 'Literal' || node.property.value !== 0) return false;
  return isArguments(module, node.object, isSpy, depth);
}

function isArguments(
  module: SourceModule,
  expression: TSESTree.Node,
  isSpy: (node: TSESTree.Node) => boolean,
  depth: number,
): boolean {
  const node = unwrap(expression);
  if (node.type === 'Identifier' && depth < 8) {
    const init = constantInit(findVariable(module, node));
    return init !== undefined && isArguments(module, init, isSpy, depth + 1);
  }
  if (node.type === 'CallExpression')
    return node.callee.type === 'MemberExpression' && isArguments(module, node.callee, isSpy, depth);
  if (node.type !== 'MemberExpression') return false;
  const name = node.computed ? undefined : staticName(node);
  if (name === 'mock') return isSpy(node.object);
  if (/^(?:args|firstCall|lastCall|calls|getCall|arguments|at)$/.test(name ?? 'calls'))
    return isSpy(node.object) || isArguments(module, node.object, isSpy, depth);
  return false;
}
