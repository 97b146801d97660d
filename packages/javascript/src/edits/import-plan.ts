import type { TextEdit } from '@azure-openai-v1/core';
import type { TSESTree } from '@typescript-eslint/utils';
import type { OpenAIBinding } from '../facts/openai-bindings.ts';
import type { SourceModule } from '../source-module.ts';
import { lineBreakAt, skipTrivia, sourceOf } from '../syntax/layout.ts';
import { rangeOf, staticName } from '../syntax/nodes.ts';
import { removeElements } from './list-edits.ts';
import { removeFromPattern, removeStatement } from './remove-statement.ts';

/** What happens to the names that a file takes from the `openai` package. */
export interface ImportChange {
  readonly binding: OpenAIBinding;
  /** `rename`: the same local position brings in `exported` as `local`. `add`: beside the binding. */
  readonly kind: 'remove' | 'rename' | 'add';
  readonly exported: string;
  readonly local: string;
}

/** Turns the changes of all bindings into edits, one declaration at a time, so that they never meet. */
export function editImports(module: SourceModule, changes: readonly ImportChange[]): readonly TextEdit[] {
  const groups = new Map<TSESTree.Node, ImportChange[]>();
  for (const change of changes) {
    const owner = change.binding.form.node.parent ?? change.binding.form.node;
    groups.set(owner, [...(groups.get(owner) ?? []), change]);
  }
  return [...groups].flatMap(([owner, group]) => editGroup(module, owner, group));
}

function editGroup(module: SourceModule, owner: TSESTree.Node, changes: readonly ImportChange[]): readonly TextEdit[] {
  if (owner.type === 'ImportDeclaration') return editDeclaration(module, owner, changes);
  if (owner.type === 'ObjectPattern') return editPattern(module, owner, changes);
  return changes.flatMap((change) => editMember(module, change));
}

function editDeclaration(
  module: SourceModule,
  declaration: TSESTree.ImportDeclaration,
  changes: readonly ImportChange[],
): readonly TextEdit[] {
  const named = declaration.specifiers.filter((node) => node.type === 'ImportSpecifier');
  const isMoved = changes[0]?.binding.specifier.entry === 'azure';
  const staying = named.length - changes.filter(({ kind }) => kind !== 'add').length;
  // What the Azure entry point does not export must come from the package root.
  if (isMoved && (staying > 0 || changes.some(({ kind }) => kind === 'add'))) {
    return [
      newImport(module, declaration, changes),
      ...editNamed(
        module,
        declaration,
        named,
        changes.filter(({ kind }) => kind !== 'add').map((change) => ({ ...change, kind: 'remove' })),
      ),
    ];
  }
  const edits = editNamed(module, declaration, named, changes);
  const isGone = changes.every(({ kind }) => kind === 'remove') && staying === 0;
  return isMoved && !isGone ? [...edits, moveSource(module, changes[0])] : edits;
}

function editNamed(
  module: SourceModule,
  declaration: TSESTree.ImportDeclaration,
  named: readonly TSESTree.ImportSpecifier[],
  changes: readonly ImportChange[],
): readonly TextEdit[] {
  const nodesOf = (kind: ImportChange['kind']) => changes.filter((change) => change.kind === kind);
  const removed = new Set<TSESTree.Node>(nodesOf('remove').map(({ binding }) => binding.form.node));
  if (removed.size === named.length && nodesOf('add').length === 0)
    return removeSpecifiers(module, declaration, removed);
  const renames = nodesOf('rename').map(({ binding, exported, local }) => {
    const { node } = binding.form;
    const isInlineType = node.type === 'ImportSpecifier' && node.importKind === 'type';
    return { range: rangeOf(node), text: `${isInlineType ? 'type ' : ''}${specifierText(exported, local, ' as ')}` };
  });
  const additions = nodesOf('add').map(({ binding, exported, local }) => {
    const { end } = rangeOf(binding.form.node);
    return { range: { start: end, end }, text: `, ${specifierText(exported, local, ' as ')}` };
  });
  return [...renames, ...additions, ...removeElements(module, named, removed)];
}

