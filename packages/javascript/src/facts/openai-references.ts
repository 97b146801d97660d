import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../source-module.ts';
import { staticName } from '../syntax/nodes.ts';
import { jsdocReferences } from './types/jsdoc-references.ts';
import { importTypeReferences } from './types/import-types.ts';
import { moduleExpressions, type OpenAIBinding } from './openai-bindings.ts';
import type { OpenAISpecifier } from './openai-specifier.ts';

/** A place where the file names an export of the `openai` package. */
export interface OpenAIReference {
  /** The export's name in the package. */
  readonly exported: string;
  /** The whole expression or type name: `AzureOpenAI`, `openai.AzureOpenAI`. */
  readonly node: TSESTree.Identifier | TSESTree.MemberExpression | TSESTree.TSQualifiedName;
  /** Undefined for `require('openai').AzureOpenAI` used on the spot. */
  readonly binding: OpenAIBinding | undefined;
  readonly specifier: OpenAISpecifier;
  /** The string literal that names the package. */
  readonly source: TSESTree.Node;
}

/** Finds every place that names an export of the `openai` package, through whatever binding. */
export function collectOpenAIReferences(
  module: SourceModule,
  bindings: readonly OpenAIBinding[],
): readonly OpenAIReference[] {
  const references = bindings.flatMap((binding) => [...referencesThrough(binding)]);
  references.push(...importTypeReferences(module), ...jsdocReferences(module, bindings));
  for (const { expression, source, specifier } of moduleExpressions(module)) {
    const member = expression.parent;
    if (member?.type !== 'MemberExpression' || member.object !== expression) continue;
    const exported = staticName(member);
    if (exported === undefined || bindings.some(({ form }) => form.node === member)) continue;
    references.push({ exported, node: member, binding: undefined, specifier, source });
  }
  return references.toSorted((a, b) => a.node.range[0] - b.node.range[0]);
}

function* referencesThrough(binding: OpenAIBinding): Generator<OpenAIReference> {
  const seen = new Set<TSESTree.Node>();
  const { specifier, source } = binding;
  const origin = { binding, specifier, source };
  for (const { identifier, init } of binding.variable.references) {
    if (identifier.type !== 'Identifier' || init === true || seen.has(identifier)) continue;
    seen.add(identifier);
    if (binding.exported !== '*') {
      yield { exported: binding.exported, node: identifier, ...origin };
      continue;
    }
    const { parent } = identifier;
    if (parent.type === 'MemberExpression' && parent.object === identifier) {
      yield { exported: staticName(parent) ?? '*', node: parent, ...origin };
    } else if (parent.type === 'TSQualifiedName' && parent.left === identifier) {
      yield { exported: parent.right.name, node: parent, ...origin };
    } else if (parent.type !== 'VariableDeclarator' || parent.id.type !== 'ObjectPattern') {
      // `new openai(…)`: the CommonJS module itself is the class.
      yield { exported: 'OpenAI', node: identifier, ...origin };
    }
  }
}
