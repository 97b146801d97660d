import type { TextEdit } from '@azure-openai-v1/core';
import type { TSESTree } from '@typescript-eslint/utils';
import type { OpenAIBinding } from '../facts/openai-bindings.ts';
import type { OpenAIReference } from '../facts/openai-references.ts';
import type { SourceModule } from '../source-module.ts';
import { sourceOf } from '../syntax/layout.ts';
import { encloses, rangeOf } from '../syntax/nodes.ts';
import { lookUpName } from '../syntax/scope.ts';
import { type ImportChange, toRoot } from './import-plan.ts';

/** A name of the SDK that gives way to another, such as `AzureOpenAI` to `OpenAI`. */
export interface ExportRename {
  readonly from: string;
  readonly to: string;
  /** The local name where something else is called `to` already. */
  readonly spare: string;
}

/** What a renaming changes: the places that use the name, and how the name comes in. */
export interface Renaming {
  readonly edits: readonly TextEdit[];
  readonly imports: readonly ImportChange[];
}

/**
 * Makes the given references name another export of the package. A binding that the file already has is reused; the
 * old name's import goes when none of its references is left.
 */
export function renameExport(
  module: SourceModule,
  { from, to, spare }: ExportRename,
  renamed: readonly OpenAIReference[],
  all: readonly OpenAIReference[],
  bindings: readonly OpenAIBinding[],
): Renaming {
  const edits: TextEdit[] = [];
  const imports: ImportChange[] = [];
  const introduced = new Map<string, OpenAIBinding>();
  const groups = new Map<OpenAIBinding | undefined, OpenAIReference[]>();
  for (const reference of renamed) groups.set(reference.binding, [...(groups.get(reference.binding) ?? []), reference]);
  const ordered = [...groups].toSorted(([a], [b]) => Number(a?.isTypeOnly ?? false) - Number(b?.isTypeOnly ?? false));
  for (const [binding, references] of ordered) {
    if (!binding || binding.exported === '*') {
      edits.push(...references.map(({ node }) => ({ range: rangeOf(lastName(node)), text: memberText(node, to) })));
      edits.push(...moveSources(module, references));
      continue;
    }
    const isWhole = all.filter((reference) => reference.binding === binding).length === references.length;
    const sites = references.map(({ node }) => node);
    const reused = introducedName(introduced, sites) ?? reusableName(module, to, binding, bindings, sites);
    const keepsLocal = reused === undefined && isWhole && binding.variable.name !== from;
    const local = reused ?? (keepsLocal ? binding.variable.name : freeName(module, to, spare, sites));
    if (!keepsLocal) edits.push(...renameSites(module, sites, local));
    if (reused === undefined) introduced.set(local, binding);
    if (isWhole) imports.push({ binding, kind: reused === undefined ? 'rename' : 'remove', exported: to, local });
    else if (reused === undefined) imports.push({ binding, kind: 'add', exported: to, local });
  }
  return { edits, imports };
}

/** A name that an earlier group of this renaming brings in, where every site stands in its scope. */
function introducedName(
  introduced: ReadonlyMap<string, OpenAIBinding>,
  sites: readonly TSESTree.Node[],
): string | undefined {
  const found = [...introduced].find(([, { variable }]) => sites.every((site) => encloses(variable.scope.block, site)));
  return found?.[0];
}

/** What the Azure entry point does not export is taken from the package root, which exports everything of it. */
function moveSources(module: SourceModule, references: readonly OpenAIReference[]): readonly TextEdit[] {
  const moved = references.filter(({ specifier }) => specifier.entry === 'azure');
  const sources = new Map(moved.map((reference) => [reference.source, reference]));
  return [...sources.values()].map((reference) => toRoot(module, reference));
}

type Site = OpenAIReference['node'];

function lastName(node: Site): TSESTree.Node {
  if (node.type === 'MemberExpression') return node.property;
  return node.type === 'TSQualifiedName' ? node.right : node;
}

function memberText(node: Site, to: string): string {
  return node.type === 'MemberExpression' && node.computed ? `'${to}'` : to;
}

/** The local name under which the file has the export already, as far as it can be used at every site. */
function reusableName(
  module: SourceModule,
  to: string,
  { isTypeOnly }: OpenAIBinding,
  bindings: readonly OpenAIBinding[],
  sites: readonly TSESTree.Node[],
): string | undefined {
  const usable = bindings.find(
    ({ exported, variable, isTypeOnly: onlyType }) =>
      exported === to &&
      (isTypeOnly || !onlyType) &&
      sites.every((site) => lookUpName(module, site, variable.name) === variable),
  );
  return usable?.variable.name;
}

function freeName(module: SourceModule, to: string, spare: string, sites: readonly TSESTree.Node[]): string {
  const isFree = (name: string) =>
    lookUpName(module, module.ast, name) === undefined &&
    sites.every((site) => lookUpName(module, site, name) === undefined);
  const candidates = [to, spare, ...Array.from({ length: 9 }, (_, index) => `${spare}${String(index + 2)}`)];
  return candidates.find(isFree) ?? `${spare}V1`;
}

function renameSites(module: SourceModule, sites: readonly TSESTree.Node[], local: string): readonly TextEdit[] {
  const kept = new Set<TSESTree.Node>();
  return sites.map((site) => {
    const union = site.parent?.parent;
    if (site.parent?.type !== 'TSTypeReference' || union?.type !== 'TSUnionType')
      return { range: rangeOf(site), text: local };
    const isDouble =
      kept.has(union) || union.types.some((type) => type !== site.parent && sourceOf(module, type) === local);
    kept.add(union);
    return isDouble ? removeFromUnion(union, site.parent) : { range: rangeOf(site), text: local };
  });
}

/** `OpenAI | AzureOpenAI` would become `OpenAI | OpenAI`. */
function removeFromUnion({ types }: TSESTree.TSUnionType, member: TSESTree.TypeNode): TextEdit {
  const index = types.indexOf(member);
  const next = types[index + 1];
  const previous = types[index - 1];
  if (next) return { range: { start: member.range[0], end: next.range[0] }, text: '' };
  return { range: { start: previous?.range[1] ?? member.range[0], end: member.range[1] }, text: '' };
}
