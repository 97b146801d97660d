import type { TSESTree } from '@typescript-eslint/utils';
import type { Program } from '../../program/program.ts';
import { resolveValue } from '../../program/resolve-value.ts';
import { moduleOf } from '../../syntax/module-of.ts';
import { isFunction, literalText, staticName, type FunctionNode } from '../../syntax/nodes.ts';
import { findProperty, resolveObject } from '../../syntax/object-literal.ts';
import { findVariable, isNeverReassigned } from '../../syntax/scope.ts';
import { callersOf } from '../flow/callers.ts';

/**
 * All texts that an expression can be, through constants and through what the callers of a function pass to it; undefined
 * where it can be another.
 */
export function knownTexts(
  program: Program,
  expression: TSESTree.Node,
  seen = new Set<TSESTree.Node>(),
): readonly string[] | undefined {
  const node = resolveValue(program, expression);
  const text = literalText(node);
  if (text !== undefined) return [text];
  // A function that passes its own parameter on to itself adds nothing, and is too rare to be told from others.
  if (seen.has(node)) return undefined;
  seen.add(node);
  const sources =
    node.type === 'ConditionalExpression' ? [node.consequent, node.alternate] : argumentsFor(program, node);
  const texts = sources?.map((source) => knownTexts(program, source, seen));
  if (!texts || texts.length === 0) return undefined;
  return texts.every((known) => known !== undefined) ? [...new Set(texts.flat())] : undefined;
}

/** What all callers pass for a parameter that is never written; undefined for any other expression, or if one is not seen. */
export function argumentsFor(program: Program, node: TSESTree.Node): readonly TSESTree.Node[] | undefined {
  const variable = node.type === 'Identifier' ? findVariable(moduleOf(node), node) : undefined;
  const definition = variable?.defs[0];
  if (!variable || definition?.type !== 'Parameter' || !isNeverReassigned(variable)) return undefined;
  const of: TSESTree.Node = definition.node;
  const [name] = variable.identifiers;
  const place = isFunction(of) && name ? placeOf(of, name) : undefined;
  if (!isFunction(of) || !place) return undefined;
  const { calls, isComplete } = callersOf(program, of);
  const given = calls.map((call) => argumentAt(call, place));
  return isComplete && given.every((argument) => argument !== undefined) ? given : undefined;
}

/** Where a parameter's value stands in a call. */
interface Place {
  readonly index: number;
  /** The property of the argument, where the function takes its argument apart. */
  readonly property: string | undefined;
  readonly fallback: TSESTree.Node | undefined;
}

function placeOf(of: FunctionNode, name: TSESTree.Node): Place | undefined {
  for (const [index, parameter] of of.params.entries()) {
    const target = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
    if (target === name)
      return {
        index,
        property: undefined,
        fallback: parameter.type === 'AssignmentPattern' ? parameter.right : undefined,
      };
    if (target.type !== 'ObjectPattern' || parameter.type === 'AssignmentPattern') continue;
    const property = target.properties.find((candidate) => candidate.value === name);
    const key = property?.type === 'Property' ? staticName(property) : undefined;
    if (key !== undefined) return { index, property: key, fallback: undefined };
  }
  return undefined;
}

function argumentAt(
  { arguments: given }: TSESTree.CallExpression | TSESTree.NewExpression,
  { index, property, fallback }: Place,
): TSESTree.Node | undefined {
  if (given.slice(0, index + 1).some(({ type }) => type === 'SpreadElement')) return undefined;
  const argument = given[index];
  if (property === undefined) return argument ?? fallback;
  const object = argument && resolveObject(moduleOf(argument), argument);
  if (!object || object.properties.some(({ type }) => type === 'SpreadElement')) return undefined;
  return findProperty(object, property)?.value;
}
