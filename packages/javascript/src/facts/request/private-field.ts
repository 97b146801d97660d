import type { TSESTree } from '@typescript-eslint/utils';
import type { Program } from '../../program/program.ts';
import { resolveValue } from '../../program/resolve-value.ts';
import { moduleOf } from '../../syntax/module-of.ts';
import { nodesOfType } from '../../syntax/node-index.ts';
import { classOfThis, isFunction, staticName, unwrap, type ClassNode } from '../../syntax/nodes.ts';
import { accessibilityOf } from '../flow/members.ts';
import { spellAt } from '../spelling/spell-at.ts';
import type { DeploymentInRequest } from './deployment-in-request.ts';
import type { RequestUse } from './request-use.ts';
import { isTakenFrom, type UrlOwner } from './url-owner.ts';

/** Spells `this.field` where nobody outside of the class can read the field, as what the field is made from. */
export function spellPrivateField(
  program: Program,
  deployment: TSESTree.Node,
  owner: UrlOwner,
  use: RequestUse,
  place: TSESTree.Node,
): DeploymentInRequest | undefined {
  const value = valueOfField(program, unwrap(deployment), owner, use);
  const spelled = value && spellAt(program, value, place);
  if (!value || spelled?.costs.length !== 0) return undefined;
  return { deployment: { text: spelled.text, nodes: [value] }, edits: spelled.edits, concerns: [] };
}

function valueOfField(
  program: Program,
  node: TSESTree.Node,
  from: UrlOwner,
  use: RequestUse,
): TSESTree.Node | undefined {
  const name = node.type === 'MemberExpression' ? staticName(node) : undefined;
  const owner = classOfThis(node);
  if (!owner || name === undefined || isAssigned(owner, name) || !isTakenFrom(owner, from, use)) return undefined;
  if (!name.startsWith('#') && accessibilityOf(owner, name) !== 'private') return undefined;
  for (const member of owner.body.body)
    if (member.type === 'PropertyDefinition' && staticName(member) === name && !member.static)
      return member.value ?? undefined;
  const made = resolveValue(program, from.object);
  const index = parameterOf(owner, name);
  if (made.type !== 'NewExpression' || resolveValue(program, made.callee) !== owner || index === undefined)
    return undefined;
  return made.arguments.some(({ type }) => type === 'SpreadElement') ? undefined : made.arguments[index];
}

function isAssigned(owner: ClassNode, name: string): boolean {
  return nodesOfType(moduleOf(owner), 'AssignmentExpression').some(
    ({ left }) => left.type === 'MemberExpression' && (staticName(left) ?? name) === name,
  );
}

/** The place of `private readonly name` among the parameters of the constructor. */
function parameterOf(owner: ClassNode, name: string): number | undefined {
  for (const member of owner.body.body) {
    if (member.type !== 'MethodDefinition' || member.kind !== 'constructor' || !isFunction(member.value)) continue;
    const index = member.value.params.findIndex(
      (parameter) =>
        parameter.type === 'TSParameterProperty' &&
        parameter.parameter.type === 'Identifier' &&
        parameter.parameter.name === name,
    );
    return index === -1 ? undefined : index;
  }
  return undefined;
}
