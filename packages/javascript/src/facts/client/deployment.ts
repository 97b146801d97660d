import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../../source-module.ts';
import { sourceOf } from '../../syntax/layout.ts';
import { unwrap } from '../../syntax/nodes.ts';
import type { UrlSkeleton } from '../url-skeleton.ts';

/** A deployment's name as the source spells it. */
export interface Deployment {
  /** JavaScript for the name. */
  readonly text: string;
  /** The expression that it is, or the expressions that a template is made of. */
  readonly nodes: readonly TSESTree.Node[];
}

/** The deployment that an option's value names; an empty or absent name is none. */
export function deploymentOf(module: SourceModule, value: TSESTree.Node | undefined): Deployment | undefined {
  if (!value || (value.type === 'Literal' && value.value === '')) return undefined;
  if (value.type === 'Identifier' && value.name === 'undefined') return undefined;
  return { text: sourceOf(module, value), nodes: [value] };
}

/** The deployment that stands at `[start, end)` of a URL. */
export function deploymentInUrl(
  module: SourceModule,
  skeleton: UrlSkeleton,
  start: number,
  end: number,
): Deployment | undefined {
  const only = end - start === 1 ? skeleton.holeAt(start) : undefined;
  if (only) {
    const name = decoded(only);
    return { text: sourceOf(module, name), nodes: [name] };
  }
  // What is encoded in a path is another name in a body.
  if (!/^[\w.\uFFFC-]+$/.test(skeleton.text.slice(start, end))) return undefined;
  const text = skeleton.expressionOf(start, end);
  if (text === undefined) return undefined;
  const nodes = Array.from({ length: end - start }, (_, offset) => skeleton.holeAt(start + offset)).filter(
    (node) => node !== undefined,
  );
  return { text, nodes };
}

/** `encodeURIComponent(name)` belongs to the URL; what is meant is the name itself. */
export function decoded(node: TSESTree.Node): TSESTree.Node {
  const call = unwrap(node);
  if (call.type !== 'CallExpression' || call.callee.type !== 'Identifier') return node;
  const [name] = call.arguments;
  return /^encodeURI(?:Component)?$/.test(call.callee.name) && name && name.type !== 'SpreadElement' ? name : node;
}
