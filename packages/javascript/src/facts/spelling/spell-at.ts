import type { TextEdit } from '@azure-openai-v1/core';
import type { TSESTree } from '@typescript-eslint/utils';
import { exportsOf } from '../../program/exports.ts';
import type { Program } from '../../program/program.ts';
import { usesOfExport } from '../../program/uses-of-export.ts';
import { isTypeScript } from '../../source-module.ts';
import { environmentVariable, isTaken, writesEnvironment } from '../../syntax/environment-read.ts';
import { sourceOf } from '../../syntax/layout.ts';
import { moduleOf } from '../../syntax/module-of.ts';
import { classOfThis, staticName, unwrap } from '../../syntax/nodes.ts';
import { findVariable, lookUpName } from '../../syntax/scope.ts';
import { accessibilityOf } from '../flow/members.ts';
import { portabilityOf } from '../portability.ts';
import { originOf } from './local-name.ts';
import { isMemberOf, isSetByOthers, spellName } from './spell-name.ts';

/** What has to happen besides before an expression can stand at another place. */
export type SpellingCost =
  /** A call is made once more. */
  | 'call'
  /** A constant is exported that was not. */
  | 'export'
  /** A file imports another that it did not import. */
  | 'import';

/** An expression as another place, possibly of another module, can spell it. */
export interface Spelling {
  readonly text: string;
  /** Imports and exports that bring its names in, each with the path of its file. */
  readonly edits: readonly TextEdit[];
  readonly costs: readonly SpellingCost[];
}

/** More constants behind constants than real code has. */
const maximumDepth = 6;

/** Spells an expression so that it has the same value at `place`; undefined where that cannot be said. */
export function spellAt(program: Program, node: TSESTree.Node, place: TSESTree.Node, depth = 0): Spelling | undefined {
  if (depth > maximumDepth) return undefined;
  const home = moduleOf(node);
  const target = moduleOf(place);
  const value = unwrap(node);
  if (home === target) {
    const portability = portabilityOf(home, value, place);
    if (portability !== 'no') return plain(sourceOf(home, node), portability === 'call' ? ['call'] : []);
  }
  if (value !== node) return spellCast(program, node, value, place, depth);
  if (environmentVariable(home, node) !== undefined) return spellEnvironment(program, node, place);
  switch (node.type) {
    case 'Literal':
      return plain(sourceOf(home, node));
    case 'Identifier':
      return spellName(program, node, place, depth);
    case 'MemberExpression':
      return spellMember(program, node, place, depth);
    case 'TemplateLiteral':
      return splice(program, node, node.expressions, place, depth);
    case 'LogicalExpression':
    case 'BinaryExpression':
      return splice(program, node, [node.left, node.right], place, depth);
    case 'ConditionalExpression':
      return splice(program, node, [node.test, node.consequent, node.alternate], place, depth);
    case 'CallExpression':
      return spellCall(program, node, place, depth);
    default:
      return undefined;
  }
}

/** A spelling that needs nothing else. */
export function plain(text: string, costs: readonly SpellingCost[] = []): Spelling {
  return { text, edits: [], costs };
}

