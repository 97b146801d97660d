import type { TSESTree } from '@typescript-eslint/utils';
import { v1BaseUrlOf } from '../../edits/v1-base-url.ts';
import type { SourceModule } from '../../source-module.ts';
import { sourceOf } from '../../syntax/layout.ts';
import { constantSource, staticString } from '../../syntax/static-string.ts';
import { readAzurePath, type AzurePath } from '../azure-path.ts';
import { readEndpointBase, readUrlBase, trimSlashes, type UrlBase } from '../azure-url.ts';
import { hole, readUrlSkeleton, type UrlSkeleton } from '../url-skeleton.ts';
import { concern, type Concern } from './concern.ts';
import { deploymentInUrl, type Deployment } from './deployment.ts';

/** The v1 base URL that a client gets, and what its old URL says besides. */
export interface ClientUrl {
  /** JavaScript for the new `baseURL`; undefined when a concern is manual. */
  readonly baseUrl: string | undefined;
  /** The deployment that the old URL names, which wins over the option. */
  readonly deployment?: Deployment | undefined;
  /** The URL ends with `/openai` behind an expression. */
  readonly isResourceUrl?: boolean;
  readonly concerns: readonly Concern[];
}

/** Judges an `endpoint` option: the resource's URL, to which the SDK adds `/openai`. */
export function judgeEndpoint(module: SourceModule, value: TSESTree.Node): ClientUrl {
  const skeleton = readUrlSkeleton(module, value);
  const only = skeleton && trimSlashes(skeleton.text) === hole ? skeleton.holeAt(0) : undefined;
  if (only) return judgeEndpoint(module, only);
  if (skeleton) return judgeSpelledEndpoint(module, skeleton);
  const base = baseConcerns(readEndpointBase(module, value));
  if (base.length > 0) return { baseUrl: undefined, concerns: base };
  const known = staticString(module, value);
  if (known === undefined) return { baseUrl: v1BaseUrlOf(module, value), concerns: [] };
  return judgeKnownEndpoint(module, value, known);
}

function judgeSpelledEndpoint(module: SourceModule, skeleton: UrlSkeleton): ClientUrl {
  const { text } = skeleton;
  const end = trimSlashes(text).length;
  if (trimSlashes(text).endsWith('/openai/v1')) {
    return { baseUrl: skeleton.rewrite(end - 1, text.length, '1/'), concerns: [concern('half-migrated')] };
  }
  const concerns = baseConcerns(readUrlBase(module, skeleton, end));
  const last = text.charAt(end - 1);
  // A hole at the end is an expression that may itself end with a slash, such as `${url}`.
  if (concerns.length > 0 || last === hole)
    return { baseUrl: undefined, concerns: concerns.length > 0 ? concerns : [concern('endpoint-path')] };
  return { baseUrl: skeleton.rewrite(end - 1, text.length, `${last}/openai/v1/`), concerns };
}

function judgeKnownEndpoint(module: SourceModule, value: TSESTree.Node, known: string): ClientUrl {
  const trimmed = trimSlashes(known);
  const source = sourceOf(module, value);
  if (trimmed.endsWith('/openai/v1')) return { baseUrl: source, concerns: [concern('half-migrated')] };
  if (trimmed === known) return { baseUrl: `\`\${${source}}/openai/v1/\``, concerns: [] };
  if (`${trimmed}/` === known) return { baseUrl: `\`\${${source}}openai/v1/\``, concerns: [] };
  return { baseUrl: v1BaseUrlOf(module, value), concerns: [] };
}

function baseConcerns(base: UrlBase): readonly Concern[] {
  if (base.kind === 'azure' || base.kind === 'endpoint') return [];
  const detail = base.kind === 'other' ? base.name : base.kind === 'foreign' ? 'another service' : 'no URL';
  return [concern('endpoint-host', detail)];
}

/** Judges a `baseURL` option, which has to name the `openai` path itself. */
export function judgeBaseUrl(module: SourceModule, value: TSESTree.Node): ClientUrl {
  const spelled = readUrlSkeleton(module, value) ? value : (constantSource(module, value) ?? value);
  const skeleton = readUrlSkeleton(module, spelled);
  const path = skeleton && readAzurePath(module, skeleton);
  if (!skeleton || !path) return { baseUrl: undefined, concerns: [concern('base-url-opaque')] };
  const hosts = baseConcerns(path.base);
  if (hosts.length > 0) return { baseUrl: undefined, concerns: hosts };
  const isPlain =
    path.queryStart === skeleton.text.length && path.operation === (path.deployment ? '' : path.rest.slice(1));
  if (!isPlain) return { baseUrl: undefined, concerns: [concern('endpoint-path')] };
  const deployment = path.deployment && deploymentInUrl(module, skeleton, path.deployment.start, path.deployment.end);
  if (path.deployment && !deployment) return { baseUrl: undefined, concerns: [concern('deployment-name')] };
  return {
    ...v1Form(module, value, spelled, skeleton, path),
    deployment,
    isResourceUrl: path.base.kind === 'endpoint' && path.rest === '',
  };
}

function v1Form(
  module: SourceModule,
  value: TSESTree.Node,
  spelled: TSESTree.Node,
  skeleton: UrlSkeleton,
  path: AzurePath,
): ClientUrl {
  if (/^\/v1(?:\/openai\/v1)*$/.test(path.rest)) {
    const isClean = path.rest === '/v1';
    const source = isClean
      ? sourceOf(module, value)
      : skeleton.rewrite(path.baseEnd, skeleton.text.length, '/openai/v1/');
    return { baseUrl: source, concerns: [concern('half-migrated')] };
  }
  if (!path.deployment && path.rest !== '') return { baseUrl: undefined, concerns: [concern('endpoint-path')] };
  if (path.base.kind === 'endpoint') return { baseUrl: v1BaseUrlOf(module, path.base.node), concerns: [] };
  const source = skeleton.rewrite(path.baseEnd, skeleton.text.length, '/openai/v1/');
  return { baseUrl: source ?? undefined, concerns: spelled === value || source ? [] : [concern('endpoint-path')] };
}
