import { findLegacyOperation, isDatedApiVersion } from '@azure-openai-v1/knowledge';
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../../source-module.ts';
import { nodesOfType } from '../../syntax/node-index.ts';
import { staticString } from '../../syntax/static-string.ts';
import { readAzurePath, type AzurePath } from '../azure-path.ts';
import { wholeUrl } from '../request/azure-url-use.ts';
import { readVersionParameter, type VersionParameter } from '../request/version-parameter.ts';
import { readUrlSkeleton, type UrlSkeleton } from '../url-skeleton.ts';

/** A text that spells a URL, or a part of one, of the legacy API. */
export type LegacyUrl =
  | {
      readonly kind: 'url';
      readonly node: TSESTree.Node;
      readonly skeleton: UrlSkeleton;
      readonly path: AzurePath;
      readonly version: VersionParameter | undefined;
      /** The version is seen to be one of the legacy API's. */
      readonly isDated: boolean;
    }
  /** `/deployments/…` without what comes before it. */
  | { readonly kind: 'fragment'; readonly node: TSESTree.Node }
  | { readonly kind: 'pattern'; readonly node: TSESTree.RegExpLiteral };

/** Finds the texts and patterns of a file that may speak of the legacy API's URLs. */
export function collectLegacyUrls(module: SourceModule): readonly LegacyUrl[] {
  const patterns: LegacyUrl[] = [];
  const roots = new Set<TSESTree.Node>();
  for (const node of [...nodesOfType(module, 'Literal'), ...nodesOfType(module, 'TemplateLiteral')]) {
    if (!/deployments|openai\//.test(module.text.slice(...node.range))) continue;
    if ('regex' in node) patterns.push({ kind: 'pattern', node });
    else roots.add(wholeUrl(node));
  }
  return [...patterns, ...[...roots].flatMap((node) => readUrl(module, node) ?? [])];
}

function readUrl(module: SourceModule, node: TSESTree.Node): LegacyUrl | undefined {
  const skeleton = readUrlSkeleton(module, node);
  if (!skeleton || /\s/.test(skeleton.text)) return undefined;
  const path = readAzurePath(module, skeleton);
  if (!path) return /^[*\uFFFC]*\/?deployments(?:\/|$)/.test(skeleton.text) ? { kind: 'fragment', node } : undefined;
  if (path.base.kind === 'foreign') return undefined;
  const version = readVersionParameter(skeleton, path.queryStart);
  const text = version && (version.text ?? (version.value && staticString(module, version.value)));
  const isDated = text !== undefined && isDatedApiVersion(text);
  const isLegacy =
    path.deployment !== undefined ||
    path.rest === '/deployments' ||
    (!/^\/v1(?:\/|$)/.test(path.rest) && findLegacyOperation(path.operation)?.scope === 'resource');
  return isLegacy ? { kind: 'url', node, skeleton, path, version, isDated } : undefined;
}
