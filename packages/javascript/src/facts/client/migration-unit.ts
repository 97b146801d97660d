import type { TextEdit } from '@azure-openai-v1/core';
import type { TSESTree } from '@typescript-eslint/utils';
import { editImports } from '../../edits/import-plan.ts';
import { inFile, isMentioned, seenFrom, unique, withoutInner } from '../../edits/combine.ts';
import { removeUnused } from '../../edits/remove-unused.ts';
import { renameExport, type ExportRename } from '../../edits/rename-export.ts';
import type { SourceModule } from '../../source-module.ts';
import { moduleOf } from '../../syntax/module-of.ts';
import { encloses } from '../../syntax/nodes.ts';
import type { Variable } from '../../syntax/scope.ts';
import type { Holder } from '../flow/holder.ts';
import type { OpenAIReference } from '../openai-references.ts';
import { collectSdkUse, type SdkUse } from '../sdk-use.ts';
import { isTypePosition } from '../types/type-position.ts';
import { isTiedToClass, reasonToKeepType, typeMoveOf } from '../types/type-renames.ts';
import type { LegacyClient } from './legacy-client.ts';

/** The names of the SDK that give way. */
const classRename: ExportRename = { from: 'AzureOpenAI', to: 'OpenAI', spare: 'OpenAIClient' };
const optionsRename: ExportRename = { from: 'AzureClientOptions', to: 'ClientOptions', spare: 'OpenAIClientOptions' };
const allRenames = [classRename, optionsRename];

/**
 * All edits that migrate some clients of a file together: their options and calls, the class's name where they are built
 * and in types, imports, and constants that served only them; in other files the calls and types that belong to them.
 *
 * @param others clients that stay as they are
 */
export function editsOfUnit(
  module: SourceModule,
  use: SdkUse,
  clients: readonly LegacyClient[],
  others: readonly LegacyClient[],
): readonly TextEdit[] {
  const isWhole = others.every(({ className }) => className !== 'AzureOpenAI');
  const names = renameAll(
    module,
    use,
    (reference) =>
      clients.some(({ node }) => node.callee === reference.node) || isRenamedType(module, reference, clients, isWhole),
  );
  const removed = clients.flatMap(({ optionsJudgement }) => optionsJudgement.removed);
  const edits = seenFrom(
    module,
    clients.flatMap((client) => client.edits),
  );
  const own = edits.filter(({ path }) => path === undefined);
  const unused = removeUnused(
    module,
    removed,
    (variable) => isMentioned(own, variable.name) || isExportedBy(own, variable),
  );
  return withoutInner(unique([...edits, ...names, ...unused, ...typesElsewhere(module, clients)]));
}

/** Tells whether an edit exports the statement that declares a binding, because other files need it. */
function isExportedBy(edits: readonly TextEdit[], { defs: [definition] }: Variable): boolean {
  const declarator = definition?.node;
  const start = declarator?.type === 'VariableDeclarator' ? declarator.parent.range[0] : undefined;
  return edits.some(({ range, text }) => range.start === start && range.end === start && text === 'export ');
}

/** Renames the types of other files that say what keeps one of the clients. */
function typesElsewhere(module: SourceModule, clients: readonly LegacyClient[]): readonly TextEdit[] {
  const others = new Set(clients.flatMap(({ flow }) => flow.holders.flatMap(annotationsOf).map(moduleOf)));
  others.delete(module);
  return [...others].flatMap((other) =>
    inFile(
      other,
      renameAll(other, collectSdkUse(other), (reference) => isRenamedType(other, reference, clients, false)),
    ),
  );
}

/** The files that change with a client, its own aside. */
export function filesElsewhere({ module, edits, flow }: LegacyClient): readonly string[] {
  const paths = [
    ...edits.map(({ path }) => path ?? module.path),
    ...flow.holders.flatMap(annotationsOf).flatMap((annotation) => {
      const other = moduleOf(annotation);
      const named = collectSdkUse(other).references.some(
        ({ exported, node }) => exported === classRename.from && encloses(annotation, node),
      );
      return named ? [other.path] : [];
    }),
  ];
  return [...new Set(paths)].filter((path) => path !== module.path);
}

/** Where a file names the legacy classes only in types: the first that can be renamed, and the edits of all such. */
export function editsOfTypes(
  module: SourceModule,
  use: SdkUse,
): { readonly node: TSESTree.Node; readonly edits: readonly TextEdit[] } | undefined {
  const named = use.references.filter(({ exported }) => allRenames.some(({ from }) => from === exported));
  if (named.some((reference) => isTiedToClass(module, reference))) return undefined;
  const renamed = named.filter((reference) => {
    return isTypePosition(reference.node) && reasonToKeepType(module, reference) === undefined;
  });
  const [first] = renamed;
  return (
    first && { node: first.node, edits: unique(renameAll(module, use, (reference) => renamed.includes(reference))) }
  );
}

/** The edits that give the wanted references their new names, and those of the imports that bring the names in. */
export function renameAll(
  module: SourceModule,
  { bindings, references }: SdkUse,
  isWanted: (reference: OpenAIReference) => boolean,
): readonly TextEdit[] {
  const renames = allRenames.map((rename) => {
    const all = references.filter(({ exported }) => exported === rename.from);
    return renameExport(module, rename, all.filter(isWanted), all, bindings);
  });
  const imports = renames.flatMap((rename) => rename.imports);
  return [...renames.flatMap(({ edits }) => edits), ...editImports(module, imports)];
}

/** A type follows its client, or the options that it types; where no client stays behind, most types do. */
function isRenamedType(
  module: SourceModule,
  reference: OpenAIReference,
  clients: readonly LegacyClient[],
  isWhole: boolean,
): boolean {
  const migrated = clients.map(({ options }) => options);
  const move = typeMoveOf(module, reference, migrated);
  return move === 'with-options' || (move === 'with-file' && (isWhole || isTypeOf(reference.node, clients)));
}

/** Tells whether a type stands in the annotation of something that keeps or returns one of the clients. */
function isTypeOf(node: TSESTree.Node, clients: readonly LegacyClient[]): boolean {
  return clients.some(({ flow }) =>
    flow.holders.some((holder) =>
      annotationsOf(holder).some((annotation) => encloses(annotation, node) && moduleOf(annotation) === moduleOf(node)),
    ),
  );
}

/** Tells whether a type of the file names a legacy class without belonging to any client that is seen. */
export function leavesTypes(references: readonly OpenAIReference[], clients: readonly LegacyClient[]): boolean {
  return references.some(
    ({ exported, node }) => exported === classRename.from && isTypePosition(node) && !isTypeOf(node, clients),
  );
}

function annotationsOf(holder: Holder): readonly TSESTree.Node[] {
  if (holder.kind === 'function') return holder.of.returnType ? [holder.of.returnType] : [];
  if (holder.kind === 'branch' || holder.kind === 'property') return [];
  if (holder.kind !== 'field') {
    return holder.variable.identifiers.flatMap(({ typeAnnotation }) => (typeAnnotation ? [typeAnnotation] : []));
  }
  return holder.owner.body.body.flatMap((member) =>
    member.type === 'PropertyDefinition' && member.typeAnnotation && isNamed(member, holder.name)
      ? [member.typeAnnotation]
      : [],
  );
}

function isNamed({ key }: TSESTree.PropertyDefinition, name: string): boolean {
  if (key.type === 'PrivateIdentifier') return `#${key.name}` === name;
  return key.type === 'Identifier' && key.name === name;
}
