import type { TextEdit } from '@azure-openai-v1/core';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Program } from '../../program/program.ts';
import { isTypeScript } from '../../source-module.ts';
import { environmentVariable, isTaken, writesEnvironment } from '../../syntax/environment-read.ts';
import { sourceOf } from '../../syntax/layout.ts';
import { moduleOf } from '../../syntax/module-of.ts';
import { classOfThis, staticName, unwrap } from '../../syntax/nodes.ts';
import { lookUpName } from '../../syntax/scope.ts';
import { portabilityOf } from '../portability.ts';
import { spellName } from './spell-name.ts';

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
  if (environmentVariable(home, node) !== undefined) return spellEnvironment(node, place);
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
function spellEnvironment(node: TSESTree.Node, place: TSESTree.Node): Spelling | undefined {
  const home = moduleOf(node);
  const target = moduleOf(place);
  const [root = ''] = /^[\w$]+/.exec(sourceOf(home, node)) ?? [];
  if (writesEnvironment(home, node) || writesEnvironment(target, node)) return undefined;
  return isTaken(lookUpName(target, place, root)) ? undefined : plain(sourceOf(home, node));
}

function spellMember(
  program: Program,
  node: TSESTree.MemberExpression,
  place: TSESTree.Node,
  depth: number,
): Spelling | undefined {
  if (staticName(node) === undefined || portabilityOf(moduleOf(node), node, node) === 'no') return undefined;
  const object = unwrap(node.object);
  if (object.type === 'ThisExpression')
    return classOfThis(place) === classOfThis(node) ? plain(sourceOf(moduleOf(node), node)) : undefined;
  return splice(program, node, [node.object], place, depth);
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
