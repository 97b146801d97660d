import type { TSESTree } from '@typescript-eslint/utils';
import { stringMethods } from '../facts/string-certainty.ts';
import type { SourceModule } from '../source-module.ts';
import { environmentVariable } from '../syntax/environment-read.ts';
import { staticName } from '../syntax/nodes.ts';
import { walk } from '../syntax/walk.ts';

const acting: ReadonlySet<string> = new Set([
  'AssignmentExpression',
  'AwaitExpression',
  'ImportExpression',
  'NewExpression',
  'TaggedTemplateExpression',
  'UpdateExpression',
  'YieldExpression',
]);

/** Whether evaluating an expression may do more than read, so that the program could miss it. */
export function makesCall(module: SourceModule, expression: TSESTree.Node): boolean {
  return [...walk(expression)].some((node) =>
    node.type === 'CallExpression' ? !isHarmless(module, node) : acting.has(node.type),
  );
}

/** Reads of the environment, and what strings do to themselves. */
function isHarmless(module: SourceModule, call: TSESTree.CallExpression): boolean {
  if (environmentVariable(module, call) !== undefined) return true;
  if (call.callee.type === 'Identifier') return call.callee.name === 'String';
  return call.callee.type === 'MemberExpression' && stringMethods.has(staticName(call.callee) ?? '');
}
