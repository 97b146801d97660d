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
  const moved = changes.find(({ binding }) => binding.specifier.entry === 'azure');
  const staying = named.length - changes.filter(({ kind }) => kind !== 'add').length;
  // What the Azure entry point does not export must come from the package root.
  if (moved && (staying > 0 || changes.some(({ kind }) => kind === 'add'))) {
    return [
      newImport(module, declaration, changes, moved),
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
  return moved && !isGone ? [...edits, toRoot(module, moved.binding)] : edits;
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
  { binding }: ImportChange,
): TextEdit {
  const names = changes
    .filter(({ kind }) => kind !== 'remove')
    .map(({ exported, local }) => specifierText(exported, local, ' as '));
  const keyword = declaration.importKind === 'type' ? 'import type' : 'import';
  const semicolon = sourceOf(module, declaration).endsWith(';') ? ';' : '';
  const [start] = declaration.range;
  const text = `${keyword} { ${names.join(', ')} } from ${rootLiteral(module, binding)}${semicolon}${lineBreakAt(module.text, start)}`;
  return { range: { start, end: start }, text };
}

/** Makes an import or a `require` name the root of the package. */
export function toRoot(module: SourceModule, origin: Pick<OpenAIBinding, 'source' | 'specifier'>): TextEdit {
  return { range: rangeOf(origin.source), text: rootLiteral(module, origin) };
}

function rootLiteral(
  { text }: SourceModule,
  { source, specifier }: Pick<OpenAIBinding, 'source' | 'specifier'>,
): string {
  const quote = text.charAt(source.range[0]);
  return `${quote}${specifier.root}${quote}`;
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
  return [
    ...edits,
    ...moveRequire(module, changes),
    ...(removed.size > 0 ? removeFromPattern(module, pattern, removed) : []),
  ];
}

/** The package root exports every value that the Azure entry point does, so the names that stay may come from there too. */
function moveRequire(module: SourceModule, changes: readonly ImportChange[]): readonly TextEdit[] {
  const moved = changes.find(({ binding, kind }) => binding.specifier.entry === 'azure' && kind !== 'remove');
  return moved ? [toRoot(module, moved.binding)] : [];
}

/** `const AzureOpenAI = require('openai').AzureOpenAI` */
function editMember(module: SourceModule, change: ImportChange): readonly TextEdit[] {
  const { kind, binding, exported, local } = change;
  const { node } = binding.form;
  const declarator = node.parent;
  if (node.type !== 'MemberExpression' || declarator?.type !== 'VariableDeclarator' || staticName(node) === undefined)
    return [];
  const statement = declarator.parent;
  if (kind === 'remove' && statement.declarations.length === 1) return [removeStatement(module, statement)];
  if (kind === 'add') {
    const end = declarator.range[1];
    const { range, text } = toRoot(module, binding);
    const object = sourceOf(module, node.object).replace(module.text.slice(range.start, range.end), text);
    return [{ range: { start: end, end }, text: `, ${local} = ${object}.${exported}` }];
  }
  return [
    ...moveRequire(module, [change]),
    { range: rangeOf(declarator.id), text: local },
    { range: rangeOf(node.property), text: node.computed ? `'${exported}'` : exported },
  ];
}