function specifierText(exported: string, local: string, separator: string): string {
  return exported === local ? exported : `${exported}${separator}${local}`;
}

function removeAllNamed(
  module: SourceModule,
  declaration: TSESTree.ImportDeclaration,
  named: readonly TSESTree.ImportSpecifier[],
): TextEdit {
  const other = declaration.specifiers.find((node) => node.type !== 'ImportSpecifier');
  if (!other) return removeStatement(module, declaration);
  let end = skipTrivia(module, named.at(-1)?.range[1] ?? other.range[1]);
  if (module.text.charAt(end) === ',') end = skipTrivia(module, end + 1);
  return { range: { start: other.range[1], end: end + 1 }, text: '' };
}

/** Removes names from an import, and the import with the last of them. */
export function removeSpecifiers(
  module: SourceModule,
  declaration: TSESTree.ImportDeclaration,
  removed: ReadonlySet<TSESTree.Node>,
): readonly TextEdit[] {
  const named = declaration.specifiers.filter((node) => node.type === 'ImportSpecifier');
  return removed.size === named.length
    ? [removeAllNamed(module, declaration, named)]
    : removeElements(module, named, removed);
}

function newImport(
  module: SourceModule,
  declaration: TSESTree.ImportDeclaration,
  changes: readonly ImportChange[],
): TextEdit {
  const names = changes
    .filter(({ kind }) => kind !== 'remove')
    .map(({ exported, local }) => specifierText(exported, local, ' as '));
  const keyword = declaration.importKind === 'type' ? 'import type' : 'import';
  const semicolon = sourceOf(module, declaration).endsWith(';') ? ';' : '';
  const [start] = declaration.range;
  const text = `${keyword} { ${names.join(', ')} } from ${rootLiteral(module, changes[0])}${semicolon}${lineBreakAt(module.text, start)}`;
  return { range: { start, end: start }, text };
}

function moveSource(module: SourceModule, change: ImportChange | undefined): TextEdit {
  const range = change ? rangeOf(change.binding.source) : { start: 0, end: 0 };
  return { range, text: rootLiteral(module, change) };
}

function rootLiteral({ text }: SourceModule, change: ImportChange | undefined): string {
  const quote = text.charAt(change?.binding.source.range[0] ?? 0);
  return `${quote}${change?.binding.specifier.root ?? 'openai'}${quote}`;
}

function editPattern(
  module: SourceModule,
  pattern: TSESTree.ObjectPattern,
  changes: readonly ImportChange[],
): readonly TextEdit[] {
  const removed = new Set<TSESTree.Node>();
  const edits = changes.flatMap(({ kind, binding, exported, local }) => {
    const range = rangeOf(binding.form.node);
    if (kind === 'remove') removed.add(binding.form.node);
    if (kind === 'remove') return [];
    const text = specifierText(exported, local, ': ');
    return [kind === 'rename' ? { range, text } : { range: { start: range.end, end: range.end }, text: `, ${text}` }];
  });
  const moves = changes
    .filter(({ binding, kind }) => binding.specifier.entry === 'azure' && kind === 'rename')
    .slice(0, 1);
  const moved = moves.map((change) => moveSource(module, change));
  return [...edits, ...moved, ...(removed.size > 0 ? removeFromPattern(module, pattern, removed) : [])];
}

/** `const AzureOpenAI = require('openai').AzureOpenAI` */
function editMember(module: SourceModule, { kind, binding, exported, local }: ImportChange): readonly TextEdit[] {
  const { node } = binding.form;
  const declarator = node.parent;
  if (node.type !== 'MemberExpression' || declarator?.type !== 'VariableDeclarator' || staticName(node) === undefined)
    return [];
  const statement = declarator.parent;
  if (kind === 'remove' && statement.declarations.length === 1) return [removeStatement(module, statement)];
  if (kind === 'add') {
    const end = declarator.range[1];
    return [{ range: { start: end, end }, text: `, ${local} = ${sourceOf(module, node.object)}.${exported}` }];
  }
  return [
    { range: rangeOf(declarator.id), text: local },
    { range: rangeOf(node.property), text: node.computed ? `'${exported}'` : exported },
  ];
}
