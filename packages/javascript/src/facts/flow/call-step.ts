import type { TSESTree } from '@typescript-eslint/utils';
import type { Program } from '../../program/program.ts';
import { resolveValue } from '../../program/resolve-value.ts';
import type { SourceModule } from '../../source-module.ts';
import { moduleOf } from '../../syntax/module-of.ts';
import { isClass, isFunction, staticName, unwrap, type FunctionNode } from '../../syntax/nodes.ts';
import { findVariable } from '../../syntax/scope.ts';
import type { Step } from './step.ts';
import { stepsIntoPattern } from './target-step.ts';
import { isWrapper } from './wrapper.ts';

/** Says where a value goes that stands in a call: it is called, or it is an argument. */
export function stepsIntoCall(
  program: Program,
  module: SourceModule,
  node: TSESTree.Node,
  call: TSESTree.CallExpression | TSESTree.NewExpression,
): readonly Step[] {
  if (call.callee === node)
    return call.type === 'CallExpression'
      ? [{ kind: 'call', node: call }]
      : [{ kind: 'escape', how: 'it is used as a class' }];
  const method = unwrap(call.callee);
  if (method.type === 'MemberExpression' && staticName(method) === 'azure') return [{ kind: 'realtime' }];
  if (isWrapper(module, call)) return [{ kind: 'same', node: call }];
  const called = calledFunction(program, call);
  const index = call.arguments.findIndex((argument) => argument === node);
  const isSpread = call.arguments.slice(0, index).some(({ type }) => type === 'SpreadElement');
  const steps = called && !isSpread ? stepsIntoParameter(called, index) : [];
  return steps.length > 0 ? steps : [{ kind: 'escape', how: 'it is passed to another function' }];
}

/** The function that a call runs, where a name or a class says so. */
function calledFunction(
  program: Program,
  { callee, type }: TSESTree.CallExpression | TSESTree.NewExpression,
): FunctionNode | undefined {
  const target = resolveValue(program, callee);
  if (isFunction(target)) return type === 'CallExpression' ? target : undefined;
  return type === 'NewExpression' && isClass(target) ? constructorOf(target) : undefined;
}

function constructorOf(target: Parameters<typeof isClass>[0]): FunctionNode | undefined {
  if (!isClass(target)) return undefined;
  const found = target.body.body.find((member) => member.type === 'MethodDefinition' && member.kind === 'constructor');
  return found?.type === 'MethodDefinition' && found.value.type === 'FunctionExpression' ? found.value : undefined;
}

function stepsIntoParameter(of: FunctionNode, index: number): readonly Step[] {
  const module = moduleOf(of);
  const parameter = of.params[index];
  const declared = parameter?.type === 'TSParameterProperty' ? parameter.parameter : parameter;
  const target = declared?.type === 'AssignmentPattern' ? declared.left : declared;
  if (target?.type === 'ObjectPattern') return stepsIntoPattern(module, target);
  const variable = target?.type === 'Identifier' ? findVariable(module, target) : undefined;
  if (!variable) return [];
  const kept: Step = { kind: 'argument', parameter: variable, of };
  const owner = of.parent.parent?.parent;
  if (parameter?.type !== 'TSParameterProperty' || !owner || !isClass(owner)) return [kept];
  return [kept, { kind: 'field', owner, name: variable.name, isStatic: false }];
}
