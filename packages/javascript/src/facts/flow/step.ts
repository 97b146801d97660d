import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../../source-module.ts';
import {
  closest,
  isClass,
  isFunction,
  staticName,
  unwrap,
  type ClassNode,
  type FunctionNode,
} from '../../syntax/nodes.ts';
import { findVariable, type Variable } from '../../syntax/scope.ts';
import { stepsIntoPattern } from './target-step.ts';
import { isWrapper } from './wrapper.ts';

/** Where the value of an expression goes from the place where it stands. */
export type Step =
  /** The parent has the same value. */
  | { readonly kind: 'same'; readonly node: TSESTree.Node }
  /** The parent has this value or that of another branch. */
  | { readonly kind: 'branch'; readonly node: TSESTree.ConditionalExpression | TSESTree.LogicalExpression }
  /** A property of it is taken; `name` is undefined when it is computed. */
  | { readonly kind: 'member'; readonly node: TSESTree.MemberExpression; readonly name: string | undefined }
  /** It is called. */
  | { readonly kind: 'call'; readonly node: TSESTree.CallExpression }
  /** It is kept in a variable, whole or (`names`) taken apart. */
  | { readonly kind: 'variable'; readonly variable: Variable; readonly name: string | undefined }
  | { readonly kind: 'field'; readonly owner: ClassNode; readonly name: string }
  | { readonly kind: 'return'; readonly from: FunctionNode }
  | {
      readonly kind: 'argument';
      readonly parameter: Variable;
      readonly of: FunctionNode;
    }
  /** `OpenAIRealtimeWS.azure(client)` opens a session of the legacy protocol. */
  | { readonly kind: 'realtime' }
  | { readonly kind: 'instanceof' }
  /** It is only looked at. */
  | { readonly kind: 'nothing' }
  /** It goes where this file does not tell what is done with it. */
  | { readonly kind: 'escape'; readonly how: string };

const nothing: Step = { kind: 'nothing' };

/** Says where the value of an expression goes; several places only for a pattern. */
export function stepsFrom(module: SourceModule, node: TSESTree.Node): readonly Step[] {
  const parent = node.parent;
  switch (parent?.type) {
    case 'TSAsExpression':
    case 'TSTypeAssertion':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'ChainExpression':
    case 'AwaitExpression':
      return [{ kind: 'same', node: parent }];
    case 'SequenceExpression':
      return parent.expressions.at(-1) === node ? [{ kind: 'same', node: parent }] : [nothing];
    case 'ConditionalExpression':
    case 'LogicalExpression':
      return parent.type === 'ConditionalExpression' && parent.test === node
        ? [nothing]
        : [{ kind: 'branch', node: parent }];
    case 'MemberExpression':
      return parent.object === node ? [{ kind: 'member', node: parent, name: staticName(parent) }] : [nothing];
    case 'CallExpression':
    case 'NewExpression':
      return [stepIntoCall(module, node, parent)];
    case 'VariableDeclarator':
      return stepsIntoPattern(module, parent.id);
    case 'AssignmentExpression':
      return assignmentSteps(module, node, parent);
    case 'AssignmentPattern':
      return parent.right === node ? defaultSteps(module, parent) : [nothing];
    case 'PropertyDefinition':
      return [fieldStep(parent, staticName(parent))];
    case 'ReturnStatement':
      return [returnStep(parent)];
    case 'ArrowFunctionExpression':
      return parent.body === node ? [{ kind: 'return', from: parent }] : [nothing];
    case 'BinaryExpression':
      return [isQuestion(node, parent) ? { kind: 'instanceof' } : nothing];
    default:
      return [otherStep(parent)];
  }
}

/** `client instanceof AzureOpenAI`, `'deploymentName' in client` */
function isQuestion(node: TSESTree.Node, { operator, left, right }: TSESTree.BinaryExpression): boolean {
  return (operator === 'instanceof' && left === node) || (operator === 'in' && right === node);
}

