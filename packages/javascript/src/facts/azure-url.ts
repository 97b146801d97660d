import { classifyHost, gatewayNameHint } from '@azure-openai-v1/knowledge';
import type { TSESTree } from '@typescript-eslint/utils';
import { literalText, staticName, unwrap } from '../syntax/nodes.ts';
import { hole, type UrlSkeleton } from './url-skeleton.ts';

/** What stands before `/openai` in a URL, and whether the v1 API is known to be there. */
export type UrlBase =
  /** A host that is known to serve the v1 API, with nothing after it. */
  | { readonly kind: 'azure' }
  /** One expression, such as an environment variable: an endpoint, as far as the file tells. */
  | { readonly kind: 'endpoint'; readonly node: TSESTree.Node }
  /** A gateway, a proxy, a sovereign cloud, a project: `name` says which. */
  | { readonly kind: 'other'; readonly name: string }
  /** Not the Azure OpenAI API at all. */
  | { readonly kind: 'foreign' }
  /** A path without a host. */
  | { readonly kind: 'relative' };

const schemes = ['https://', 'http://'] as const;

/** Judges what stands before `/openai`; `end` is where it ends in the skeleton's text, without slashes. */
export function readUrlBase(skeleton: UrlSkeleton, end: number): UrlBase {
  const text = skeleton.text.slice(0, end);
  if (text === '') return { kind: 'relative' };
  const expression = skeleton.holeAt(0);
  if (expression && text.length === 1) return readEndpointBase(expression);
  const scheme = schemes.find((candidate) => text.startsWith(candidate));
  if (scheme === undefined) return expression ? { kind: 'other', name: 'a path of its own' } : { kind: 'relative' };
  return readHost(skeleton, text.slice(scheme.length), scheme);
}

function readHost(skeleton: UrlSkeleton, rest: string, scheme: string): UrlBase {
  const [host = '', ...path] = rest.split('/');
  if (host === hole) {
    const expression = skeleton.holeAt(scheme.length);
    return expression && path.length === 0
      ? readEndpointBase(expression)
      : { kind: 'other', name: 'a path of its own' };
  }
  // A resource name is one label of the host; what it is does not matter, the suffix does.
  const standing = classifyHost(host.replaceAll(hole, 'x'));
  if (standing === 'not-azure-openai') return { kind: 'foreign' };
  if (standing !== 'azure' || scheme === 'http://') return { kind: 'other', name: host.replaceAll(hole, '…') };
  return path.length === 0 ? { kind: 'azure' } : { kind: 'other', name: 'a path of its own' };
}

function readEndpointBase(expression: TSESTree.Node): UrlBase {
  const name = gatewayName(namesOf(expression));
  return name === undefined ? { kind: 'endpoint', node: expression } : { kind: 'other', name };
}

/** The first name that says gateway, proxy or the like. */
export function gatewayName(names: readonly string[]): string | undefined {
  return names.find(gatewayNameHint);
}

/** The names that an endpoint expression spells: variables, properties, and strings such as environment names. */
export function namesOf(expression: TSESTree.Node): readonly string[] {
  const node = unwrap(expression);
  switch (node.type) {
    case 'Identifier':
      return [node.name];
    case 'MemberExpression':
      return [...namesOf(node.object), staticName(node) ?? ''];
    case 'CallExpression':
      return [...namesOf(node.callee), ...node.arguments.flatMap(namesOf)];
    case 'LogicalExpression':
      return [...namesOf(node.left), ...namesOf(node.right)];
    default: {
      const text = literalText(node);
      return text === undefined ? [] : [text];
    }
  }
}

/** Removes the slashes at the end of a text; a loop, because a pattern would be quadratic. */
export function trimSlashes(text: string): string {
  let end = text.length;
  while (end > 0 && text.charAt(end - 1) === '/') end -= 1;
  return text.slice(0, end);
}
