import type { TSESTree } from '@typescript-eslint/utils';
import { encloses, type ClassNode, type FunctionNode } from '../../syntax/nodes.ts';
import type { Variable } from '../../syntax/scope.ts';

/** Something that keeps a client for later or hands it on. */
export type Holder =
  | { readonly kind: 'variable'; readonly variable: Variable }
  | { readonly kind: 'field'; readonly owner: ClassNode; readonly name: string }
  | { readonly kind: 'property'; readonly object: TSESTree.ObjectExpression; readonly name: string }
  | { readonly kind: 'function'; readonly of: FunctionNode }
  | { readonly kind: 'parameter'; readonly variable: Variable; readonly of: FunctionNode }
  | { readonly kind: 'branch'; readonly node: TSESTree.ConditionalExpression | TSESTree.LogicalExpression };

/** Tells whether a holder outlives one call of a function. */
export function isOutside(holder: Holder, of: FunctionNode): boolean {
  // Each run of a constructor has an object of its own.
  if (holder.kind === 'field') return encloses(holder.owner, of) && !isConstructor(of);
  const declaration = holder.kind === 'variable' ? holder.variable.identifiers[0] : undefined;
  return declaration !== undefined && !encloses(of, declaration);
}

function isConstructor({ parent }: FunctionNode): boolean {
  return parent.type === 'MethodDefinition' && parent.kind === 'constructor';
}
