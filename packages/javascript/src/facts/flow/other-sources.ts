import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../../source-module.ts';
import { nodesOfType } from '../../syntax/node-index.ts';
import { classOfThis, closest, isFunction, staticName, unwrap, type ClassNode } from '../../syntax/nodes.ts';
import { readsOf } from '../../syntax/scope.ts';
import { bindingOf, type Holder } from './holder.ts';

/**
 * Tells whether a holder may have something else than a client that is known: a call on it then serves two masters, and
 * the model of one is not the model of the other. `known` are the expressions of all clients of the file.
 */
export function hasOtherSource(module: SourceModule, holder: Holder, known: ReadonlySet<TSESTree.Node>): boolean {
  return sourcesOf(module, holder).some((source) => source === 'unseen' || !(known.has(source) || isNothing(source)));
}

/** The expressions that a holder gets its value from; `unseen` where there may be others. */
function sourcesOf(module: SourceModule, holder: Holder): readonly (TSESTree.Node | 'unseen')[] {
  switch (holder.kind) {
    case 'variable':
      return holder.variable.references
        .map(({ writeExpr }) => writeExpr)
        .filter((node) => node !== null && node !== undefined);
    case 'field':
      return fieldSources(module, holder);
    case 'function':
      return returnsOf(module, holder);
    case 'parameter':
      return argumentsOf(module, holder);
    case 'branch':
      return holder.node.type === 'ConditionalExpression'
        ? [holder.node.consequent, holder.node.alternate]
        : holder.node.operator === '&&'
          ? [holder.node.right]
          : [holder.node.left, holder.node.right];
  }
}

function fieldSources(
  module: SourceModule,
  { owner, name }: Extract<Holder, { kind: 'field' }>,
): readonly (TSESTree.Node | 'unseen')[] {
  const initial = owner.body.body.flatMap((member) =>
    member.type === 'PropertyDefinition' && staticName(member) === name && member.value ? [member.value] : [],
  );
  const assigned = nodesOfType(module, 'AssignmentExpression').flatMap(({ left, right }) =>
    left.type === 'MemberExpression' &&
    staticName(left) === name &&
    classOfThis(left) === owner &&
    left.object.type === 'ThisExpression'
      ? [right]
      : [],
  );
  return [...initial, ...assigned, ...(isParameterProperty(owner, name) ? (['unseen'] as const) : [])];
}

/** `constructor(private client = …)`: whoever builds the object may pass another client. */
function isParameterProperty(owner: ClassNode, name: string): boolean {
  return owner.body.body.some(
    (member) =>
      member.type === 'MethodDefinition' &&
      member.kind === 'constructor' &&
      member.value.params.some((parameter) => {
        const declared = parameter.type === 'TSParameterProperty' ? parameter.parameter : undefined;
        const target = declared?.type === 'AssignmentPattern' ? declared.left : declared;
        return target?.type === 'Identifier' && target.name === name;
      }),
  );
}

function returnsOf(module: SourceModule, { of }: Extract<Holder, { kind: 'function' }>): readonly TSESTree.Node[] {
  if (of.body.type !== 'BlockStatement') return [of.body];
  return nodesOfType(module, 'ReturnStatement').flatMap((statement) =>
    statement.argument && closest(statement, isFunction) === of ? [statement.argument] : [],
  );
}

function argumentsOf(
  module: SourceModule,
  { of, variable }: Extract<Holder, { kind: 'parameter' }>,
): readonly (TSESTree.Node | 'unseen')[] {
  const binding = bindingOf(module, of);
  const index = of.params.findIndex((parameter) => {
    const target = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
    return variable.identifiers.some((identifier) => target === identifier);
  });
  if (!binding || index === -1 || of.parent.type.startsWith('Export')) return ['unseen'];
  const written = variable.references
    .map(({ writeExpr }) => writeExpr)
    .filter((node) => node !== null && node !== undefined);
  const passed = readsOf(binding).map(({ identifier: { parent } }) => {
    if (parent.type !== 'CallExpression' || parent.arguments.some(({ type }) => type === 'SpreadElement'))
      return 'unseen';
    // Where nothing is passed the default counts, which is among what is written.
    return parent.arguments[index] ?? (of.params[index]?.type === 'AssignmentPattern' ? [] : 'unseen');
  });
  return [...written, ...passed.flat()];
}

function isNothing(expression: TSESTree.Node): boolean {
  const node = unwrap(expression);
  if (node.type === 'Literal') return node.value === null;
  if (node.type === 'UnaryExpression') return node.operator === 'void';
  return node.type === 'Identifier' && node.name === 'undefined';
}
