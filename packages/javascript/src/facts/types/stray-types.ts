import type { TSESTree } from '@typescript-eslint/utils';
import type { TextRange } from '@azure-openai-v1/core';
import type { SourceModule } from '../../source-module.ts';
import { nodesOfType } from '../../syntax/node-index.ts';
import { literalText, rangeOf } from '../../syntax/nodes.ts';
import { walk } from '../../syntax/walk.ts';
import { exportedFromSdk } from '../exported-from-sdk.ts';
import type { OpenAIReference } from '../openai-references.ts';
import { parseOpenAISpecifier } from '../openai-specifier.ts';
import { reasonToKeepType } from './type-renames.ts';

/** A type of the legacy API that no edit changes, and why. */
export interface StrayType {
  readonly range: TextRange;
  readonly name: string;
  readonly reason: string;
}

/** Its types move along with a client; only where a file builds none do they need a person of their own. */
export function findStrayTypes(
  module: SourceModule,
  references: readonly OpenAIReference[],
  buildsClients: boolean,
): readonly StrayType[] {
  const kept = references.flatMap((reference) => {
    const { exported: name, node } = reference;
    // A subtype of the class itself is reported with its other uses.
    const isOurs =
      name === 'AzureClientOptions' || (name === 'AzureOpenAI' && node.parent.type !== 'TSInterfaceHeritage');
    const reason = isOurs && !buildsClients ? reasonToKeepType(module, reference) : undefined;
    return reason === undefined ? [] : [{ range: rangeOf(node), name, reason }];
  });
  return [...kept, ...exportedOptions(module), ...declaredNames(module), ...importedByComment(module)];
}

/** `export type { AzureClientOptions } from 'openai'` */
function exportedOptions(module: SourceModule): readonly StrayType[] {
  const reason = 'it is exported, and code that takes it from here must change with it';
  const name = 'AzureClientOptions';
  return exportedFromSdk(module, name).map(({ node }) => ({ range: rangeOf(node), name, reason }));
}

const legacyNames: ReadonlySet<string> = new Set(['AzureOpenAI', 'AzureClientOptions']);

/** `declare module 'openai' { interface AzureOpenAI { … } }` */
function declaredNames(module: SourceModule): readonly StrayType[] {
  const reason = 'this file declares it anew; change the declaration together with the code that relies on it';
  return nodesOfType(module, 'TSModuleDeclaration').flatMap(({ id, body }) => {
    if (!body || !parseOpenAISpecifier(literalText(id) ?? '')) return [];
    const named = [...walk(body)].find((node): node is TSESTree.Identifier => {
      return node.type === 'Identifier' && legacyNames.has(node.name);
    });
    return named ? [{ range: rangeOf(named), name: named.name, reason }] : [];
  });
}

/** `@import { AzureOpenAI } from 'openai'` in a comment. */
function importedByComment(module: SourceModule): readonly StrayType[] {
  const reason = 'a JSDoc `@import` brings it in; change it together with the types that use it';
  return (module.ast.comments ?? []).flatMap(({ value, range }) => {
    if (!value.startsWith('*') || !value.includes('Azure')) return [];
    return [...value.matchAll(/(?:^\*|[\n\r])[\t *]*@import\s/g)].flatMap((match) => {
      const position = match.index + match[0].length;
      const [clause, , source] = /^[^'"]*\bfrom\s*(['"])([^'"]*)\1/.exec(value.slice(position, position + 500)) ?? [];
      const name = /\bAzure(?:OpenAI|ClientOptions)\b/.exec(clause ?? '');
      if (name === null || !parseOpenAISpecifier(source ?? '')) return [];
      const start = range[0] + '/*'.length + position + name.index;
      return [{ range: { start, end: start + name[0].length }, name: name[0], reason }];
    });
  });
}
