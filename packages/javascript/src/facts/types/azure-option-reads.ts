import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../../source-module.ts';
import { nodesOfType } from '../../syntax/node-index.ts';
import { staticName } from '../../syntax/nodes.ts';
import { leftOverOptions } from '../client/constructions.ts';
import { namesIn } from './string-types.ts';

/** Tells whether an object literal has, or may have, an option that only `AzureOpenAI` reads. */
export function mayHoldAzureOption({ properties }: TSESTree.ObjectExpression): boolean {
  return properties.some((property) => property.type === 'SpreadElement' || isAzureOption(staticName(property)));
}

/**
 * Tells whether something of a type may have, or be asked for, an option that only `AzureOpenAI` reads: what has the type
 * is not followed, so any such name in the file counts.
 */
export function mayUseAzureOption(module: SourceModule, type: TSESTree.Node): boolean {
  const { parent } = type;
  if (parent?.type === 'TSIndexedAccessType') return namesIn(parent.indexType).some(isAzureOption);
  if (parent?.type === 'TSTypeParameterInstantiation' && picks(parent)) return true;
  const names = [...nodesOfType(module, 'Property'), ...nodesOfType(module, 'MemberExpression')].map(staticName);
  return names.some((name) => name !== undefined && isAzureOption(name));
}

/** `Pick<AzureClientOptions, 'endpoint'>` */
function picks({ params, parent }: TSESTree.TSTypeParameterInstantiation): boolean {
  const isPick =
    parent.type === 'TSTypeReference' && parent.typeName.type === 'Identifier' && parent.typeName.name === 'Pick';
  return isPick && params.flatMap(namesIn).some(isAzureOption);
}

function isAzureOption(name: string | undefined): boolean {
  return name === undefined || leftOverOptions.includes(name);
}
