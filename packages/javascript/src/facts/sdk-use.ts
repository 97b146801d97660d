import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../source-module.ts';
import { collectConstructions, type BuiltClient } from './client/constructions.ts';
import { collectOpenAIBindings, type OpenAIBinding } from './openai-bindings.ts';
import { collectOpenAIReferences, type OpenAIReference } from './openai-references.ts';

/** What a module has of the `openai` package. */
export interface SdkUse {
  /** Local names of what the package exports. */
  readonly bindings: readonly OpenAIBinding[];
  readonly references: readonly OpenAIReference[];
  /** Every client that the module builds. */
  readonly clients: readonly BuiltClient[];
}

const cache = new WeakMap<TSESTree.Program, SdkUse>();

/** Works out what a module has of the SDK; asked again for the same tree, it answers from memory. */
export function collectSdkUse(module: SourceModule): SdkUse {
  let use = cache.get(module.ast);
  if (!use) {
    const bindings = collectOpenAIBindings(module);
    const references = collectOpenAIReferences(module, bindings);
    cache.set(module.ast, (use = { bindings, references, clients: collectConstructions(module, references) }));
  }
  return use;
}

/** Tells whether a client talks to the legacy API. */
export function isLegacy({ kind }: BuiltClient): boolean {
  return kind === 'azure' || kind === 'deployment-url' || kind === 'left-over';
}
