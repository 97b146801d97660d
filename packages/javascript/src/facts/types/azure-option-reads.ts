import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../../source-module.ts';
import { staticName } from '../../syntax/nodes.ts';
import { findVariable } from '../../syntax/scope.ts';
import { leftOverOptions } from '../client/constructions.ts';
import { namesIn } from './string-types.ts';

/** Tells whether an object literal has, or may have, an option that only `AzureOpenAI` reads. */
export function mayHoldAzureOption({ properties }: TSESTree.ObjectExpression): boolean {
  return properties.some((property) => property.type === 'SpreadElement' || isAzureOption(staticName(property)));
}

/** Tells whether code takes an option that only `AzureOpenAI` reads from something of a type. */
export function readsAzureOption(module: SourceModule, type: TSESTree.Node): boolean {
  const { parent } = type;
  if (parent?.type === 'TSIndexedAccessType') return namesIn(parent.indexType).some(isAzureOption);
  if (parent?.type === 'TSTypeParameterInstantiation') return picks(parent);
  if (parent?.type !== 'TSTypeAnnotation') return false;
  const owner = parent.parent;
  if (owner.type === 'ObjectPattern')
    return owner.properties.some((property) => property.type === 'Property' && isAzureOption(staticName(property)));
  const variable = owner.type === 'Identifier' ? findVariable(module, owner) : undefined;
  return variable?.references.some(({ identifier }) => takesAzureOption(identifier)) === true;
}

/** `Pick<AzureClientOptions, 'endpoint'>` */
function picks({ params, parent }: TSESTree.TSTypeParameterInstantiation): boolean {
  const isPick =
    parent.type === 'TSTypeReference' && parent.typeName.type === 'Identifier' && parent.typeName.name === 'Pick';
  return isPick && params.flatMap(namesIn).some(isAzureOption);
}

function takesAzureOption({ parent }: TSESTree.Node): boolean {
  if (parent?.type === 'MemberExpression') return isAzureOption(staticName(parent));
  if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'ObjectPattern') return false;
  return parent.id.properties.some((property) => property.type === 'Property' && isAzureOption(staticName(property)));
}

function isAzureOption(name: string | undefined): boolean {
  return name === undefined || leftOverOptions.includes(name);
}
