import type { TSESTree } from '@typescript-eslint/utils';
import type { Program } from '../../program/program.ts';
import { moduleOf } from '../../syntax/module-of.ts';
import { nodesOfType } from '../../syntax/node-index.ts';
import {
  classOfThis,
  closest,
  isFunction,
  staticName,
  unwrap,
  type ClassNode,
  type FunctionNode,
} from '../../syntax/nodes.ts';
import { constantInit, findVariable } from '../../syntax/scope.ts';
import { callersOf } from './callers.ts';
import type { Holder } from './holder.ts';

/**
 * Tells whether a holder may have something else than a client that is known: a call on it then serves two masters, and
 * the model of one is not the model of the other. `known` are the expressions of all clients of the program.
 */
export function hasOtherSource(program: Program, holder: Holder, known: ReadonlySet<TSESTree.Node>): boolean {
  return sourcesOf(program, holder).some(
    (source) => source === 'unseen' || !(known.has(source) || isNothing(source) || isDouble(source)),
  );
}

/** The expressions that a holder gets its value from; `unseen` where there may be others. */
function sourcesOf(program: Program, holder: Holder): readonly (TSESTree.Node | 'unseen')[] {
  switch (holder.kind) {
    case 'variable':
      return holder.variable.references
        .map(({ writeExpr }) => writeExpr)
        .filter((node) => node !== null && node !== undefined);
    case 'field':
      return fieldSources(program, holder);
    case 'property':
      return propertySources(program, holder);
    case 'function':
      return returnsOf(holder);
    case 'parameter':
      return argumentsOf(program, holder);
    case 'branch':
      return holder.node.type === 'ConditionalExpression'
        ? [holder.node.consequent, holder.node.alternate]
        : holder.node.operator === '&&'
          ? [holder.node.right]
          : [holder.node.left, holder.node.right];
  }
}

function fieldSources(
  program: Program,
  { owner, name }: Extract<Holder, { kind: 'field' }>,
): readonly (TSESTree.Node | 'unseen')[] {
  const initial = owner.body.body.flatMap((member) =>
    member.type === 'PropertyDefinition' && staticName(member) === name && member.value ? [member.value] : [],
  );
  const assigned = nodesOfType(moduleOf(owner), 'AssignmentExpression').flatMap(({ left, right }) =>
    left.type === 'MemberExpression' &&
    staticName(left) === name &&
    classOfThis(left) === owner &&
    left.object.type === 'ThisExpression'
      ? [right]
      : [],
  );
  return [...initial, ...assigned, ...passedIn(program, owner, name)];
}

/** Whatever a property of that name is set to may be set in this very object. */
function propertySources(
  program: Program,
  { object, name }: Extract<Holder, { kind: 'property' }>,
): readonly TSESTree.Node[] {
  return [...new Set([moduleOf(object), ...program.candidates])].flatMap((module) =>
    nodesOfType(module, 'AssignmentExpression').flatMap(({ left, right }) =>
      left.type === 'MemberExpression' && left.object.type !== 'ThisExpression' && (staticName(left) ?? name) === name
        ? [right]
        : [],
    ),
  );
}

/** `constructor(private client)`: whoever builds the object passes the client. */
function passedIn(program: Program, owner: ClassNode, name: string): readonly (TSESTree.Node | 'unseen')[] {
  const builder = owner.body.body.find(
    (member): member is TSESTree.MethodDefinition =>
      member.type === 'MethodDefinition' && member.kind === 'constructor',
  )?.value;
  if (!builder || !isFunction(builder)) return [];
  const index = builder.params.findIndex((parameter) => {
    const declared = parameter.type === 'TSParameterProperty' ? parameter.parameter : undefined;
    const target = declared?.type === 'AssignmentPattern' ? declared.left : declared;
    return target?.type === 'Identifier' && target.name === name;
  });
  return index === -1 ? [] : argumentsAt(program, builder, index);
}

/** What a function returns. */
export function returnsOf({ of }: { readonly of: FunctionNode }): readonly TSESTree.Node[] {
  if (of.body.type !== 'BlockStatement') return [of.body];
  return nodesOfType(moduleOf(of), 'ReturnStatement').flatMap((statement) =>
    statement.argument && closest(statement, isFunction) === of ? [statement.argument] : [],
  );
}

function argumentsOf(
  program: Program,
  { of, variable }: Extract<Holder, { kind: 'parameter' }>,
): readonly (TSESTree.Node | 'unseen')[] {
  const index = of.params.findIndex((parameter) => {
    const declared = parameter.type === 'TSParameterProperty' ? parameter.parameter : parameter;
    const target = declared.type === 'AssignmentPattern' ? declared.left : declared;
    return variable.identifiers.some((identifier) => target === identifier);
  });
  if (index === -1) return ['unseen'];
  const written = variable.references
    .map(({ writeExpr }) => writeExpr)
    .filter((node) => node !== null && node !== undefined);
  return [...written, ...argumentsAt(program, of, index)];
}

/** What all callers of a function pass as one of its parameters. */
function argumentsAt(program: Program, of: FunctionNode, index: number): readonly (TSESTree.Node | 'unseen')[] {
  const { calls, isComplete } = callersOf(program, of);
  const parameter = of.params[index];
  const declared = parameter?.type === 'TSParameterProperty' ? parameter.parameter : parameter;
  const passed = calls.map((call) => {
    if (call.arguments.some(({ type }) => type === 'SpreadElement')) return 'unseen';
    // Where nothing is passed the default counts, which is among what is written.
    return call.arguments[index] ?? (declared?.type === 'AssignmentPattern' ? [] : 'unseen');
  });
  return [...passed.flat(), ...(isComplete ? [] : (['unseen'] as const))];
}

function isNothing(expression: TSESTree.Node): boolean {
  const node = unwrap(expression);
  if (node.type === 'Literal') return node.value === null;
  if (node.type === 'UnaryExpression') return node.operator === 'void';
  return node.type === 'Identifier' && node.name === 'undefined';
}

/** What a test puts in the place of a client sends no request. */
function isDouble(expression: TSESTree.Node): boolean {
  const node = unwrap(expression);
  const { path, text } = moduleOf(node);
  if (!/(?:^|\/)(?:__tests__|tests?|spec)\/|\.(?:test|spec)\./.test(path)) return false;
  const init = node.type === 'Identifier' ? constantInit(findVariable(moduleOf(node), node)) : undefined;
  const value = init ? unwrap(init) : node;
  return value.type === 'ObjectExpression' || /^(?:vi|jest|sinon|mock)\b/.test(text.slice(...value.range));
}
