import type { TSESTree } from '@typescript-eslint/utils';
import { inFile } from '../../edits/combine.ts';
import type { Program } from '../../program/program.ts';
import { moduleOf } from '../../syntax/module-of.ts';
import { classOfThis, staticName, unwrap, type ClassNode } from '../../syntax/nodes.ts';
import { constantInit, findVariable, isNeverReassigned, lookUpName } from '../../syntax/scope.ts';
import { findProperty } from '../../syntax/object-literal.ts';
import { concern } from '../client/concern.ts';
import { accessibilityOf } from '../flow/members.ts';
import { hasOtherSource } from '../flow/other-sources.ts';
import { portabilityOf } from '../portability.ts';
import { isSameValue } from '../spelling/same-value.ts';
import { spellAt } from '../spelling/spell-at.ts';
import type { DeploymentInRequest } from './deployment-in-request.ts';
import type { HttpCall } from './http-call.ts';
import type { RequestUse } from './request-use.ts';

/** The object that a request takes its URL from, by the name of a property or method. */
export interface UrlOwner {
  readonly object: TSESTree.Node;
  readonly name: string;
  /** `const { url } = object` */
  readonly pattern: TSESTree.ObjectPattern | undefined;
}

/** Finds the object that a request's URL is a property of, or the result of a method of. */
export function ownerOf({ url }: Pick<HttpCall, 'url'>): UrlOwner | undefined {
  const node = unwrap(url);
  if (node.type === 'AwaitExpression') return ownerOf({ url: node.argument });
  if (node.type === 'CallExpression') {
    const callee = unwrap(node.callee);
    const isSpelling = callee.type === 'MemberExpression' && staticName(callee) === 'toString';
    return callee.type === 'MemberExpression' ? ownerOf({ url: isSpelling ? callee.object : callee }) : undefined;
  }
  if (node.type === 'MemberExpression') {
    const name = staticName(node);
    if (name === 'href') return ownerOf({ url: node.object });
    return name === undefined ? undefined : { object: unwrap(node.object), name, pattern: undefined };
  }
  const variable = node.type === 'Identifier' ? findVariable(moduleOf(node), node) : undefined;
  const init = constantInit(variable);
  if (init) return ownerOf({ url: init });
  const declarator = variable?.defs[0]?.node;
  if (!variable || declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'ObjectPattern')
    return undefined;
  const property = declarator.id.properties.find(({ value }) => value === variable.identifiers[0]);
  const name = property?.type === 'Property' ? staticName(property) : undefined;
  if (name === undefined || !declarator.init || !isNeverReassigned(variable)) return undefined;
  return { object: unwrap(declarator.init), name, pattern: declarator.id };
}

/** Spells a deployment as what stands beside the URL: another property of its object, a field of its class. */
export function spellThroughOwner(
  program: Program,
  deployment: TSESTree.Node,
  owner: UrlOwner,
  use: RequestUse,
  place: TSESTree.Node,
): DeploymentInRequest | undefined {
  const beside = besideUrl(program, deployment, owner, use) ?? fieldOf(deployment, owner);
  const nodes = [deployment];
  if (beside === undefined) return undefined;
  if (owner.pattern) {
    const taken = takenAs(owner.pattern, owner.name, beside, place);
    return taken && { deployment: { text: taken.text, nodes }, edits: taken.edits, concerns: [] };
  }
  if (!/^[A-Za-z_$][\w$]*$/.test(beside)) return undefined;
  if (owner.object.type === 'ThisExpression')
    return { deployment: { text: `this.${beside}`, nodes }, edits: [], concerns: [] };
  const spelled = spellAt(program, owner.object, place);
  if (!spelled || spelled.costs.includes('call')) return undefined;
  const concerns = spelled.costs.map((cost) => concern(costs[cost], spelled.text));
  return { deployment: { text: `${spelled.text}.${beside}`, nodes }, edits: spelled.edits, concerns };
}

