import { isKnownClientOption } from '@azure-openai-v1/knowledge';
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../../source-module.ts';
import { unwrap } from '../../syntax/nodes.ts';
import { constantSource } from '../../syntax/static-string.ts';
import type { ClientOption } from './client-options.ts';
import { concern, type Concern } from './concern.ts';
import { leftOverOptions } from './constructions.ts';
import { looksAtRequest } from './custom-fetch.ts';
import { namesGateway } from './request-defaults.ts';

/** What of a client matters to options that do not mean what they seem to. */
interface OptionsOwner {
  readonly module: SourceModule;
  readonly className: 'AzureOpenAI' | 'OpenAI';
}

/** Finds options that are unknown, may be undefined, or depend on what the migration changes. */
export function* uncertainOptions(
  { module, className }: OptionsOwner,
  options: ReadonlyMap<string, ClientOption>,
): Generator<Concern> {
  const unknown = [...options.keys()].find((name) => !isKnownClientOption(name));
  if (unknown !== undefined) yield concern('option-unknown', unknown);
  // What is undefined means another default in each of the two classes.
  for (const name of ['endpoint', 'baseURL', 'apiKey', 'azureADTokenProvider']) {
    const value = options.get(name)?.value;
    if (value && mayBeUndefined(module, value)) yield concern('option-undefined', name);
  }
  const fetch = options.get('fetch')?.value;
  if (fetch && looksAtRequest(module, fetch)) yield concern('custom-fetch');
  const headers = options.get('defaultHeaders');
  if (headers && namesGateway(module, headers)) yield concern('endpoint-host', 'a gateway with a subscription key');
  if (className === 'OpenAI' && leftOverOptions.some((name) => options.has(name))) yield concern('left-over');
}

/** `undefined`, or a choice that may end in it. */
function mayBeUndefined(module: SourceModule, value: TSESTree.Node): boolean {
  const node = unwrap(value);
  const ask = (other: TSESTree.Node) => mayBeUndefined(module, other);
  if (node.type === 'ConditionalExpression') return ask(node.consequent) || ask(node.alternate);
  if (node.type === 'LogicalExpression') return node.operator === '&&' || ask(node.right);
  if (node.type === 'Literal') return node.value === null;
  if (node.type === 'Identifier' && node.name === 'undefined') return true;
  const source = constantSource(module, node);
  return source !== undefined && source !== value && ask(source);
}
