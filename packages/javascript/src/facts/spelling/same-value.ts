import type { TSESTree } from '@typescript-eslint/utils';
import { nodeBehind, resolveValue } from '../../program/resolve-value.ts';
import type { Program } from '../../program/program.ts';
import { environmentVariable, destructuredVariable, writesEnvironment } from '../../syntax/environment-read.ts';
import { moduleOf } from '../../syntax/module-of.ts';
import { nodesOfType } from '../../syntax/node-index.ts';
import { closest, isFunction, literalText, staticName, unwrap, type FunctionNode } from '../../syntax/nodes.ts';
import { findProperty } from '../../syntax/object-literal.ts';
import { findVariable, isNeverReassigned } from '../../syntax/scope.ts';
import { isLookUp } from './look-up.ts';

/** Tells whether two expressions, possibly of different modules, certainly have the same value. */
export function isSameValue(program: Program, a: TSESTree.Node, b: TSESTree.Node): boolean {
  const [first, second] = [formOf(program, a, 0), formOf(program, b, 0)];
  return first !== undefined && first === second;
}

/** More constants behind constants than real code has. */
const maximumDepth = 12;

/**
 * What an expression is made of once all names are resolved: texts, variables of the environment, bindings. Equal forms
 * mean equal values; undefined where the value depends on what cannot be seen.
 */
function formOf(program: Program, expression: TSESTree.Node, depth: number): string | undefined {
  if (depth > maximumDepth) return undefined;
  const ask = (...parts: readonly TSESTree.Node[]): string | undefined => {
    const forms = parts.map((part) => formOf(program, part, depth + 1));
    return forms.includes(undefined) ? undefined : forms.join(',');
  };
  const node = unwrap(expression);
  const module = moduleOf(node);
  const text = literalText(node);
  if (text !== undefined) return JSON.stringify(text);
  const variable = environmentVariable(module, node) ?? destructuredVariable(module, node);
  if (variable !== undefined) return writesEnvironment(module, node) ? undefined : `env:${variable}`;
  switch (node.type) {
    case 'Literal':
      return node.raw;
    case 'LogicalExpression':
    case 'BinaryExpression':
      return wrap(node.operator, ask(node.left, node.right));
    case 'ConditionalExpression':
      return wrap('?', ask(node.test, node.consequent, node.alternate));
    case 'TemplateLiteral':
      return wrap(`\`${JSON.stringify(node.quasis.map(({ value }) => value.raw))}`, ask(...node.expressions));
    case 'AwaitExpression':
      return ask(node.argument);
    case 'CallExpression':
      return formOfCall(program, node, depth);
    case 'MemberExpression':
      return formOfMember(program, node, depth);
    case 'Identifier':
      return formOfName(program, node, depth);
    default:
      return undefined;
  }
}

function wrap(operator: string, parts: string | undefined): string | undefined {
  return parts === undefined ? undefined : `${operator}(${parts})`;
}

function formOfName(program: Program, node: TSESTree.Identifier, depth: number): string | undefined {
  const module = moduleOf(node);
  const variable = findVariable(module, node);
  if (!variable) return node.name === 'undefined' ? 'undefined' : undefined;
  const next = nodeBehind(program, module, variable) ?? takenFromCall(program, node);
  if (next) return formOf(program, next, depth + 1);
  const [definition] = variable.defs;
  // What a function was given is the same wherever the function names it, in one call.
  return isNeverReassigned(variable) && definition?.type !== 'ImportBinding'
    ? `${module.path}:${variable.identifiers.map(({ range }) => range.join('-')).join()}`
    : undefined;
}

function formOfMember(program: Program, node: TSESTree.MemberExpression, depth: number): string | undefined {
  const name = staticName(node);
  if (name === undefined) return undefined;
  const value = resolveValue(program, node);
  if (value !== node) return formOf(program, value, depth + 1);
  const object = resolveValue(program, node.object);
  const property = propertyOfResult(program, object, name);
  if (property) return formOf(program, property, depth + 1);
  if (object.type === 'ThisExpression') return undefined;
  const owner = formOf(program, node.object, depth + 1);
  return owner === undefined ? undefined : `${owner}.${name}`;
}

function formOfCall(program: Program, node: TSESTree.CallExpression, depth: number): string | undefined {
  const called = resolveValue(program, node.callee);
  if (!isFunction(called) || !isLookUp(called)) return undefined;
  const [returned, ...others] = returnsOf(called);
  if (node.arguments.length === 0 && returned && others.length === 0) return formOf(program, returned, depth + 1);
  const given = node.arguments.map((argument) => formOf(program, argument, depth + 1));
  const where = `${moduleOf(called).path}:${called.range.join('-')}`;
  return given.includes(undefined) ? undefined : `${where}(${given.join()})`;
}

/** `const { name } = make()`: the property of what `make` returns. */
function takenFromCall(program: Program, node: TSESTree.Identifier): TSESTree.Node | undefined {
  const variable = findVariable(moduleOf(node), node);
  const declarator = variable?.defs[0]?.node;
  if (!variable || declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'ObjectPattern')
    return undefined;
  if (!declarator.init || !isNeverReassigned(variable)) return undefined;
  const property = declarator.id.properties.find(({ value }) => value === variable.identifiers[0]);
  const name = property?.type === 'Property' ? staticName(property) : undefined;
  return name === undefined ? undefined : propertyOfResult(program, resolveValue(program, declarator.init), name);
}

/** A property of the only object that a called function returns. */
function propertyOfResult(program: Program, expression: TSESTree.Node, name: string): TSESTree.Node | undefined {
  const node = unwrap(expression);
  const call = node.type === 'AwaitExpression' ? unwrap(node.argument) : node;
  const called = call.type === 'CallExpression' ? resolveValue(program, call.callee) : undefined;
  if (!called || !isFunction(called)) return undefined;
  const [returned, ...others] = returnsOf(called);
  const object = returned && unwrap(returned);
  if (object?.type !== 'ObjectExpression' || others.length > 0) return undefined;
  if (object.properties.some(({ type }) => type === 'SpreadElement')) return undefined;
  const value = findProperty(object, name)?.value;
  // What the function was given differs from call to call.
  return value && dependsOnParameters(called, value) ? undefined : value;
}

function dependsOnParameters(of: FunctionNode, value: TSESTree.Node): boolean {
  const module = moduleOf(of);
  const node = unwrap(value);
  const variable = node.type === 'Identifier' ? findVariable(module, node) : undefined;
  const init = variable?.defs[0]?.type === 'Variable' ? variable.defs[0].node.init : undefined;
  if (variable?.defs[0]?.type === 'Parameter') return true;
  const source = init ?? node;
  return module.scopes
    .getDeclaredVariables(of)
    .filter(({ defs }) => defs[0]?.type === 'Parameter')
    .some(({ references }) =>
      references.some(
        ({ identifier }) => source.range[0] <= identifier.range[0] && identifier.range[1] <= source.range[1],
      ),
    );
}

function returnsOf(of: FunctionNode): readonly TSESTree.Node[] {
  if (of.body.type !== 'BlockStatement') return [of.body];
  return nodesOfType(moduleOf(of), 'ReturnStatement').flatMap((statement) =>
    statement.argument && closest(statement, isFunction) === of ? [statement.argument] : [],
  );
}
