import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../source-module.ts';
import { nodesOfType } from '../syntax/node-index.ts';
import { isFunction, literalText, staticName, unwrap } from '../syntax/nodes.ts';
import { findVariable, type Variable } from '../syntax/scope.ts';
import { parseOpenAISpecifier, type OpenAISpecifier } from './openai-specifier.ts';
import { originOf } from './test-double/origin.ts';

/** How a name of the SDK came into the file. */
export type BindingForm =
  /** `import { AzureOpenAI } from 'openai'` */
  | { readonly kind: 'import-named'; readonly node: TSESTree.ImportSpecifier }
  /** `import OpenAI from 'openai'` */
  | { readonly kind: 'import-default'; readonly node: TSESTree.ImportDefaultSpecifier }
  /** `import * as openai from 'openai'`, `const openai = require('openai')`, `import openai = require('openai')` */
  | { readonly kind: 'namespace'; readonly node: TSESTree.Node }
  /** `const { AzureOpenAI } = require('openai')` or `= await import('openai')` */
  | { readonly kind: 'pattern'; readonly node: TSESTree.Property }
  /** `const AzureOpenAI = require('openai').AzureOpenAI` */
  | { readonly kind: 'member'; readonly node: TSESTree.MemberExpression };

/** A local name for something that the `openai` package exports. */
export interface OpenAIBinding {
  readonly form: BindingForm;
  /** The name in the package; `*` for the whole module. */
  readonly exported: string;
  readonly variable: Variable;
  readonly specifier: OpenAISpecifier;
  /** The string literal that names the package. */
  readonly source: TSESTree.Node;
  /** Erased by TypeScript, so no value can be made of it. */
  readonly isTypeOnly: boolean;
}

/** Finds every local name that stands for an export of the `openai` package. */
export function collectOpenAIBindings(module: SourceModule): readonly OpenAIBinding[] {
  const direct = [...importBindings(module), ...importEqualsBindings(module), ...callBindings(module)];
  return [...direct, ...direct.flatMap((binding) => [...destructuredBindings(module, binding)])];
}

/** `const { AzureOpenAI } = openai`, after `openai` came in whole. */
function* destructuredBindings(
  module: SourceModule,
  { exported, variable, specifier, source }: OpenAIBinding,
): Generator<OpenAIBinding> {
  if (exported !== '*') return;
  for (const { identifier } of variable.references) {
    const { parent } = identifier;
    if (parent.type !== 'VariableDeclarator' || parent.init !== identifier || parent.id.type !== 'ObjectPattern')
      continue;
    for (const bound of declaredBindings(module, parent.id)) yield { ...bound, specifier, source, isTypeOnly: false };
  }
}

function* importBindings(module: SourceModule): Generator<OpenAIBinding> {
  for (const declaration of nodesOfType(module, 'ImportDeclaration')) {
    const specifier = parseOpenAISpecifier(declaration.source.value);
    if (!specifier) continue;
    for (const node of declaration.specifiers) {
      const variable = findVariable(module, node.local);
      if (!variable) continue;
      const isTypeOnly =
        declaration.importKind === 'type' || (node.type === 'ImportSpecifier' && node.importKind === 'type');
      yield { ...describeSpecifier(node), variable, specifier, source: declaration.source, isTypeOnly };
    }
  }
}

function describeSpecifier(node: TSESTree.ImportClause): Pick<OpenAIBinding, 'form' | 'exported'> {
  if (node.type === 'ImportDefaultSpecifier') return { form: { kind: 'import-default', node }, exported: 'OpenAI' };
  if (node.type === 'ImportNamespaceSpecifier') return { form: { kind: 'namespace', node }, exported: '*' };
  const exported = node.imported.type === 'Identifier' ? node.imported.name : node.imported.value;
  if (exported === 'default') return { form: { kind: 'import-named', node }, exported: 'OpenAI' };
  return { form: { kind: 'import-named', node }, exported };
}

function* importEqualsBindings(module: SourceModule): Generator<OpenAIBinding> {
  for (const node of nodesOfType(module, 'TSImportEqualsDeclaration')) {
    if (node.moduleReference.type !== 'TSExternalModuleReference') continue;
    const source = node.moduleReference.expression;
    const specifier = parseOpenAISpecifier(literalText(source) ?? '');
    const variable = findVariable(module, node.id);
    if (!specifier || !variable) continue;
    yield {
      form: { kind: 'namespace', node },
      exported: '*',
      variable,
      specifier,
      source,
      isTypeOnly: node.importKind === 'type',
    };
  }
}

