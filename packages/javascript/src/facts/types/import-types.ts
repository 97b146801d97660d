import type { SourceModule } from '../../source-module.ts';
import { nodesOfType } from '../../syntax/node-index.ts';
import type { OpenAIReference } from '../openai-references.ts';
import { parseOpenAISpecifier } from '../openai-specifier.ts';

/** Finds the types that name the package on the spot: `import('openai').AzureOpenAI`. */
export function importTypeReferences(module: SourceModule): readonly OpenAIReference[] {
  return nodesOfType(module, 'TSImportType').flatMap(({ source, qualifier }) => {
    const specifier = parseOpenAISpecifier(source.value);
    if (!specifier || qualifier?.type !== 'Identifier') return [];
    return [{ exported: qualifier.name, node: qualifier, binding: undefined, specifier, source }];
  });
}
