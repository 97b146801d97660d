import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../../source-module.ts';
import { unwrap } from '../../syntax/nodes.ts';
import { findProperty } from '../../syntax/object-literal.ts';
import { readAzurePath, type AzurePath } from '../azure-path.ts';
import type { OpenAIReference } from '../openai-references.ts';
import { readUrlSkeleton, type UrlSkeleton } from '../url-skeleton.ts';
import { constantSource } from '../../syntax/static-string.ts';
import { readClientOptions, type ClientOption } from './client-options.ts';
import { withoutVersion } from './request-defaults.ts';
import type { Construction } from './legacy-client.ts';

/** A client that is built in this file, of whatever kind. */
export type BuiltClient = Construction & { readonly kind: ClientKind };

/**
 * What a client talks to.
 *
 * - `azure`: an `AzureOpenAI`.
 * - `deployment-url`: an `OpenAI` whose URL holds a deployment, or that sends an `api-version` to an unknown URL.
 * - `left-over`: an `OpenAI` with options that only `AzureOpenAI` reads.
 * - `v1`: an `OpenAI` on `/openai/v1`.
 * - `openai`: an `OpenAI` without a base URL.
 * - `elsewhere`: an `OpenAI` on any other URL.
 */
export type ClientKind = 'azure' | 'deployment-url' | 'left-over' | 'v1' | 'openai' | 'elsewhere';

/** Finds the clients that a file builds. */
export function collectConstructions(
  module: SourceModule,
  references: readonly OpenAIReference[],
): readonly BuiltClient[] {
  return references.flatMap((reference) => {
    const { node, exported } = reference;
    const { parent } = node;
    if (parent.type !== 'NewExpression' || parent.callee !== node) return [];
    if (exported === 'AzureOpenAI') return [{ node: parent, reference, className: exported, kind: 'azure' as const }];
    if (exported !== 'OpenAI') return [];
    const construction: Construction = { node: parent, reference, className: exported };
    return [{ ...construction, kind: kindOf(module, construction) }];
  });
}

/** Options that `OpenAI` ignores. */
export const leftOverOptions = ['endpoint', 'deployment', 'apiVersion', 'azureADTokenProvider'];

function kindOf(module: SourceModule, { node }: Construction): ClientKind {
  const options = readClientOptions(module, node);
  if (options.kind === 'none') return 'openai';
  if (options.kind === 'unknown') return kindOfWritten(module, node);
  if (leftOverOptions.some((name) => options.options.has(name))) return 'left-over';
  const base = options.options.get('baseURL');
  if (!base) return 'openai';
  return kindOfUrl(module, base, withoutVersion(module, options.options.get('defaultQuery')).value !== undefined);
}

/** Options that are not all known may still spell out a URL with a deployment. */
function kindOfWritten(module: SourceModule, { arguments: [argument] }: TSESTree.NewExpression): ClientKind {
  const object = argument && unwrap(argument);
  const url = object?.type === 'ObjectExpression' ? findProperty(object, 'baseURL')?.value : undefined;
  const path = url && readPath(module, url);
  return path?.deployment && path.base.kind !== 'foreign' && path.base.kind !== 'relative'
    ? 'deployment-url'
    : 'elsewhere';
}

function kindOfUrl(module: SourceModule, base: ClientOption, hasVersion: boolean): ClientKind {
  const path = readPath(module, base.value);
  if (!path) return !skeletonOf(module, base.value) && hasVersion ? 'deployment-url' : 'elsewhere';
  if (path.base.kind === 'foreign' || path.base.kind === 'relative') return 'elsewhere';
  if (path.deployment) return 'deployment-url';
  if (path.rest.startsWith('/v1')) return 'v1';
  return hasVersion ? 'deployment-url' : 'elsewhere';
}

function readPath(module: SourceModule, url: TSESTree.Node): AzurePath | undefined {
  const skeleton = skeletonOf(module, url);
  return skeleton && readAzurePath(module, skeleton);
}

function skeletonOf(module: SourceModule, url: TSESTree.Node): UrlSkeleton | undefined {
  return readUrlSkeleton(module, url) ?? readUrlSkeleton(module, constantSource(module, url) ?? url);
}
