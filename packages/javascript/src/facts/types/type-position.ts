import type { TSESTree } from '@typescript-eslint/utils';

/** Tells whether a name of the SDK stands in a type. */
export function isTypePosition(node: TSESTree.Node): boolean {
  const owner = node.parent?.type;
  return owner === 'TSTypeReference' || owner === 'TSTypeQuery' || owner === 'TSImportType';
}

/** What a type that names a legacy class stands for. */
export interface NamedType {
  /** `client`: something that a class builds; `options`: what it is built with; `class`: the class itself. */
  readonly kind: 'client' | 'options' | 'class';
  /** The whole of it, such as `InstanceType<typeof AzureOpenAI>`. */
  readonly node: TSESTree.Node;
}

/** Finds out what the type around a name stands for. */
export function namedTypeOf(name: TSESTree.Node, exported: string): NamedType {
  const owner = name.parent ?? name;
  if (exported !== 'AzureOpenAI') return { kind: 'options', node: owner };
  const query = owner.type === 'TSImportType' && owner.parent.type === 'TSTypeQuery' ? owner.parent : owner;
  if (query.type !== 'TSTypeQuery') return { kind: 'client', node: owner };
  const utility = utilityAround(query);
  if (utility?.name === 'InstanceType') return { kind: 'client', node: utility.node };
  if (utility?.name !== 'ConstructorParameters') return { kind: 'class', node: query };
  const { parent } = utility.node;
  const isFirst = parent.type === 'TSIndexedAccessType' && parent.objectType === utility.node;
  return { kind: 'options', node: isFirst ? parent : utility.node };
}

/** The generic type whose only argument a type is, such as `Partial<…>`. */
export function utilityAround(
  type: TSESTree.Node,
): { readonly name: string; readonly node: TSESTree.TSTypeReference } | undefined {
  const list = type.parent;
  const node = list?.parent;
  if (list?.type !== 'TSTypeParameterInstantiation' || list.params.length !== 1) return undefined;
  if (node?.type !== 'TSTypeReference' || node.typeName.type !== 'Identifier') return undefined;
  return { name: node.typeName.name, node };
}
