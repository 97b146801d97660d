import { applyEdits, type TextEdit } from '@azure-openai-v1/core';
import type { SourceModule } from '@azure-openai-v1/javascript';
import type { Node, NodeOf } from './tree.ts';
import { eraseTypes } from './erase-types.ts';
import { listNodes } from './list-nodes.ts';

/**
 * Makes an ES module the body of an async function of `load`, which gets a module, and `exports`. A module of the
 * TypeScript compiler would take longer than everything else that is done with a program.
 */
export function toScript({ ast, text }: SourceModule): string {
  const nodes = listNodes(ast);
  const edits = [...nodes.flatMap((node) => eraseTypes(text, node)), ...nodes.flatMap(moduleEdits)];
  const script = applyEdits(text, withoutInner(edits));
  return `'use strict';${script}\n${nodes.flatMap((node) => exportsOf(node)).join('\n')}`;
}

/** An edit inside another one is part of it. */
function withoutInner(edits: readonly TextEdit[]): readonly TextEdit[] {
  const sorted = edits.toSorted((a, b) => a.range.start - b.range.start || b.range.end - a.range.end);
  let end = -1;
  return sorted.filter(({ range }) => {
    if (range.end <= end) return false;
    end = range.end;
    return true;
  });
}

function moduleEdits(node: Node): readonly TextEdit[] {
  const [start, end] = node.range;
  switch (node.type) {
    case 'ImportDeclaration':
      return [{ range: { start, end }, text: node.importKind === 'type' ? '' : toLoad(node) }];
    case 'ImportExpression':
      return [{ range: { start, end: node.source.range[0] }, text: 'load(' }];
    case 'ExportNamedDeclaration':
      return [{ range: { start, end: node.declaration?.range[0] ?? end }, text: '' }];
    case 'ExportDefaultDeclaration':
      return [{ range: { start, end: node.declaration.range[0] }, text: 'exports.default = ' }];
    default:
      return [];
  }
}

function toLoad({ specifiers, source }: NodeOf<'ImportDeclaration'>): string {
  const from = `load(${JSON.stringify(source.value)})`;
  const names = specifiers.map((specifier) => {
    if (specifier.type === 'ImportNamespaceSpecifier') return `${specifier.local.name} = ${from}`;
    if (specifier.type === 'ImportDefaultSpecifier') return `{ default: ${specifier.local.name} } = ${from}`;
    if (specifier.importKind === 'type') return '';
    const imported = specifier.imported.type === 'Identifier' ? specifier.imported.name : specifier.imported.value;
    return `{ ${imported}: ${specifier.local.name} } = ${from}`;
  });
  const loads = names.filter((name) => name !== '');
  return loads.length === 0 ? `${from};` : `const ${loads.join(', ')};`;
}

function exportsOf(node: Node): readonly string[] {
  if (node.type !== 'ExportNamedDeclaration') return [];
  const declared = node.declaration ? namesOf(node.declaration) : [];
  const listed = node.specifiers.map(({ local, exported }) => [nameOf(exported), nameOf(local)] as const);
  return [...declared.map((name) => [name, name] as const), ...listed].map(
    ([exported, local]) => `exports.${exported} = ${local};`,
  );
}

function namesOf(declaration: NonNullable<NodeOf<'ExportNamedDeclaration'>['declaration']>): readonly string[] {
  if (declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration')
    return declaration.id ? [declaration.id.name] : [];
  if (declaration.type !== 'VariableDeclaration') return [];
  return declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []));
}

function nameOf(node: NodeOf<'Identifier'> | NodeOf<'Literal'>): string {
  return node.type === 'Identifier' ? node.name : String(node.value);
}
