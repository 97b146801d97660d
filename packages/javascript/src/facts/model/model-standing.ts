import { findModel, hintedReasoningModel, type ModelRow } from '@azure-openai-v1/knowledge';
import type { TSESTree } from '@typescript-eslint/utils';
import type { ProjectFacts } from '../../project-facts.ts';
import type { SourceModule } from '../../source-module.ts';
import { unwrap } from '../../syntax/nodes.ts';
import { constantSource, staticString } from '../../syntax/static-string.ts';

/** What is known of the reasoning model behind a name: that it is one, or only that it may be. */
export type ModelStanding =
  | {
      readonly kind: 'known';
      readonly model: ModelRow;
      readonly name: string;
      /** The model's name and who says that the deployment runs it; absent where the name itself is the model's. */
      readonly origin?: ModelOrigin;
    }
  | { readonly kind: 'hinted'; readonly name: string; readonly origin?: ModelOrigin };

/** Why a deployment is taken for one of a model. */
export interface ModelOrigin {
  readonly model: string;
  readonly source: string;
  /** The source gives a default, which whoever deploys may replace. */
  readonly isDefault: boolean;
}

/** Says whether a name, or an expression of one, is a reasoning model's; undefined where it is not, or nothing is known. */
export function standingOf(
  module: SourceModule,
  deployments: ProjectFacts['deployments'],
  expression: TSESTree.Node | string,
): ModelStanding | undefined {
  const name = typeof expression === 'string' ? expression : staticString(module, expression);
  if (name !== undefined) return standingOfName(deployments, name);
  return typeof expression === 'string' ? undefined : hintIn(module, deployments, expression, 0);
}

function standingOfName(deployments: ProjectFacts['deployments'], name: string): ModelStanding | undefined {
  const own = findModel(name);
  const stated = deployments.get(name);
  if (stated === undefined) {
    if (own) return own.reasoning ? { kind: 'known', model: own, name } : undefined;
    return hintedReasoningModel(name) === undefined ? undefined : hinted(name);
  }
  const sounds = own ? own.reasoning : hintedReasoningModel(name) !== undefined;
  if (stated.kind === 'disputed') return sounds ? hinted(name) : undefined;
  const model = findModel(stated.model);
  const origin = { model: stated.model, source: stated.source, isDefault: stated.kind === 'assumed' };
  if (model?.reasoning) return stated.kind === 'known' ? { kind: 'known', model, name, origin } : hinted(name, origin);
  // What somebody says of a deployment counts more than what its name sounds like; a default does not outweigh a name.
  return stated.kind === 'assumed' && own?.reasoning ? hinted(name) : undefined;
}

function hinted(name: string, origin?: ModelOrigin): ModelStanding {
  return { kind: 'hinted', name, ...(origin && { origin }) };
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
    return fallback && hinted(fallback.name, fallback.origin);
  }
  const source = depth < 8 ? constantSource(module, node) : undefined;
  return source && hintIn(module, deployments, source, depth + 1);
}
