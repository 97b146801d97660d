import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../source-module.ts';
import { moduleOf } from '../syntax/module-of.ts';
import { staticName, unwrap } from '../syntax/nodes.ts';
import { findProperty, isPlainRead } from '../syntax/object-literal.ts';
import { constantInit, findVariable, isNeverReassigned, readsOf, type Variable } from '../syntax/scope.ts';
import { exportsOf, isCommonJs, wholeExport } from './exports.ts';
import { importsOf } from './imports.ts';
import type { Program } from './program.ts';

/** More names behind names than real code has. */
const maximumDepth = 12;

/**
 * The expression, function or class that a name stands for in the end, through constants, imports, re-exports and
 * properties of constant objects, in whatever module it stands; the node itself where no name can be followed.
 */
export function resolveValue(program: Program, node: TSESTree.Node, depth = 0): TSESTree.Node {
  const value = unwrap(node);
  if (depth > maximumDepth) return value;
  const next = nextOf(program, value, depth);
  return next ? resolveValue(program, next, depth + 1) : value;
}

function nextOf(program: Program, node: TSESTree.Node, depth: number): TSESTree.Node | undefined {
  if (node.type === 'MemberExpression') {
    const name = staticName(node);
    return name === undefined ? undefined : propertyOf(program, node.object, name, depth);
  }
  if (node.type !== 'Identifier') return undefined;
  const module = moduleOf(node);
  const variable = findVariable(module, node);
  return variable && nodeBehind(program, module, variable, depth);
}

/** What a binding stands for, one step on. */
export function nodeBehind(
  program: Program,
  module: SourceModule,
  variable: Variable,
  depth = 0,
): TSESTree.Node | undefined {
  const [definition] = variable.defs;
  if (definition?.type === 'FunctionName' || definition?.type === 'ClassName') return definition.node;
  if (definition?.type === 'ImportBinding') return importedValue(program, module, variable);
  const init = constantInit(variable);
  if (init) return init;
  const declarator = definition?.type === 'Variable' && isNeverReassigned(variable) ? definition.node : undefined;
  if (declarator?.id.type !== 'ObjectPattern' || !declarator.init) return undefined;
  const property = declarator.id.properties.find(
    (candidate) => candidate.type === 'Property' && candidate.value === variable.identifiers[0],
  );
  const name = property?.type === 'Property' ? staticName(property) : undefined;
  return name === undefined ? undefined : propertyOf(program, declarator.init, name, depth);
}

function importedValue(program: Program, module: SourceModule, variable: Variable): TSESTree.Node | undefined {
  const entry = importsOf(module).find((candidate) => candidate.kind === 'binding' && candidate.variable === variable);
  if (entry?.kind !== 'binding') return undefined;
  const target = program.resolve(module, entry.specifier);
  if (!target || entry.imported === '*') return undefined;
  return exportedValue(program, target, entry.imported);
}

/** The expression or declaration that a module exports by a name, through re-exports. */
export function exportedValue(
  program: Program,
  module: SourceModule,
  name: string,
  depth = 0,
): TSESTree.Node | undefined {
  if (depth > maximumDepth) return undefined;
  const own = exportsOf(module).find((candidate) => candidate.name === name);
  if (own) return own.variable ? own.variable.identifiers[0] : own.node;
  const whole = exportsOf(module).find((candidate) => candidate.name === wholeExport);
  if (whole) return name === 'default' ? whole.node : propertyValue(resolveValue(program, whole.node, depth + 1), name);
  for (const entry of importsOf(module)) {
    const isNamed = entry.kind === 'passed-on' && entry.exported === name && entry.imported !== '*';
    if (!isNamed && (entry.kind !== 'all-passed-on' || name === 'default')) continue;
    const target = program.resolve(module, entry.specifier);
    const found = target && exportedValue(program, target, isNamed ? entry.imported : name, depth + 1);
    if (found) return found;
  }
  return undefined;
}

/** What `object.name` stands for: a property of a literal, or an export of the module that the object is. */
function propertyOf(program: Program, object: TSESTree.Node, name: string, depth: number): TSESTree.Node | undefined {
  const target = moduleBehind(program, unwrap(object));
  if (target) return exportedValue(program, target, name, depth + 1);
  if (mayBeChanged(unwrap(object))) return undefined;
  return propertyValue(resolveValue(program, object, depth + 1), name);
}

/** Tells whether something in its module may change the object that a name stands for. */
function mayBeChanged(object: TSESTree.Node): boolean {
  const variable = object.type === 'Identifier' ? findVariable(moduleOf(object), object) : undefined;
  return variable !== undefined && !readsOf(variable).every(({ identifier }) => isHarmless(identifier));
}

function isHarmless(identifier: TSESTree.Node): boolean {
  const owner = identifier.parent?.type;
  return (
    owner === 'ExportSpecifier' ||
    owner === 'ExportDefaultDeclaration' ||
    owner === 'VariableDeclarator' ||
    isPlainRead(identifier)
  );
}

function propertyValue(object: TSESTree.Node, name: string): TSESTree.Node | undefined {
  if (object.type !== 'ObjectExpression') return undefined;
  if (object.properties.some(({ type }) => type === 'SpreadElement')) return undefined;
  const property = findProperty(object, name);
  return property?.kind === 'init' && !property.method ? property.value : undefined;
}

/** The module that an expression is as a whole: a namespace, `require(…)`, `await import(…)`. */
function moduleBehind(program: Program, node: TSESTree.Node): SourceModule | undefined {
  const module = moduleOf(node);
  const variable = node.type === 'Identifier' ? findVariable(module, node) : undefined;
  const expression = constantInit(variable) ?? node;
  for (const entry of importsOf(module)) {
    const isBinding = entry.kind === 'binding' && entry.variable === variable;
    if (!isBinding && (entry.kind !== 'expression' || entry.node !== unwrap(expression))) continue;
    const target = program.resolve(module, entry.specifier);
    const isWhole =
      !isBinding || entry.imported === '*' || (entry.imported === 'default' && target && isCommonJs(target));
    return isWhole === true ? target : undefined;
  }
  return undefined;
}
