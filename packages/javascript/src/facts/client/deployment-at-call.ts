import type { TSESTree } from '@typescript-eslint/utils';
import type { TextEdit } from '@azure-openai-v1/core';
import type { Program } from '../../program/program.ts';
import { sourceOf } from '../../syntax/layout.ts';
import { moduleOf } from '../../syntax/module-of.ts';
import { closest, isFunction, unwrap, type FunctionNode } from '../../syntax/nodes.ts';
import { findVariable, isNeverReassigned } from '../../syntax/scope.ts';
import { isOutside } from '../flow/holder.ts';
import type { ClientCall, Passage } from '../flow/client-flow.ts';
import { walk } from '../../syntax/walk.ts';
import { portabilityOf } from '../portability.ts';
import { spellAt, type SpellingCost } from '../spelling/spell-at.ts';
import { spellThroughObject } from '../spelling/through-object.ts';
import { describe } from './client-options.ts';
import { concern, type Concern } from './concern.ts';
import type { Deployment } from './deployment.ts';

/** The deployment as a call can spell it, or why it cannot. */
export type DeploymentAtCall =
  | {
      readonly kind: 'known';
      readonly deployment: Deployment;
      readonly concerns: readonly Concern[];
      readonly costs: readonly SpellingCost[];
      /** Imports and exports that bring its names to the call, each with the path of its file. */
      readonly edits: readonly TextEdit[];
    }
  /** `memoized`: the client is that of an earlier call, so its deployment may be another. */
  | { readonly kind: 'unknown' | 'memoized'; readonly concerns: readonly Concern[] };

/** A place that has to name a deployment, and the way on which the client, or the URL that names it, came there. */
export interface DeploymentUse extends Pick<ClientCall, 'passages' | 'holders'> {
  readonly node: TSESTree.Node;
}

/** Finds out how a client's deployment is spelled at one of its calls, through the factories on the way. */
export function deploymentAtCall(program: Program, deployment: Deployment, call: DeploymentUse): DeploymentAtCall {
  if (deployment.nodes.some((node) => isMemoized(node, call))) {
    return { kind: 'memoized', concerns: [concern('deployment-memoized')] };
  }
  return (
    spelled(program, deployment, call.node) ??
    throughObject(program, deployment, call) ??
    throughFactory(program, deployment, call)
  );
}

const costs: Readonly<Record<SpellingCost, Parameters<typeof concern>[0]>> = {
  call: 'deployment-repeated',
  export: 'deployment-exported',
  import: 'deployment-imported',
};

function spelled(program: Program, deployment: Deployment, place: TSESTree.Node): DeploymentAtCall | undefined {
  const [node, ...others] = deployment.nodes;
  if (!node || others.length > 0) return spelledInPlace(deployment, place);
  const spelling = spellAt(program, node, place);
  if (!spelling) return undefined;
  const concerns = spelling.costs.map((cost) => concern(costs[cost], detailOf(deployment)));
  return {
    kind: 'known',
    deployment: { text: spelling.text, nodes: [node] },
    concerns,
    costs: spelling.costs,
    edits: spelling.edits,
  };
}

function throughObject(
  program: Program,
  { nodes: [node, ...others] }: Deployment,
  call: DeploymentUse,
): DeploymentAtCall | undefined {
  const text =
    node && others.length === 0 && call.node.type === 'CallExpression'
      ? spellThroughObject(program, node, call.node, call.holders)
      : undefined;
  return node && text !== undefined
    ? { kind: 'known', deployment: { text, nodes: [node] }, concerns: [], costs: [], edits: [] }
    : undefined;
}

/** A name that is put together stays as it is written, or cannot be copied. */
function spelledInPlace(deployment: Deployment, place: TSESTree.Node): DeploymentAtCall | undefined {
  const portabilities = deployment.nodes.map((node) =>
    moduleOf(node) === moduleOf(place) ? portabilityOf(moduleOf(node), node, place) : 'no',
  );
  if (portabilities.includes('no')) return undefined;
  const spellingCosts: readonly SpellingCost[] = portabilities.includes('call') ? ['call'] : [];
  const concerns = spellingCosts.map((cost) => concern(costs[cost], detailOf(deployment)));
  return { kind: 'known', deployment, concerns, costs: spellingCosts, edits: [] };
}

/** A name of one call of a function says nothing of a client that outlives that call. */
function isMemoized(deployment: TSESTree.Node, { holders, passages }: DeploymentUse): boolean {
  const module = moduleOf(deployment);
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

function throughFactory(program: Program, deployment: Deployment, call: DeploymentUse): DeploymentAtCall {
  const unclear: DeploymentAtCall = {
    kind: 'unknown',
    concerns: [concern('deployment-unclear', detailOf(deployment))],
  };
  const [node] = deployment.nodes;
  const name = node && unwrap(node);
  if (deployment.nodes.length !== 1 || name?.type !== 'Identifier') return unclear;
  const variable = findVariable(moduleOf(name), name);
  const definition = variable?.defs[0];
  if (!variable || definition?.type !== 'Parameter' || !isNeverReassigned(variable)) return unclear;
  const index = call.passages.findIndex(({ of }) => of === definition.node);
  const passage = call.passages[index];
  if (!passage) return unclear;
  if (passage.isMemoized) return { kind: 'memoized', concerns: [concern('deployment-memoized')] };
  const argument = argumentFor(passage, definition.node, name.name);
  if (!argument) return unclear;
  const rest = { ...call, passages: call.passages.slice(index + 1) };
  return deploymentAtCall(program, { text: sourceOf(moduleOf(argument), argument), nodes: [argument] }, rest);
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

function detailOf({ nodes: [node] }: Deployment): string {
  return node ? describe(moduleOf(node), node) : 'a name';
}