function* callBindings(module: SourceModule): Generator<OpenAIBinding> {
  yield* thenBindings(module);
  for (const { expression, source, specifier } of moduleExpressions(module)) {
    const { parent } = expression;
    if (parent?.type === 'VariableDeclarator' && parent.init === expression) {
      for (const bound of declaredBindings(module, parent.id)) yield { ...bound, specifier, source, isTypeOnly: false };
    }
    if (parent?.type === 'MemberExpression' && parent.object === expression) {
      const exported = staticName(parent);
      const declarator = parent.parent;
      if (exported === undefined || declarator.type !== 'VariableDeclarator' || declarator.init !== parent) continue;
      const variable = findVariable(module, declarator.id);
      if (variable)
        yield { form: { kind: 'member', node: parent }, exported, variable, specifier, source, isTypeOnly: false };
    }
  }
}

/** `import('openai').then(({ AzureOpenAI }) => …)` */
function* thenBindings(module: SourceModule): Generator<OpenAIBinding> {
  for (const { source, parent } of nodesOfType(module, 'ImportExpression')) {
    const specifier = parseOpenAISpecifier(literalText(source) ?? '');
    const call = parent.type === 'MemberExpression' && staticName(parent) === 'then' ? parent.parent : undefined;
    const callback = call?.type === 'CallExpression' ? call.arguments[0] : undefined;
    const parameter = callback && isFunction(callback) ? callback.params[0] : undefined;
    if (!specifier || !parameter) continue;
    for (const bound of declaredBindings(module, parameter)) yield { ...bound, specifier, source, isTypeOnly: false };
  }
}

function* declaredBindings(module: SourceModule, id: TSESTree.Node) {
  if (id.type === 'Identifier') {
    const variable = findVariable(module, id);
    if (variable) yield { form: { kind: 'namespace', node: id } as const, exported: '*', variable };
    return;
  }
  if (id.type !== 'ObjectPattern') return;
  for (const property of id.properties) {
    if (property.type !== 'Property' || property.value.type !== 'Identifier') continue;
    const exported = staticName(property);
    const variable = findVariable(module, property.value);
    if (exported === undefined || !variable) continue;
    yield {
      form: { kind: 'pattern', node: property } as const,
      exported: exported === 'default' ? 'OpenAI' : exported,
      variable,
    };
  }
}

/** An expression whose value is the `openai` module: `require('openai')`, `await import('openai')`. */
export interface ModuleExpression {
  readonly expression: TSESTree.Node;
  readonly source: TSESTree.Node;
  readonly specifier: OpenAISpecifier;
}

/** Finds the expressions whose value is the `openai` module. */
export function* moduleExpressions(module: SourceModule): Generator<ModuleExpression> {
  yield* loadedByTests(module);
  for (const call of nodesOfType(module, 'CallExpression')) {
    const callee = unwrap(call.callee);
    const [source] = call.arguments;
    if (callee.type !== 'Identifier' || callee.name !== 'require' || findVariable(module, callee) || !source) continue;
    const specifier = parseOpenAISpecifier(literalText(source) ?? '');
    if (specifier) yield { expression: withCasts(call), source, specifier };
  }
  for (const node of nodesOfType(module, 'ImportExpression')) {
    const specifier = parseOpenAISpecifier(literalText(node.source) ?? '');
    if (specifier && node.parent.type === 'AwaitExpression')
      yield { expression: withCasts(node.parent), source: node.source, specifier };
  }
}

/** `jest.requireMock('openai')`, `await vi.importActual('openai')` */
function* loadedByTests(module: SourceModule): Generator<ModuleExpression> {
  for (const call of nodesOfType(module, 'CallExpression')) {
    const [source] = call.arguments;
    const specifier = source && parseOpenAISpecifier(literalText(source) ?? '');
    const origin = specifier && originOf(module, call.callee);
    const method = origin && /^(?:jest|vi)\.(require|import)(?:Actual|Mock)$/.exec(origin.name)?.[1];
    if (!specifier || method === undefined) continue;
    const isAwaited = call.parent.type === 'AwaitExpression';
    if (isAwaited === (method === 'import'))
      yield { expression: withCasts(isAwaited ? call.parent : call), source, specifier };
  }
}

/** A cast of `await import('openai')` is the module as well. */
function withCasts(expression: TSESTree.Node): TSESTree.Node {
  const { parent } = expression;
  const isCast =
    parent?.type === 'TSAsExpression' ||
    parent?.type === 'TSNonNullExpression' ||
    parent?.type === 'TSSatisfiesExpression';
  return isCast ? withCasts(parent) : expression;
}