const costs = {
  call: 'deployment-repeated',
  export: 'deployment-exported',
  import: 'deployment-imported',
} as const;

/** The property that holds the deployment in the object literal that holds the URL. */
function besideUrl(
  program: Program,
  deployment: TSESTree.Node,
  { name }: UrlOwner,
  { holders }: RequestUse,
): string | undefined {
  const holder = holders.findLast(({ kind }) => kind === 'property');
  if (holder?.kind !== 'property' || holder.name !== name) return undefined;
  const { object } = holder;
  if (object.properties.some(({ type }) => type === 'SpreadElement')) return undefined;
  for (const property of object.properties) {
    const key = property.type === 'Property' ? staticName(property) : undefined;
    if (key === undefined || property.type !== 'Property' || property.kind !== 'init') continue;
    const isLast = findProperty(object, key) === property;
    const isKept = !hasOtherSource(program, { kind: 'property', object, name: key }, new Set([property.value]));
    if (isLast && isKept && isSame(program, property.value, deployment)) return key;
  }
  return undefined;
}

function isSame(program: Program, value: TSESTree.Node, deployment: TSESTree.Node): boolean {
  const [a, b] = [unwrap(value), unwrap(deployment)];
  if (a.type !== 'Identifier' || b.type !== 'Identifier') return isSameValue(program, a, b);
  const variable = findVariable(moduleOf(a), a);
  if (variable && variable === findVariable(moduleOf(b), b)) return isNeverReassigned(variable);
  return isSameValue(program, a, b);
}

/** The field that `this.field` names, where whoever has the object can read it. */
function fieldOf(deployment: TSESTree.Node, { name }: UrlOwner): string | undefined {
  const node = unwrap(deployment);
  if (node.type !== 'MemberExpression' || node.object.type !== 'ThisExpression') return undefined;
  const field = staticName(node);
  const owner = classOfThis(node);
  if (!owner || field === undefined || field.startsWith('#') || !hasMember(owner, name)) return undefined;
  const accessibility = accessibilityOf(owner, field);
  if (accessibility === 'private' || accessibility === 'protected') return undefined;
  return portabilityOf(moduleOf(node), node, node) === 'yes' ? field : undefined;
}

function hasMember(owner: ClassNode, name: string): boolean {
  return owner.body.body.some(
    (member) =>
      (member.type === 'MethodDefinition' || member.type === 'PropertyDefinition') && staticName(member) === name,
  );
}

/** The name that a pattern gives a property, or can take it by, at a place that sees what the pattern declares. */
function takenAs(pattern: TSESTree.ObjectPattern, known: string, key: string, place: TSESTree.Node) {
  const module = moduleOf(pattern);
  const variableFor = (name: string) => {
    const property = pattern.properties.find((entry) => entry.type === 'Property' && staticName(entry) === name);
    return property?.type === 'Property' ? findVariable(module, property.value) : undefined;
  };
  const isSeen = (variable: ReturnType<typeof variableFor>) =>
    variable !== undefined && isNeverReassigned(variable) && lookUpName(module, place, variable.name) === variable;
  if (moduleOf(place) !== module || place.range[0] < pattern.range[1] || !isSeen(variableFor(known))) return undefined;
  const variable = variableFor(key);
  if (variable) return isSeen(variable) ? { text: variable.name, edits: [] } : undefined;
  const last = pattern.properties.at(-1);
  const isFree = !lookUpName(module, place, key) && !lookUpName(module, pattern, key);
  const isTaken = pattern.properties.some((entry) => entry.type === 'RestElement' || staticName(entry) === key);
  if (!last || isTaken || !isFree || !/^[A-Za-z_$][\w$]*$/.test(key)) return undefined;
  const end = last.range[1];
  return { text: key, edits: inFile(module, [{ range: { start: end, end }, text: `, ${key}` }]) };
}
