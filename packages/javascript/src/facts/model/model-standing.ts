import { findModel, hintedReasoningModel, type ModelRow } from '@azure-openai-v1/knowledge';
import type { TSESTree } from '@typescript-eslint/utils';
import type { ProjectFacts } from '../../project-facts.ts';
import type { SourceModule } from '../../source-module.ts';
import { unwrap } from '../../syntax/nodes.ts';
import { constantSource, staticString } from '../../syntax/static-string.ts';

/** What is known of the reasoning model behind a name: that it is one, or only that the name sounds like it. */
export type ModelStanding =
  | { readonly kind: 'known'; readonly model: ModelRow; readonly name: string }
  | { readonly kind: 'hinted'; readonly name: string };

/** Says whether a name, or an expression of one, is a reasoning model's; undefined where it is not, or nothing is known. */
export function standingOf(
  module: SourceModule,
  deployments: ProjectFacts['deployments'],
  expression: TSESTree.Node | string,
): ModelStanding | undefined {
  const name = typeof expression === 'string' ? expression : staticString(module, expression);
  if (name === undefined)
    return typeof expression === 'string' ? undefined : hintIn(module, deployments, expression, 0);
  const mapped = deployments.get(name);
  const model = findModel(mapped ?? name);
  if (model) return model.reasoning ? { kind: 'known', model, name } : undefined;
  // What the owner said of a deployment counts more than what its name sounds like.
  if (mapped !== undefined) return undefined;
  return hintedReasoningModel(name) === undefined ? undefined : { kind: 'hinted', name };
}

/** `process.env.MODEL || 'o4-mini'` may be anything, but probably is what it falls back to. */
function hintIn(
  module: SourceModule,
  deployments: ProjectFacts['deployments'],
  expression: TSESTree.Node,
  depth: number,
): ModelStanding | undefined {
  const node = unwrap(expression);
  if (node.type === 'LogicalExpression' && node.operator !== '&&') {
    const fallback = standingOf(module, deployments, node.right);
    return fallback && { kind: 'hinted', name: fallback.name };
  }
  const source = depth < 8 ? constantSource(module, node) : undefined;
  return source && hintIn(module, deployments, source, depth + 1);
}
