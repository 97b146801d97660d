import type { TextEdit } from '@azure-openai-v1/core';
import type { TSESTree } from '@typescript-eslint/utils';
import { setModel } from '../../edits/set-model.ts';
import type { SourceModule } from '../../source-module.ts';
import { isFunction, literalText, staticName, unwrap } from '../../syntax/nodes.ts';
import { deploymentInUrl } from '../client/deployment.ts';
import { isDeclaredBefore, portabilityOf } from '../portability.ts';
import type { LegacyUrl } from './legacy-url.ts';

/** Gives the expected bodies of a request the deployment of its URL as `model`; undefined where one cannot be given it. */
export function expectModel(
  module: SourceModule,
  { skeleton, path }: Extract<LegacyUrl, { kind: 'url' }>,
  bodies: readonly TSESTree.Node[],
): readonly TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  for (const body of bodies) {
    const object = writtenBody(body);
    if (object === 'open') continue;
    const deployment = path.deployment && deploymentInUrl(module, skeleton, path.deployment.start, path.deployment.end);
    if (!object || !deployment) return undefined;
    const isKnown = deployment.nodes.every(
      (name) => portabilityOf(module, name, object) === 'yes' && isDeclaredBefore(module, name, object),
    );
    const change = isKnown ? setModel(module, object, deployment, 'request') : undefined;
    if (!change) return undefined;
    edits.push(...change.edits);
  }
  return edits;
}

/**
 * The object that a body is compared with; `open` where only a part of it is, or where a function decides; undefined for
 * a text and for what is made elsewhere.
 */
function writtenBody(body: TSESTree.Node): TSESTree.ObjectExpression | 'open' | undefined {
  const node = unwrap(body);
  if (node.type === 'ObjectExpression') return node.properties.length === 0 ? 'open' : node;
  if (isFunction(node) || (node.type === 'Literal' && 'regex' in node)) return 'open';
  if (literalText(node) !== undefined || node.type === 'Identifier') return undefined;
  if (node.type !== 'CallExpression') return 'open';
  const [value] = node.arguments;
  const isStringify = node.callee.type === 'MemberExpression' && staticName(node.callee) === 'stringify';
  if (!isStringify || !value) return 'open';
  const written = unwrap(value);
  return written.type === 'ObjectExpression' && node.arguments.length === 1 ? written : undefined;
}
