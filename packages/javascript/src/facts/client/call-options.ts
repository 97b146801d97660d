import type { SdkMethod } from '@azure-openai-v1/knowledge';
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../../source-module.ts';
import { staticName } from '../../syntax/nodes.ts';
import { findProperty, resolveObject } from '../../syntax/object-literal.ts';
import type { ClientCall } from '../flow/client-flow.ts';
import { concern, type Concern } from './concern.ts';

/** Judges what a single call sets for itself: a path, a body, a query, another credential. */
export function* callOptionConcerns(
  module: SourceModule,
  { node: { arguments: given } }: ClientCall,
  method: SdkMethod | undefined,
): Generator<Concern> {
  const hasBody = method?.body === 0;
  // Without a body, or behind names of what is asked for, the options stand in another place.
  for (const argument of hasBody ? given.slice(1) : given) {
    const options = resolveObject(module, argument);
    if (options) yield* concernsOf(module, options, hasBody);
    else if (hasBody && !isAbsent(argument)) yield concern('request-options', 'options');
  }
}

const replacing = ['path', 'body'];
const carried: Readonly<Record<'headers' | 'query', readonly string[]>> = {
  headers: ['api-key', 'authorization'],
  query: ['api-version'],
};

/** @param isCertain whether the object holds options; it could also be a body, whose properties have any name */
function* concernsOf(module: SourceModule, options: TSESTree.ObjectExpression, isCertain: boolean): Generator<Concern> {
  if (isCertain && options.properties.some(isUnclear)) yield concern('request-options', 'options');
  const replaced = isCertain ? replacing.find((name) => findProperty(options, name)) : undefined;
  if (replaced !== undefined) yield concern('per-request', replaced);
  for (const name of ['headers', 'query'] as const) {
    const value = findProperty(options, name)?.value;
    if (!value) continue;
    const entries = resolveObject(module, value);
    if (entries?.properties.some((property) => namesOneOf(property, carried[name]))) yield concern('per-request', name);
    else if (!entries ? isCertain || name === 'headers' : entries.properties.some(isUnclear))
      yield concern('request-options', name);
  }
}

function isUnclear(property: TSESTree.ObjectLiteralElement): boolean {
  return property.type === 'SpreadElement' || staticName(property) === undefined;
}

function namesOneOf(property: TSESTree.ObjectLiteralElement, names: readonly string[]): boolean {
  return property.type === 'Property' && names.includes((staticName(property) ?? '').toLowerCase());
}

function isAbsent(argument: TSESTree.Node): boolean {
  return argument.type === 'Identifier' && argument.name === 'undefined';
}
