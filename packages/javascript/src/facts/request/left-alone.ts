import type { TSESTree } from '@typescript-eslint/utils';
import type { Program } from '../../program/program.ts';
import type { ClassNode } from '../../syntax/nodes.ts';
import { instancesOf } from '../flow/instances.ts';
import { trackValue } from '../flow/track-client.ts';
import { isLogged } from './find-request.ts';
import { waysOut } from './request-use.ts';

/** Tells whether a property of an object certainly keeps the value that it has where the object is made. */
export function isLeftAlone(program: Program, object: TSESTree.Node, key: string): boolean {
  const changes: TSESTree.Node[] = [];
  const flow = trackValue(program, object, ({ node, path, slots }) => {
    if (isLogged(node)) return true;
    if (slots.length > 0 || path.length === 0) return false;
    if (path[0] === key && isTarget(node)) changes.push(node);
    return true;
  });
  return changes.length + waysOut(flow).length + flow.doubts.length === 0;
}

/** The same of a field, in all objects of its class. */
export function isFieldLeftAlone(program: Program, owner: ClassNode, field: string): boolean {
  const instances = instancesOf(program, owner, field);
  if (!instances || instances.escapes.length + instances.doubts.length > 0) return false;
  return instances.objects.every((object) => isLeftAlone(program, object, field));
}

/** `object.key = …`, `object.key += …`, `delete object.key` and their like. */
function isTarget(node: TSESTree.Node): boolean {
  const { parent } = node;
  if (parent?.type === 'AssignmentExpression') return parent.left === node;
  return parent?.type === 'UpdateExpression' || (parent?.type === 'UnaryExpression' && parent.operator === 'delete');
}
