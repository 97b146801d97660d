import type { TSESTree } from '@typescript-eslint/utils';
import type { Deployment } from '../facts/client/deployment.ts';
import { certaintyOf } from '../facts/string-certainty.ts';
import type { SourceModule } from '../source-module.ts';
import { sourceOf } from '../syntax/layout.ts';
import { moduleOf } from '../syntax/module-of.ts';
import { literalText, unwrap } from '../syntax/nodes.ts';
import { staticString } from '../syntax/static-string.ts';
import { asOperand, assertion } from './v1-base-url.ts';

/** Where a deployment's name stood before it became the model. */
export type DeploymentOrigin = 'option' | 'url' | 'request';

/** JavaScript for the model, or undefined where the old model has the deployment's value already. */
export function modelSource(
  module: SourceModule,
  { text, nodes }: Deployment,
  old: TSESTree.Node | undefined,
  origin: DeploymentOrigin,
): string | undefined {
  const [node] = nodes;
  const certainty = node && nodes.length === 1 ? certaintyOf(moduleOf(node), node) : 'non-empty';
  if (old && node && isAlready(module, text, node, old, nodes.length)) return undefined;
  if (origin === 'request' || certainty === 'non-empty' || !node) return text;
  if (origin === 'url' || !old || literalText(old) === '') {
    return certainty === 'unknown' ? asOperand(text, node) + assertion(module) : text;
  }
  return withFallback({ text, nodes }, isLoose(old) ? `(${sourceOf(module, old)})` : sourceOf(module, old));
}

/** Whether the deployment of a client may be empty at run time, so that the model of the request counted. */
export function mayBeEmpty({ nodes }: Deployment, origin: DeploymentOrigin): boolean {
  const [node] = nodes;
  return (
    origin === 'option' && node !== undefined && nodes.length === 1 && certaintyOf(moduleOf(node), node) !== 'non-empty'
  );
}

/** JavaScript for the deployment, or for what stands behind it where the deployment is empty. */
export function withFallback({ text, nodes: [node] }: Deployment, fallback: string): string {
  return `${node && isLoose(node) ? `(${text})` : text} || ${fallback}`;
}

/** `name`, `name!` and `name as string` are the same at run time. */
export function isSpelledAlike(
  module: SourceModule,
  value: TSESTree.Node,
  { text, nodes: [node] }: Deployment,
): boolean {
  if (sourceOf(module, value) === text) return true;
  // In another module the same words may mean something else.
  if (node === undefined || moduleOf(node) !== module)
    return sourceOf(module, unwrap(value)) === text.replace(/!$/, '');
  return sourceOf(module, unwrap(value)) === sourceOf(module, unwrap(node));
}

function isAlready(
  module: SourceModule,
  text: string,
  node: TSESTree.Node,
  old: TSESTree.Node,
  count: number,
): boolean {
  if (old.type === 'LogicalExpression' && old.operator !== '&&' && sourceOf(module, old.left) === text) return true;
  const known = count === 1 ? staticString(moduleOf(node), node) : undefined;
  return known !== undefined && known === staticString(module, old);
}

/** Binds less tightly than `||`, or may not stand beside it without parentheses. */
function isLoose(node: TSESTree.Node): boolean {
  if (node.type === 'LogicalExpression') return node.operator !== '||';
  return /^(?:Conditional|Assignment|Sequence|Yield|ArrowFunction)/.test(node.type);
}
