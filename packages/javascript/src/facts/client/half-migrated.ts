import type { TextEdit } from '@azure-openai-v1/core';
import { isDatedApiVersion } from '@azure-openai-v1/knowledge';
import type { TSESTree } from '@typescript-eslint/utils';
import { removeElements } from '../../edits/list-edits.ts';
import type { SourceModule } from '../../source-module.ts';
import { staticString } from '../../syntax/static-string.ts';
import { readAzurePath } from '../azure-path.ts';
import { readUrlSkeleton } from '../url-skeleton.ts';
import { readClientOptions, type ClientOption } from './client-options.ts';
import { isProviderCall } from './credential.ts';
import type { BuiltClient } from './constructions.ts';
import { withoutVersion } from './request-defaults.ts';

/** Something that a hand-made migration left wrong on a v1 client. */
export interface LeftOver {
  readonly kind: 'dated-query' | 'doubled-path' | 'called-provider';
  readonly node: TSESTree.Node;
  /** Empty where a person must decide. */
  readonly edits: readonly TextEdit[];
}

/** Looks over a client that already talks to `/openai/v1`. */
export function findLeftOvers(module: SourceModule, client: BuiltClient): readonly LeftOver[] {
  if (client.kind !== 'v1') return [];
  const options = readClientOptions(module, client.node);
  if (options.kind !== 'known') return [];
  return [
    ...datedQuery(module, options.object, options.options.get('defaultQuery')),
    ...doubledPath(module, options.options.get('baseURL')),
    ...calledProvider(module, options.options.get('apiKey')),
  ];
}

function datedQuery(
  module: SourceModule,
  object: TSESTree.ObjectExpression,
  option: ClientOption | undefined,
): readonly LeftOver[] {
  const { value, isEmpty, edits } = withoutVersion(module, option);
  const version = value && staticString(module, value);
  // `preview` still opens preview operations, and an unknown value may be that.
  if (!option || !value || version === undefined || !isDatedApiVersion(version)) return [];
  const whole =
    isEmpty && option.object === object ? removeElements(module, object.properties, new Set([option.property])) : edits;
  return [{ kind: 'dated-query', node: value.parent ?? value, edits: whole }];
}

function doubledPath(module: SourceModule, option: ClientOption | undefined): readonly LeftOver[] {
  const skeleton = option && readUrlSkeleton(module, option.value);
  const path = skeleton && readAzurePath(module, skeleton);
  if (!path || !/^\/v1(?:\/openai(?:\/v1)?)+$/.test(path.rest)) return [];
  const edit = skeleton.replace(path.pathStart, path.queryStart, 'openai/v1/');
  return edit ? [{ kind: 'doubled-path', node: option.value, edits: [edit] }] : [];
}

function calledProvider(module: SourceModule, option: ClientOption | undefined): readonly LeftOver[] {
  if (!option || !isProviderCall(module, option.value)) return [];
  return [{ kind: 'called-provider', node: option.value, edits: [] }];
}
