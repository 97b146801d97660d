import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../source-module.ts';
import { farValue } from '../program/far-value.ts';
import { environmentVariable } from '../syntax/environment-read.ts';
import { moduleOf } from '../syntax/module-of.ts';
import { classOfThis, closest, encloses, isFunction, literalText, staticName } from '../syntax/nodes.ts';
import { constantSource } from '../syntax/static-string.ts';
import { findVariable, isNeverReassigned, type Variable } from '../syntax/scope.ts';

/**
 * How certain it is that an expression is a usable string.
 *
 * - `non-empty`: a string with at least one character.
 * - `string`: TypeScript takes it for a string, but it may be empty.
 * - `unknown`: it may be undefined, for all that the file says.
 */
export type StringCertainty = 'non-empty' | 'string' | 'unknown';

/** Methods of strings that return strings. */
export const stringMethods: ReadonlySet<string> = new Set([
  'trim',
  'replace',
  'replaceAll',
  'toString',
  'toLowerCase',
  'slice',
  'concat',
]);

/** Judges an expression from syntax and annotations alone. */
export function certaintyOf(module: SourceModule, expression: TSESTree.Node, depth = 0): StringCertainty {
  const ask = (node: TSESTree.Node) => (depth > 8 ? 'unknown' : certaintyOf(moduleOf(node), node, depth + 1));
  const literal = literalText(expression);
  if (literal !== undefined) return literal === '' ? 'string' : 'non-empty';
  if (environmentVariable(module, expression) !== undefined) return isAsserted(expression) ? 'string' : 'unknown';
  switch (expression.type) {
    case 'TemplateLiteral':
      return expression.quasis.some(({ value }) => value.raw !== '') ? 'non-empty' : 'string';
    case 'LogicalExpression':
      return ofLogical(expression, ask);
    case 'ConditionalExpression':
      return weaker(ask(expression.consequent), ask(expression.alternate));
    case 'BinaryExpression':
      return expression.operator === '+' ? ofSum(expression, ask) : 'unknown';
    case 'TSNonNullExpression':
      return 'string';
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return isStringType(expression.typeAnnotation) ? 'string' : ask(expression.expression);
    case 'CallExpression':
      return ofCall(module, expression);
    case 'Identifier':
    case 'MemberExpression':
      return ofName(module, expression, ask);
    default:
      return 'unknown';
  }
}

function isAsserted(node: TSESTree.Node): boolean {
  if (node.type === 'TSNonNullExpression') return true;
  return node.type === 'TSAsExpression' && isStringType(node.typeAnnotation);
}

type Ask = (node: TSESTree.Node) => StringCertainty;

function ofLogical({ operator, left, right }: TSESTree.LogicalExpression, ask: Ask): StringCertainty {
  if (operator === '||') return ask(right);
  if (operator === '&&') return 'unknown';
  // What is left of `??` may be the empty string, which it lets through.
  return ask(right) === 'unknown' && ask(left) === 'unknown' ? 'unknown' : weaker('string', ask(right));
}

function ofSum({ left, right }: TSESTree.BinaryExpression, ask: Ask): StringCertainty {
  const sides = [ask(left), ask(right)];
  if (sides.includes('non-empty')) return 'non-empty';
  return sides.includes('string') ? 'string' : 'unknown';
}

function weaker(a: StringCertainty, b: StringCertainty): StringCertainty {
  if (a === 'unknown' || b === 'unknown') return 'unknown';
  return a === 'string' || b === 'string' ? 'string' : 'non-empty';
}

function ofCall(module: SourceModule, { callee }: TSESTree.CallExpression): StringCertainty {
  if (callee.type === 'MemberExpression') {
    const name = staticName(callee) ?? '';
    return name === 'getOrThrow' || stringMethods.has(name) ? 'string' : 'unknown';
  }
  if (callee.type !== 'Identifier') return 'unknown';
  const variable = findVariable(module, callee);
  if (!variable) return callee.name === 'String' ? 'string' : 'unknown';
  const declaration = variable.defs[0]?.node;
  const called = declaration?.type === 'VariableDeclarator' ? declaration.init : declaration;
  return called && isFunction(called) && isStringType(called.returnType?.typeAnnotation) ? 'string' : 'unknown';
}

function ofName(
  module: SourceModule,
  node: TSESTree.Identifier | TSESTree.MemberExpression,
  ask: Ask,
): StringCertainty {
  if (node.type === 'MemberExpression' && node.object.type === 'ThisExpression') return ofField(node, ask);
  const source = constantSource(module, node) ?? farValue(module, node);
  const byValue = source ? ask(source) : 'unknown';
  const variable = node.type === 'Identifier' ? findVariable(module, node) : undefined;
  if (byValue === 'non-empty' || !variable) return byValue;
  if (isGuarded(variable, node)) return 'non-empty';
  return byValue === 'string' || isAnnotatedString(variable) ? 'string' : 'unknown';
}

function isAnnotatedString(variable: Variable): boolean {
  return variable.identifiers.some((identifier) => {
    const isOptional = 'optional' in identifier && identifier.optional;
    if (identifier.typeAnnotation) return !isOptional && isStringType(identifier.typeAnnotation.typeAnnotation);
    const { parent } = identifier;
    return parent.type === 'AssignmentPattern' && literalText(parent.right) !== undefined;
  });
}

function ofField(node: TSESTree.MemberExpression, ask: Ask): StringCertainty {
  const name = staticName(node);
  for (const member of classOfThis(node)?.body.body ?? []) {
    if (member.type === 'PropertyDefinition' && staticName(member) === name) {
      if (isStringType(member.typeAnnotation?.typeAnnotation) && !member.optional) return 'string';
      return member.readonly && member.value ? ask(member.value) : 'unknown';
    }
    if (member.type !== 'MethodDefinition' || member.kind !== 'constructor') continue;
    for (const parameter of member.value.params) {
      if (parameter.type !== 'TSParameterProperty' || parameter.parameter.type !== 'Identifier') continue;
      if (parameter.parameter.name !== name) continue;
      return isStringType(parameter.parameter.typeAnnotation?.typeAnnotation) ? 'string' : 'unknown';
    }
  }
  return 'unknown';
}

function isStringType(type: TSESTree.TypeNode | undefined): boolean {
  return type?.type === 'TSStringKeyword';
}

/** `if (!name) throw …` earlier in the same function: TypeScript narrows, and what follows has a value. */
function isGuarded(variable: Variable, use: TSESTree.Node): boolean {
  if (!isNeverReassigned(variable)) return false;
  const declaredIn = closest(variable.identifiers[0]?.parent, isFunction);
  if (closest(use, isFunction) !== declaredIn) return false;
  return variable.references.some(({ identifier }) => {
    const statement = closest(identifier, (node): node is TSESTree.IfStatement => node.type === 'IfStatement');
    if (!statement || statement.range[1] > use.range[0] || !encloses(statement.test, identifier)) return false;
    return isRefusal(identifier) && endsFlow(statement.consequent) && encloses(statement.parent, use);
  });
}

/** The name stands negated, alone or as one end of `||`. */
function isRefusal(identifier: TSESTree.Node): boolean {
  let node = identifier.parent;
  if (node?.type !== 'UnaryExpression' || node.operator !== '!') return false;
  while (node.parent.type === 'LogicalExpression' && node.parent.operator === '||') node = node.parent;
  return node.parent.type === 'IfStatement';
}

function endsFlow(statement: TSESTree.Statement): boolean {
  const last = statement.type === 'BlockStatement' ? statement.body.at(-1) : statement;
  return last?.type === 'ThrowStatement' || last?.type === 'ReturnStatement';
}