/** JavaScript has no casts. */
function spellCast(
  program: Program,
  node: TSESTree.Node,
  value: TSESTree.Node,
  place: TSESTree.Node,
  depth: number,
): Spelling | undefined {
  const inner = spellAt(program, value, place, depth + 1);
  if (!inner || !isTypeScript(moduleOf(place)) || node.type !== 'TSNonNullExpression') return inner;
  return { ...inner, text: /^[\w$.[\]'"]+$/.test(inner.text) ? `${inner.text}!` : `(${inner.text})!` };
}

/** The environment is the same in every module of a process, unless one of the two writes to it or hides it. */
function spellEnvironment(program: Program, node: TSESTree.Node, place: TSESTree.Node): Spelling | undefined {
  const home = moduleOf(node);
  const target = moduleOf(place);
  const [root = ''] = /^[\w$]+/.exec(sourceOf(home, node)) ?? [];
  if (writesEnvironment(home, node) || writesEnvironment(target, node)) return undefined;
  if (program.setsVariable(environmentVariable(home, node) ?? '')) return undefined;
  return isTaken(lookUpName(target, place, root)) ? undefined : plain(sourceOf(home, node));
}

function spellMember(
  program: Program,
  node: TSESTree.MemberExpression,
  place: TSESTree.Node,
  depth: number,
): Spelling | undefined {
  const name = staticName(node);
  if (name === undefined || portabilityOf(moduleOf(node), node, node) === 'no') return undefined;
  const object = unwrap(node.object);
  if (object.type === 'ThisExpression') return spellField(program, node, name, place);
  return isWrittenElsewhere(program, object, name) ? undefined : splice(program, node, [node.object], place, depth);
}

/** A field that a class inherits is the same field. */
function spellField(
  program: Program,
  node: TSESTree.MemberExpression,
  name: string,
  place: TSESTree.Node,
): Spelling | undefined {
  const owner = classOfThis(node);
  if (!owner || !isMemberOf(program, place, owner) || isSetByOthers(program, owner, name)) return undefined;
  const isHidden = name.startsWith('#') || accessibilityOf(owner, name) === 'private';
  return isHidden && classOfThis(place) !== owner ? undefined : plain(sourceOf(moduleOf(node), node));
}

/** Whether another module sets a property of an object that both know. */
function isWrittenElsewhere(program: Program, object: TSESTree.Node, name: string): boolean {
  const root = object.type === 'Identifier' ? originOfName(program, object) : undefined;
  if (!root) return false;
  return exportsOf(moduleOf(root)).some((exported) => {
    if (exported.variable?.identifiers[0] !== root) return false;
    const uses = usesOfExport(program, moduleOf(root), exported.name);
    return uses?.reads.some(({ node }) => isWriteThrough(node, name)) === true;
  });
}

function originOfName(program: Program, node: TSESTree.Identifier): TSESTree.Node | undefined {
  const variable = findVariable(moduleOf(node), node);
  const origin = variable && originOf(program, moduleOf(node), variable);
  return typeof origin === 'object' ? origin.identifiers[0] : undefined;
}

/** `config.a.name = …`, `delete config.name`, `Object.assign(config, …)` */
function isWriteThrough(node: TSESTree.Node, name: string): boolean {
  const { parent } = node;
  if (parent?.type === 'CallExpression')
    return parent.callee.type === 'MemberExpression' && staticName(parent.callee) === 'assign';
  if (parent?.type !== 'MemberExpression' || parent.object !== node) return false;
  const use = parent.parent;
  const isTarget = use.type === 'AssignmentExpression' && use.left === parent;
  if (isTarget || use.type === 'UpdateExpression' || (use.type === 'UnaryExpression' && use.operator === 'delete'))
    return (staticName(parent) ?? name) === name;
  return isWriteThrough(parent, name);
}

function spellCall(
  program: Program,
  node: TSESTree.CallExpression,
  place: TSESTree.Node,
  depth: number,
): Spelling | undefined {
  const callee = unwrap(node.callee);
  const named = callee.type === 'MemberExpression' ? callee.object : callee;
  const spelled = splice(program, node, [named, ...node.arguments], place, depth);
  return spelled && { ...spelled, costs: [...spelled.costs, 'call'] };
}

/** The source of an expression with its parts spelled for the place. */
function splice(
  program: Program,
  node: TSESTree.Node,
  parts: readonly TSESTree.Node[],
  place: TSESTree.Node,
  depth: number,
): Spelling | undefined {
  const { text } = moduleOf(node);
  const [start, end] = node.range;
  let result = '';
  let position = start;
  const edits: TextEdit[] = [];
  const costs: SpellingCost[] = [];
  for (const part of parts) {
    const spelled = spellAt(program, part, place, depth + 1);
    if (!spelled) return undefined;
    const isAsIs = spelled.text === text.slice(...part.range);
    const isOpen = !isAsIs && !/^[\w$.]+$/.test(spelled.text) && node.type !== 'TemplateLiteral';
    result += text.slice(position, part.range[0]) + (isOpen ? `(${spelled.text})` : spelled.text);
    position = part.range[1];
    edits.push(...spelled.edits);
    costs.push(...spelled.costs);
  }
  return { text: result + text.slice(position, end), edits, costs };
}
