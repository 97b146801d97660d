import { classifyHost, gatewayNameHint } from '@azure-openai-v1/knowledge';
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../source-module.ts';
import { literalText, staticName, unwrap } from '../syntax/nodes.ts';
import { constantSource } from '../syntax/static-string.ts';
import { hole, readUrlSkeleton, type UrlSkeleton } from './url-skeleton.ts';

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
export function readUrlBase(module: SourceModule, skeleton: UrlSkeleton, end: number): UrlBase {
  const text = skeleton.text.slice(0, end);
  if (text === '') return { kind: 'relative' };
  const expression = skeleton.holeAt(0);
  if (expression && text.length === 1) return readEndpointBase(module, expression);
  const scheme = schemes.find((candidate) => text.startsWith(candidate));
  if (scheme === undefined) return expression ? { kind: 'other', name: 'a path of its own' } : { kind: 'relative' };
  return readHost(module, skeleton, text.slice(scheme.length), scheme);
}

function readHost(module: SourceModule, skeleton: UrlSkeleton, rest: string, scheme: string): UrlBase {
  const [authority = '', ...path] = rest.split('/');
  // What stands before `@` is a credential, and never to be named.
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  if (host === hole) {
    const expression = skeleton.holeAt(scheme.length);
    return expression && path.length === 0
      ? readEndpointBase(module, expression)
      : { kind: 'other', name: 'a path of its own' };
  }
  // A resource name is one label of the host; what it is does not matter, the suffix does.
  const standing = classifyHost(host.replaceAll(hole, 'x'));
  if (standing === 'not-azure-openai') return { kind: 'foreign' };
  if (standing !== 'azure' || scheme === 'http://') return { kind: 'other', name: host.replaceAll(hole, '…') };
  return path.length === 0 ? { kind: 'azure' } : { kind: 'other', name: 'a path of its own' };
}

/** An expression is taken for an endpoint unless a name, a constant or a fallback behind it says otherwise. */
export function readEndpointBase(module: SourceModule, expression: TSESTree.Node): UrlBase {
  for (const source of sourcesOf(module, expression, 0)) {
    const name = namesOf(source).find(gatewayNameHint);
    if (name !== undefined) return { kind: 'other', name };
    const skeleton = readUrlSkeleton(module, source);
    const end = skeleton ? trimSlashes(skeleton.text).length : 0;
    if (!skeleton || end <= 1) continue;
    const v1 = skeleton.text.lastIndexOf('/openai/v1');
    const base = readUrlBase(module, skeleton, v1 === -1 ? end : v1);
    if (base.kind === 'other') return base;
    if (base.kind !== 'azure' && base.kind !== 'endpoint') return { kind: 'other', name: 'what it falls back to' };
  }
  return { kind: 'endpoint', node: expression };
}

/** Everything that an expression may stand for, as far as constants and alternatives of this file tell. */
function* sourcesOf(module: SourceModule, expression: TSESTree.Node, depth: number): Generator<TSESTree.Node> {
  const node = unwrap(expression);
  yield node;
  if (depth > 8) return;
  if (node.type === 'LogicalExpression') {
    yield* sourcesOf(module, node.left, depth + 1);
    yield* sourcesOf(module, node.right, depth + 1);
  } else if (node.type === 'ConditionalExpression') {
    yield* sourcesOf(module, node.consequent, depth + 1);
    yield* sourcesOf(module, node.alternate, depth + 1);
  } else if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression') {
    // `base.replace(…)` and `base.trim()` are made of what they are called on.
    yield* sourcesOf(module, node.callee.object, depth + 1);
  } else {
    const source = constantSource(module, node);
    if (source) yield* sourcesOf(module, source, depth + 1);
  }
}

/** The names that an endpoint expression spells: variables, properties, and strings such as environment names. */
function namesOf(expression: TSESTree.Node): readonly string[] {
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
