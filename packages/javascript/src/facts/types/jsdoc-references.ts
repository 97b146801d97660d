import type { TSESTree } from '@typescript-eslint/utils';
import { isTypeScript, type SourceModule } from '../../source-module.ts';
import { lookUpName } from '../../syntax/scope.ts';
import type { OpenAIBinding } from '../openai-bindings.ts';
import type { OpenAIReference } from '../openai-references.ts';
import { parseOpenAISpecifier } from '../openai-specifier.ts';
import { jsdocTypes, type JSDocName, type JSDocType } from './jsdoc-braces.ts';
import { documentedTarget, standIn } from './jsdoc-target.ts';

/**
 * Finds the legacy classes in the JSDoc types of a JavaScript file. They are types for whoever checks the file, and
 * nothing else reads them: in TypeScript they are mere words.
 */
export function jsdocReferences(module: SourceModule, bindings: readonly OpenAIBinding[]): readonly OpenAIReference[] {
  if (isTypeScript(module)) return [];
  const comments = (module.ast.comments ?? []).filter(({ value }) => value.startsWith('*') && mayName(value, bindings));
  return comments.flatMap((comment) => {
    const place = placeOf(module, comment);
    return [...jsdocTypes(module.text, { start: comment.range[0], end: comment.range[1] })].flatMap((type) =>
      type.names.flatMap((name) => {
        const origin = originOf(module, name, place, bindings);
        return origin ? [{ ...origin, node: nodeOf(module, name, type, comment, place) }] : [];
      }),
    );
  });
}

const legacyNames: readonly string[] = ['AzureOpenAI', 'AzureClientOptions'];

function mayName(comment: string, bindings: readonly OpenAIBinding[]): boolean {
  return (
    legacyNames.some((name) => comment.includes(name)) ||
    bindings.some(({ exported, variable }) => legacyNames.includes(exported) && comment.includes(variable.name))
  );
}

/** What a name means: an export of the package that is imported on the spot, or that the file has a binding for. */
function originOf(
  module: SourceModule,
  { path, source }: JSDocName,
  place: TSESTree.Node,
  bindings: readonly OpenAIBinding[],
): Omit<OpenAIReference, 'node'> | undefined {
  const [first = '', second] = path;
  if (source) {
    const specifier = parseOpenAISpecifier(source.text);
    if (!specifier || path.length > 1 || !legacyNames.includes(first)) return undefined;
    return { exported: first, binding: undefined, specifier, source: standIn('Literal', source.range, place) };
  }
  const variable = lookUpName(module, place, first);
  const binding = bindings.find((candidate) => candidate.variable === variable);
  const exported = binding?.exported === '*' ? second : binding?.exported;
  if (!binding || exported === undefined || !legacyNames.includes(exported)) return undefined;
  if (path.length !== (binding.exported === '*' ? 2 : 1)) return undefined;
  return { exported, binding, specifier: binding.specifier, source: binding.source };
}

/** The innermost scope that a comment stands in, whose names it can use. */
function placeOf({ ast, scopes }: SourceModule, { range }: TSESTree.Comment): TSESTree.Node {
  const scope = scopes.scopes.findLast(({ block }) => block.range[0] <= range[0] && range[1] <= block.range[1]);
  return scope?.block ?? ast;
}

/** The name as a node below the nodes that TypeScript would make of the comment. */
function nodeOf(
  module: SourceModule,
  { range, isWhole, isQuery }: JSDocName,
  type: JSDocType,
  comment: TSESTree.Comment,
  place: TSESTree.Node,
): TSESTree.Identifier {
  const target = isWhole ? documentedTarget(module, type.tag, comment) : undefined;
  const around = target ?? standIn('TSTypeAliasDeclaration', type.range, place);
  const owner = standIn(isQuery ? 'TSTypeQuery' : 'TSTypeReference', range, around);
  return { ...standIn('Identifier', range, owner), name: module.text.slice(range.start, range.end) };
}
