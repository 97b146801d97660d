import type { TSESTree } from '@typescript-eslint/utils';
import { inFile } from '../../edits/combine.ts';
import type { Program } from '../../program/program.ts';
import { resolveValue } from '../../program/resolve-value.ts';
import { moduleOf } from '../../syntax/module-of.ts';
import { classOfThis, isFunction, staticName, unwrap, type ClassNode } from '../../syntax/nodes.ts';
import { constantInit, findVariable, isNeverReassigned, lookUpName } from '../../syntax/scope.ts';
import { findProperty } from '../../syntax/object-literal.ts';
import { concern } from '../client/concern.ts';
import type { Holder } from '../flow/holder.ts';
import { accessibilityOf } from '../flow/members.ts';
import { returnsOf } from '../flow/other-sources.ts';
import { portabilityOf } from '../portability.ts';
import { isSameValue } from '../spelling/same-value.ts';
import { spellAt } from '../spelling/spell-at.ts';
import type { DeploymentInRequest } from './deployment-in-request.ts';
import type { HttpCall } from './http-call.ts';
import { isFieldLeftAlone, isLeftAlone } from './left-alone.ts';
import { argumentsFor } from './known-texts.ts';
import type { RequestUse } from './request-use.ts';

/** The object that a request takes its URL from, by the name of a property or method. */
export interface UrlOwner {
  readonly object: TSESTree.Node;
  readonly name: string;
  /** `const { url } = object` */
  readonly pattern: TSESTree.ObjectPattern | undefined;
}

/** More names behind names than real code has. */
const maximumDepth = 6;

/** Finds the object that a request's URL is a property of, or the result of a method of. */
export function ownerOf({ url }: Pick<HttpCall, 'url'>): UrlOwner | undefined {
  return ownerBehind(url, 0);
}

function ownerBehind(url: TSESTree.Node, depth: number): UrlOwner | undefined {
  const node = unwrap(url);
  const ask = (next: TSESTree.Node) => (depth > maximumDepth ? undefined : ownerBehind(next, depth + 1));
  if (node.type === 'AwaitExpression') return ask(node.argument);
  if (node.type === 'CallExpression') {
    const callee = unwrap(node.callee);
    const isSpelling = callee.type === 'MemberExpression' && staticName(callee) === 'toString';
    return callee.type === 'MemberExpression' ? ask(isSpelling ? callee.object : callee) : undefined;
  }
  if (node.type === 'MemberExpression') {
    const name = staticName(node);
    if (name === 'href') return ask(node.object);
    return name === undefined ? undefined : { object: unwrap(node.object), name, pattern: undefined };
  }
  const variable = node.type === 'Identifier' ? findVariable(moduleOf(node), node) : undefined;
  const init = constantInit(variable);
  if (init) return ask(init);
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
  const beside = besideUrl(program, deployment, owner, use) ?? fieldOf(program, deployment, owner, use);
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
  const concerns = spelled.costs.flatMap((cost) => (cost === 'call' ? [] : [concern(costs[cost], spelled.text)]));
  return { deployment: { text: `${spelled.text}.${beside}`, nodes }, edits: spelled.edits, concerns };
}

const costs = { export: 'deployment-exported', import: 'deployment-imported' } as const;

/** The property that holds the deployment in the object literal that holds the URL. */
function besideUrl(
  program: Program,
  deployment: TSESTree.Node,
  { name, object: owner }: UrlOwner,
  { holders }: RequestUse,
): string | undefined {
  const holder = holders.findLast(({ kind }) => kind === 'property');
  if (holder?.kind !== 'property' || holder.name !== name) return undefined;
  const { object } = holder;
  if (!isCertainly(program, owner, object, 0)) return undefined;
  if (object.properties.some(({ type }) => type === 'SpreadElement')) return undefined;
  for (const property of object.properties) {
    const key = property.type === 'Property' ? staticName(property) : undefined;
    if (key === undefined || property.type !== 'Property' || property.kind !== 'init') continue;
    const isLast = findProperty(object, key) === property;
    const isKept = isLeftAlone(program, object, key);
    if (isLast && isSame(program, property.value, deployment) && isKept) return key;
  }
  return undefined;
}

/** Tells whether an expression is an object literal in the end, whatever way it came there. */
function isCertainly(
  program: Program,
  expression: TSESTree.Node,
  object: TSESTree.ObjectExpression,
  depth: number,
): boolean {
  if (depth > maximumDepth) return false;
  const resolved = resolveValue(program, expression);
  const node = resolved.type === 'AwaitExpression' ? resolveValue(program, resolved.argument) : resolved;
  const ask = (source: TSESTree.Node) => isCertainly(program, source, object, depth + 1);
  if (node === object) return true;
  if (node.type === 'Identifier') return argumentsFor(program, node)?.every(ask) === true;
  const called = node.type === 'CallExpression' ? resolveValue(program, node.callee) : undefined;
  return called !== undefined && isFunction(called) && returnsOf({ of: called }).every(ask);
}

function isSame(program: Program, value: TSESTree.Node, deployment: TSESTree.Node): boolean {
  const [a, b] = [unwrap(value), unwrap(deployment)];
  if (a.type !== 'Identifier' || b.type !== 'Identifier') return isSameValue(program, a, b);
  const variable = findVariable(moduleOf(a), a);
  if (variable && variable === findVariable(moduleOf(b), b)) return isNeverReassigned(variable);
  return isSameValue(program, a, b);
}

/** The field that `this.field` names, where whoever has the object can read it. */
function fieldOf(program: Program, deployment: TSESTree.Node, owner: UrlOwner, use: RequestUse): string | undefined {
  const node = unwrap(deployment);
  if (node.type !== 'MemberExpression' || node.object.type !== 'ThisExpression') return undefined;
  const field = staticName(node);
  const kept = classOfThis(node);
  if (!kept || field === undefined || field.startsWith('#') || !isTakenFrom(kept, owner, use)) return undefined;
  const accessibility = accessibilityOf(kept, field);
  if (accessibility === 'private' || accessibility === 'protected') return undefined;
  const isKept = portabilityOf(moduleOf(node), node, node) === 'yes' && isFieldLeftAlone(program, kept, field);
  return isKept ? field : undefined;
}

/** Tells whether the object that a request takes its URL from is the very one that made the URL. */
export function isTakenFrom(kept: ClassNode, { object, name }: UrlOwner, { passages, holders }: RequestUse): boolean {
  const [passage, ...others] = passages;
  const member = passage?.of.parent;
  if (others.length > 0 || member?.type !== 'MethodDefinition' || member.parent.parent !== kept) return false;
  if (staticName(member) !== name || holders.some((holder) => !isMethodItself(holder, kept, name))) return false;
  const callee = passage?.call && unwrap(passage.call.callee);
  return !callee || (callee.type === 'MemberExpression' && unwrap(callee.object) === object);
}

/** Variables keep what they are given; a field or property may be set by others, but the method is no such. */
function isMethodItself(holder: Holder, kept: ClassNode, name: string): boolean {
  if (holder.kind === 'field') return holder.owner === kept && holder.name === name;
  return holder.kind !== 'property';
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
