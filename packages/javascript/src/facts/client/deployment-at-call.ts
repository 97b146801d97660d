import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../../source-module.ts';
import { preferredQuote, sourceOf } from '../../syntax/layout.ts';
import { closest, isFunction, unwrap, type FunctionNode } from '../../syntax/nodes.ts';
import { findVariable, isNeverReassigned } from '../../syntax/scope.ts';
import { isOutside } from '../flow/holder.ts';
import type { ClientCall, Passage } from '../flow/client-flow.ts';
import { constantSource, staticString } from '../../syntax/static-string.ts';
import { walk } from '../../syntax/walk.ts';
import { portabilityOf } from '../portability.ts';
import { describe } from './client-options.ts';
import { concern, type Concern } from './concern.ts';
import type { Deployment } from './deployment.ts';

/** The deployment as a call can spell it, or why it cannot. */
export type DeploymentAtCall =
  | { readonly kind: 'known'; readonly deployment: Deployment; readonly concerns: readonly Concern[] }
  | { readonly kind: 'unknown'; readonly concerns: readonly Concern[] };

/** Finds out how a client's deployment is spelled at one of its calls, through the factories on the way. */
export function deploymentAtCall(module: SourceModule, deployment: Deployment, call: ClientCall): DeploymentAtCall {
  if (deployment.nodes.some((node) => isMemoized(module, node, call))) {
    return { kind: 'unknown', concerns: [concern('deployment-memoized')] };
  }
  const portabilities = deployment.nodes.map((node) => portabilityOf(module, node, call.node));
  if (!portabilities.includes('no')) {
    const repeated = portabilities.includes('call')
      ? [concern('deployment-repeated', detailOf(module, deployment))]
      : [];
    return { kind: 'known', deployment, concerns: repeated };
  }
  return asLiteral(module, deployment) ?? throughFactory(module, deployment, call);
}

/** A constant that the call cannot see but whose text is known is written out. */
function asLiteral(module: SourceModule, { nodes: [node, ...others] }: Deployment): DeploymentAtCall | undefined {
  const text = node && others.length === 0 ? staticString(module, node) : undefined;
  const source = node && text !== undefined ? constantSource(module, node) : undefined;
  if (!source || text === undefined || !/^[\w.-]+$/.test(text)) return undefined;
  const quote = preferredQuote(module);
  return { kind: 'known', deployment: { text: quote + text + quote, nodes: [unwrap(source)] }, concerns: [] };
}

/** A name of one call of a function says nothing of a client that outlives that call. */
function isMemoized(module: SourceModule, deployment: TSESTree.Node, { holders, passages }: ClientCall): boolean {
  return [...walk(deployment)].some((node) => {
    const variable = node.type === 'Identifier' ? findVariable(module, node) : undefined;
    const scope = closest(variable?.scope.block, isRepeated);
    // Where the client left that function again, the passage says whether it was kept before.
    return (
      scope !== undefined &&
      !passages.some(({ of }) => of === scope) &&
      holders.some((holder) => isOutside(holder, scope))
    );
  });
}

/** A function or a loop: what is declared in it has another value each time. */
function isRepeated(node: TSESTree.Node): node is FunctionNode {
  return isFunction(node) || /^(?:For|While|DoWhile)/.test(node.type);
}

function throughFactory(module: SourceModule, deployment: Deployment, call: ClientCall): DeploymentAtCall {
  const unclear: DeploymentAtCall = {
    kind: 'unknown',
    concerns: [concern('deployment-unclear', detailOf(module, deployment))],
  };
  const [node] = deployment.nodes;
  const name = node && unwrap(node);
  if (deployment.nodes.length !== 1 || name?.type !== 'Identifier') return unclear;
  const variable = findVariable(module, name);
  const definition = variable?.defs[0];
  if (!variable || definition?.type !== 'Parameter' || !isNeverReassigned(variable)) return unclear;
  const index = call.passages.findIndex(({ of }) => of === definition.node);
  const passage = call.passages[index];
  if (!passage) return unclear;
  if (passage.isMemoized) return { kind: 'unknown', concerns: [concern('deployment-memoized')] };
  const argument = argumentFor(passage, definition.node, name.name);
  if (!argument) return unclear;
  const rest = { ...call, passages: call.passages.slice(index + 1) };
  return deploymentAtCall(module, { text: sourceOf(module, argument), nodes: [argument] }, rest);
}

function argumentFor({ of, call }: Passage, declared: TSESTree.Node, name: string): TSESTree.Node | undefined {
  if (of !== declared) return undefined;
  const index = (of satisfies FunctionNode).params.findIndex((parameter) => parameterName(parameter) === name);
  const parameter = of.params[index];
  const given = call?.arguments.slice(0, index + 1);
  if (!parameter || !given || given.some(({ type }) => type === 'SpreadElement')) return undefined;
  const argument = given[index];
  // An argument that may be undefined at run time would mean the default; only its absence is certain.
  if (argument && parameter.type === 'AssignmentPattern' && argument.type !== 'Literal') return undefined;
  return argument ?? (parameter.type === 'AssignmentPattern' ? parameter.right : undefined);
}

function parameterName(parameter: TSESTree.Parameter): string | undefined {
  const target = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
  return target.type === 'Identifier' ? target.name : undefined;
}

function detailOf(module: SourceModule, { nodes: [node] }: Deployment): string {
  return node ? describe(module, node) : 'a name';
}
