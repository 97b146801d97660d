import type { TextEdit } from '@azure-openai-v1/core';
import { findLegacyOperation, isDatedApiVersion } from '@azure-openai-v1/knowledge';
import type { TSESTree } from '@typescript-eslint/utils';
import { staticString } from '../../syntax/static-string.ts';
import type { ModuleFacts } from '../module-facts.ts';
import { readVersionParameter } from '../request/version-parameter.ts';

/** A URL without a deployment that sends a dated version. */
export interface VersionedUrl {
  readonly node: TSESTree.Node;
  /** It is below `/openai/v1`, where the version is an error. */
  readonly isV1: boolean;
  /** The operation that the v1 API does not have, if so. */
  readonly missing: string | undefined;
  readonly edits: readonly TextEdit[];
}

/** Finds URLs below the resource, or below `/openai/v1`, that send a dated version. */
export function findVersionedUrls({ module, urls }: ModuleFacts): readonly VersionedUrl[] {
  return urls.flatMap<VersionedUrl>(({ node, skeleton, path, base }) => {
    const version = readVersionParameter(skeleton, path.queryStart);
    if (!version || path.deployment || base.kind === 'other') return [];
    const isV1 = /^\/v1(?:\/|$)/.test(path.rest);
    const text = version.text ?? (version.value && staticString(module, version.value));
    if (isV1)
      return text !== undefined && isDatedApiVersion(text) && version.edit
        ? [{ node, isV1, missing: undefined, edits: [version.edit] }]
        : [];
    const operation = findLegacyOperation(path.operation);
    return operation?.scope === 'resource'
      ? [{ node, isV1, missing: operation.v1 === 'none' ? operation.path : undefined, edits: [] }]
      : [];
  });
}
