import type { TSESTree } from '@typescript-eslint/utils';
import { removeElements } from '../../edits/list-edits.ts';
import type { SourceModule } from '../../source-module.ts';
import { sourceOf } from '../../syntax/layout.ts';
import { staticName, unwrap } from '../../syntax/nodes.ts';
import { resolveObject } from '../../syntax/object-literal.ts';
import type { TextEdit } from '@azure-openai-v1/core';
import { readApiVersion } from './api-version.ts';
import type { ClientOption } from './client-options.ts';
import { concern, type Concern } from './concern.ts';

/** What is left of `defaultQuery` or `defaultHeaders` when one of its entries goes. */
export interface Remainder {
  /** The whole option goes: nothing else is in it. */
  readonly isEmpty: boolean;
  /** Otherwise, the edits that take the entry out. */
  readonly edits: readonly TextEdit[];
  /** What the entry held. */
  readonly value: TSESTree.Node | undefined;
  readonly concerns: readonly Concern[];
}

/** Takes the `api-version` out of a `defaultQuery`. */
export function withoutVersion(module: SourceModule, option: ClientOption | undefined): Remainder {
  const entry = takeEntry(module, option, (name) => name.toLowerCase() === 'api-version');
  if (!entry.value) return entry;
  const version = readApiVersion(module, entry.value);
  return { ...entry, concerns: [...entry.concerns, ...version.concerns] };
}

/** Takes the `api-key` out of `defaultHeaders`; the caller says what credential stays. */
export function withoutKey(module: SourceModule, option: ClientOption | undefined): Remainder {
  return takeEntry(module, option, (name) => name.toLowerCase() === 'api-key');
}

const nothing: Remainder = { isEmpty: false, edits: [], value: undefined, concerns: [] };

function takeEntry(
  module: SourceModule,
  option: ClientOption | undefined,
  accepts: (name: string) => boolean,
): Remainder {
  if (!option) return nothing;
  const object = resolveObject(module, option.value);
  const isInline = object !== undefined && unwrap(option.value) === object;
  const entries =
    object?.properties.filter((property) => property.type === 'Property' && accepts(staticName(property) ?? '')) ?? [];
  const [entry] = entries;
  const isClear = object?.properties.every(
    (property) => property.type === 'Property' && staticName(property) !== undefined,
  );
  if (isClear !== true || entries.length > 1) return { ...nothing, concerns: [concern('query-unknown', option.name)] };
  if (entry?.type !== 'Property' || !object) return nothing;
  if (!isInline)
    return {
      ...nothing,
      value: entry.value,
      isEmpty: object.properties.length === 1,
      concerns: object.properties.length === 1 ? [] : [concern('query-unknown', option.name)],
    };
  const isEmpty = object.properties.length === 1;
  const edits = isEmpty ? [] : removeElements(module, object.properties, new Set([entry]));
  return { isEmpty, edits, value: entry.value, concerns: [] };
}

/** Tells whether two expressions are spelled the same. */
export function isSameSource(module: SourceModule, a: TSESTree.Node, b: TSESTree.Node): boolean {
  return sourceOf(module, unwrap(a)) === sourceOf(module, unwrap(b));
}

/** What headers mean for the one credential that `OpenAI` sends where `AzureOpenAI` could send two. */
export function headerConcerns(
  module: SourceModule,
  headers: ClientOption | undefined,
  unreadable: readonly Concern[],
): readonly Concern[] {
  if (headers && takeEntry(module, headers, (name) => name.toLowerCase() === 'authorization').value)
    return [concern('second-credential')];
  return unreadable.length > 0 ? [concern('headers-unknown')] : [];
}

/** Tells whether headers hold the subscription key of API Management. */
export function namesGateway(module: SourceModule, { value }: ClientOption): boolean {
  const names = resolveObject(module, value)?.properties.map((property) =>
    property.type === 'Property' ? (staticName(property) ?? '') : '',
  );
  return names?.some((name) => name.toLowerCase().startsWith('ocp-apim-')) === true;
}
