import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../../source-module.ts';
import { nodesOfType } from '../../syntax/node-index.ts';
import { findVariable } from '../../syntax/scope.ts';
import { readAzurePath, type AzurePath } from '../azure-path.ts';
import { readEndpointBase, readUrlBase, trimSlashes, type UrlBase } from '../azure-url.ts';
import { readUrlSkeleton, type UrlSkeleton } from '../url-skeleton.ts';

/** A URL of the Azure OpenAI API in the source. */
export interface AzureUrl {
  /** The whole literal, template or concatenation. */
  readonly node: TSESTree.Node;
  readonly skeleton: UrlSkeleton;
  readonly path: AzurePath;
  /** What the path is relative to, where `new URL(path, base)` says it. */
  readonly base: UrlBase;
  /** The expression that the URL is used as: itself, or the `new URL(…)` around it. */
  readonly outer: TSESTree.Node;
}

/** Finds the URLs of the Azure OpenAI API that a file spells out, as far as their host allows that reading. */
export function collectAzureUrls(module: SourceModule): readonly AzureUrl[] {
  const roots = new Set<TSESTree.Node>();
  for (const node of [...nodesOfType(module, 'Literal'), ...nodesOfType(module, 'TemplateLiteral')]) {
    if (module.text.slice(...node.range).includes('openai')) roots.add(wholeUrl(node));
  }
  return [...roots].flatMap((node) => {
    const skeleton = readUrlSkeleton(module, node);
    const path = skeleton && readAzurePath(module, skeleton);
    if (!path || /\s/.test(skeleton.text)) return [];
    const outer = urlObject(module, node);
    const base = path.base.kind === 'relative' ? baseOfUrlObject(module, outer) : path.base;
    return base.kind === 'foreign' || base.kind === 'relative'
      ? []
      : [{ node, skeleton, path, base, outer: outer ?? node }];
  });
}

/** The concatenation that a literal is a part of. */
export function wholeUrl(node: TSESTree.Node): TSESTree.Node {
  let whole = node;
  while (whole.parent?.type === 'BinaryExpression' && whole.parent.operator === '+') whole = whole.parent;
  return whole;
}

function urlObject(module: SourceModule, node: TSESTree.Node): TSESTree.NewExpression | undefined {
  const { parent } = node;
  if (parent?.type !== 'NewExpression' || parent.arguments[0] !== node) return undefined;
  return parent.callee.type === 'Identifier' && parent.callee.name === 'URL' && !findVariable(module, parent.callee)
    ? parent
    : undefined;
}

function baseOfUrlObject(module: SourceModule, outer: TSESTree.NewExpression | undefined): UrlBase {
  const base = outer?.arguments[1];
  if (!base) return { kind: 'relative' };
  const skeleton = readUrlSkeleton(module, base);
  if (skeleton) return readUrlBase(module, skeleton, trimSlashes(skeleton.text).length);
  return readEndpointBase(module, base);
}
