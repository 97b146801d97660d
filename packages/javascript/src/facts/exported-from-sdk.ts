import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../source-module.ts';
import { nodesOfType } from '../syntax/node-index.ts';
import { parseOpenAISpecifier, type OpenAISpecifier } from './openai-specifier.ts';

/** A name that a file passes on from the `openai` package: `export { AzureOpenAI as Client } from 'openai'`. */
export interface SdkExport {
  /** The name in the package, as it is written. */
  readonly node: TSESTree.Node;
  /** The name that importers see. */
  readonly alias: string;
  /** Only the type is passed on. */
  readonly isType: boolean;
  readonly source: TSESTree.StringLiteral;
  readonly specifier: OpenAISpecifier;
}

/** Finds where a file passes a name of the package on. */
export function exportedFromSdk(module: SourceModule, name: string): readonly SdkExport[] {
  return nodesOfType(module, 'ExportNamedDeclaration').flatMap(({ source, specifiers, exportKind }) => {
    const specifier = parseOpenAISpecifier(source?.value ?? '');
    if (!source || !specifier) return [];
    return specifiers
      .filter(({ local }) => nameOf(local) === name)
      .map((node) => {
        const isType = exportKind === 'type' || node.exportKind === 'type';
        return { node: node.local, alias: nameOf(node.exported), isType, source, specifier };
      });
  });
}

function nameOf(node: TSESTree.Identifier | TSESTree.StringLiteral): string {
  return node.type === 'Identifier' ? node.name : node.value;
}
