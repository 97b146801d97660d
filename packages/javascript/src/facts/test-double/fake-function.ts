import { findRequestDouble } from '@azure-openai-v1/knowledge';
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../../source-module.ts';
import { isFunction, parentOf, staticName, unwrap } from '../../syntax/nodes.ts';
import { originOf } from './origin.ts';

/** A use of a text in a function that a test puts in the place of another, as `fetch`, to decide by it. */
export interface FakePlace {
  readonly kind: 'fake';
  /** The call that decides: `url.includes('…')`. */
  readonly call: TSESTree.CallExpression;
  readonly isComposed: boolean;
}

/** Finds the fake that decides by a text or a pattern. */
export function fakeAround(module: SourceModule, node: TSESTree.Node): FakePlace | undefined {
  const call = decidingCall(node);
  if (!call) return undefined;
  for (let current: TSESTree.Node | undefined = call; current !== undefined; current = parentOf(current)) {
    if (isFunction(current) && isFake(module, current)) return { kind: 'fake', call, isComposed: false };
  }
  return undefined;
}

/** `url.includes(text)`, `pattern.test(url)` */
function decidingCall(node: TSESTree.Node): TSESTree.CallExpression | undefined {
  const { parent } = node;
  const member = parent?.type === 'MemberExpression' && parent.object === node ? parent : undefined;
  const call = member ? member.parent : parent;
  if (call?.type !== 'CallExpression' || call.callee.type !== 'MemberExpression') return undefined;
  const method = staticName(call.callee) ?? '';
  const isDeciding = member
    ? /^(?:test|exec)$/.test(method)
    : call.arguments[0] === node && /^(?:includes|startsWith|endsWith|indexOf|match)$/.test(method);
  return isDeciding ? call : undefined;
}

function isFake(module: SourceModule, fake: TSESTree.Node): boolean {
  const { parent } = fake;
  if (parent?.type === 'AssignmentExpression' && parent.right === fake) {
    const target = unwrap(parent.left);
    return target.type === 'MemberExpression' && staticName(target) === 'fetch';
  }
  if (parent?.type !== 'CallExpression' || parent.callee === fake) return false;
  const { callee } = parent;
  const method = callee.type === 'MemberExpression' ? (staticName(callee) ?? '') : '';
  if (/^(?:mockImplementation(?:Once)?|callsFake)$/.test(method)) return true;
  const origin = originOf(module, callee);
  if (!origin) return false;
  if (findRequestDouble(origin.module)) return parent.arguments[0] === fake;
  return /^(?:(?:vi|jest)\.fn|(?:vi|jest)\.stubGlobal|fake|stub|mock|(?:\w+\.)?mock\.(?:fn|method))$/.test(origin.name);
}
