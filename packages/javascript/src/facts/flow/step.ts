import type { TSESTree } from '@typescript-eslint/utils';
import type { Program } from '../../program/program.ts';
import type { SourceModule } from '../../source-module.ts';
import { moduleOf } from '../../syntax/module-of.ts';
import { closest, isClass, isFunction, staticName, type ClassNode, type FunctionNode } from '../../syntax/nodes.ts';
import { findVariable, type Variable } from '../../syntax/scope.ts';
import { stepsIntoPattern } from './target-step.ts';
import { stepsIntoCall } from './call-step.ts';

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
  /** It is kept in a member of a class. */
  | { readonly kind: 'field'; readonly owner: ClassNode; readonly name: string; readonly isStatic: boolean }
  /** It is a property of an object literal. */
  | { readonly kind: 'property'; readonly node: TSESTree.ObjectExpression; readonly name: string }
  /** It is exported by this name. */
  | { readonly kind: 'export'; readonly name: string }
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
  /** It goes where what is seen does not tell what is done with it. */
  | { readonly kind: 'escape'; readonly how: string };

const nothing: Step = { kind: 'nothing' };

/** Says where the value of an expression goes; several places only for a pattern. */
export function stepsFrom(program: Program, node: TSESTree.Node): readonly Step[] {
  const { parent } = node;
  const module = moduleOf(node);
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
      return stepsIntoCall(program, module, node, parent);
    case 'VariableDeclarator':
      return stepsIntoPattern(module, parent.id);
    case 'AssignmentExpression':
      return assignmentSteps(module, node, parent);
    case 'AssignmentPattern':
      return parent.right === node ? defaultSteps(module, parent) : [nothing];
    case 'PropertyDefinition':
      return [fieldStep(parent, staticName(parent))];
    case 'ArrowFunctionExpression':
      return parent.body === node ? [{ kind: 'return', from: parent }] : [nothing];
    default:
      return [otherStep(node, parent)];
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
  return holder ? [...steps, { kind: 'field', owner: holder, name: left.name, isStatic: false }] : steps;
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

function otherStep(node: TSESTree.Node, parent: TSESTree.Node | undefined): Step {
  switch (parent?.type) {
    case 'ReturnStatement':
      return returnStep(parent);
    case 'BinaryExpression':
      return isQuestion(node, parent) ? { kind: 'instanceof' } : nothing;
    case 'ExpressionStatement':
    case 'IfStatement':
    case 'WhileStatement':
    case 'UnaryExpression':
    case 'TSTypeQuery':
      return nothing;
    case 'ExportDefaultDeclaration':
      return { kind: 'export', name: 'default' };
    case 'ExportSpecifier':
      return {
        kind: 'export',
        name: parent.exported.type === 'Identifier' ? parent.exported.name : parent.exported.value,
      };
    case 'Property':
      return propertyStep(node, parent);
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

function propertyStep(node: TSESTree.Node, property: TSESTree.Property): Step {
  const name = staticName(property);
  const object = property.parent;
  return object.type === 'ObjectExpression' && property.value === node && name !== undefined && property.kind === 'init'
    ? { kind: 'property', node: object, name }
    : { kind: 'escape', how: 'it is put into an object' };
}

function fieldStep(definition: TSESTree.PropertyDefinition, name: string | undefined): Step {
  const owner = definition.parent.parent;
  return name === undefined
    ? { kind: 'escape', how: 'it is kept in a static field' }
    : { kind: 'field', owner, name, isStatic: definition.static };
}