/** The default of a parameter is one of the values that the parameter, and the field that it may declare, can have. */
function defaultSteps(module: SourceModule, pattern: TSESTree.AssignmentPattern): readonly Step[] {
  const { left, parent } = pattern;
  const owner = parent.type === 'TSParameterProperty' ? parent.parent : parent;
  const variable = left.type === 'Identifier' ? findVariable(module, left) : undefined;
  if (!isFunction(owner) || left.type !== 'Identifier' || !variable) return stepsIntoPattern(module, left);
  const steps: Step[] = [{ kind: 'argument', parameter: variable, of: owner }];
  const holder = parent.type === 'TSParameterProperty' ? closest(owner, isClass) : undefined;
  return holder ? [...steps, { kind: 'field', owner: holder, name: left.name }] : steps;
}

function assignmentSteps(
  module: SourceModule,
  node: TSESTree.Node,
  assignment: TSESTree.AssignmentExpression,
): readonly Step[] {
  if (assignment.right === node) {
    return [...stepsIntoPattern(module, assignment.left), { kind: 'same', node: assignment }];
  }
  const isReplaced = assignment.operator === '=' && node.type === 'MemberExpression';
  return [isReplaced ? { kind: 'escape', how: 'a part of it is replaced' } : nothing];
}

function otherStep(parent: TSESTree.Node | undefined): Step {
  switch (parent?.type) {
    case 'ExpressionStatement':
    case 'IfStatement':
    case 'WhileStatement':
    case 'UnaryExpression':
    case 'TSTypeQuery':
      return nothing;
    case 'ExportDefaultDeclaration':
    case 'ExportSpecifier':
      return { kind: 'escape', how: 'it is exported' };
    case 'Property':
      return { kind: 'escape', how: 'it is put into an object' };
    case 'ArrayExpression':
      return { kind: 'escape', how: 'it is put into an array' };
    default:
      return { kind: 'escape', how: 'it goes where its use cannot be followed' };
  }
}

function returnStep(statement: TSESTree.ReturnStatement): Step {
  const from = closest(statement, isFunction);
  return from ? { kind: 'return', from } : nothing;
}

function stepIntoCall(
  module: SourceModule,
  node: TSESTree.Node,
  call: TSESTree.CallExpression | TSESTree.NewExpression,
): Step {
  if (call.callee === node)
    return call.type === 'CallExpression'
      ? { kind: 'call', node: call }
      : { kind: 'escape', how: 'it is used as a class' };
  const method = unwrap(call.callee);
  if (method.type === 'MemberExpression' && staticName(method) === 'azure') return { kind: 'realtime' };
  if (isWrapper(module, call)) return { kind: 'same', node: call };
  const index = call.arguments.findIndex((argument) => argument === node);
  const callee = unwrap(call.callee);
  const called = callee.type === 'Identifier' ? calledFunction(findVariable(module, callee)) : undefined;
  const parameter = called?.params[index];
  const target = parameter?.type === 'AssignmentPattern' ? parameter.left : parameter;
  const variable = target?.type === 'Identifier' ? findVariable(module, target) : undefined;
  if (call.type === 'CallExpression' && called && variable)
    return { kind: 'argument', parameter: variable, of: called };
  return { kind: 'escape', how: 'it is passed to another function' };
}

/** The function that a binding is declared as, when it is one. */
function calledFunction(variable: Variable | undefined): FunctionNode | undefined {
  const declaration = variable?.defs.length === 1 ? variable.defs[0]?.node : undefined;
  if (!declaration) return undefined;
  if (declaration.type === 'FunctionDeclaration') return declaration;
  const init = declaration.type === 'VariableDeclarator' && declaration.init ? unwrap(declaration.init) : undefined;
  return init && isFunction(init) ? init : undefined;
}

function fieldStep(definition: TSESTree.PropertyDefinition, name: string | undefined): Step {
  const owner = definition.parent.parent;
  return name === undefined || definition.static
    ? { kind: 'escape', how: 'it is kept in a static field' }
    : { kind: 'field', owner, name };
}
