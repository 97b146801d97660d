import type { TSESTree } from '@typescript-eslint/utils';
import { exportedByAssignment } from '../../program/exports.ts';
import type { SourceModule } from '../../source-module.ts';
import { classOfThis, staticName, unwrap } from '../../syntax/nodes.ts';
import { findVariable } from '../../syntax/scope.ts';
import type { Step } from './step.ts';

/** Says where a value goes that is assigned to a target: a variable, a field, the names of a pattern. */
export function stepsIntoPattern(module: SourceModule, target: TSESTree.Node): readonly Step[] {
  const node = unwrap(target);
  if (node.type === 'Identifier') return [variableStep(module, node, undefined)];
  if (node.type === 'MemberExpression') return [memberTargetStep(module, node)];
  if (node.type !== 'ObjectPattern') return [{ kind: 'escape', how: 'it is taken apart' }];
  return node.properties.map((property) => {
    const name = property.type === 'Property' ? staticName(property) : undefined;
    const value = property.type === 'Property' ? property.value : undefined;
    if (name === undefined || value?.type !== 'Identifier') return { kind: 'escape', how: 'it is taken apart' };
    return variableStep(module, value, name);
  });
}

function variableStep(module: SourceModule, node: TSESTree.Identifier, name: string | undefined): Step {
  const variable = findVariable(module, node);
  return variable ? { kind: 'variable', variable, name } : { kind: 'escape', how: 'it becomes a global' };
}

function memberTargetStep(module: SourceModule, node: TSESTree.MemberExpression): Step {
  const name = staticName(node);
  const owner = node.object.type === 'ThisExpression' ? classOfThis(node) : undefined;
  if (owner && name !== undefined) return { kind: 'field', owner, name, isStatic: false };
  const exported = exportedByAssignment(module, node);
  return exported === undefined
    ? { kind: 'escape', how: 'it is put into an object' }
    : { kind: 'export', name: exported };
}
