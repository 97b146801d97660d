import type { TextEdit } from '@azure-openai-v1/core';
import type { TSESTree } from '@typescript-eslint/utils';
import { importName } from '../../edits/import-name.ts';
import type { Program } from '../../program/program.ts';
import { moduleOf } from '../../syntax/module-of.ts';
import { constantInit, findVariable, lookUpName } from '../../syntax/scope.ts';
import { closest, isFunction, unwrap } from '../../syntax/nodes.ts';
import { walk } from '../../syntax/walk.ts';
import type { Concern } from '../client/concern.ts';
import { deploymentAtCall } from '../client/deployment-at-call.ts';
import type { Deployment } from '../client/deployment.ts';
import { localNameOf } from '../spelling/local-name.ts';
import { spellPrivateField } from './private-field.ts';
import { ownerOf, spellThroughOwner } from './url-owner.ts';
import type { RequestUse } from './request-use.ts';

/** The deployment of a URL as the body of a request spells it. */
export interface DeploymentInRequest {
  readonly deployment: Deployment;
  readonly edits: readonly TextEdit[];
  readonly concerns: readonly Concern[];
}

/** Finds out how a body names the deployment of a URL that came from elsewhere; undefined where it cannot. */
export function deploymentInRequest(
  program: Program,
  deployment: Deployment,
  use: RequestUse,
  place: TSESTree.Node,
): DeploymentInRequest | undefined {
  const exported = spellExported(program, deployment, place);
  if (exported) return exported;
  const owner = ownerOf(use.call);
  const isOfObject = deployment.nodes.some(mentionsThis);
  // `this` of the URL is `this` of the request only where the URL is taken from `this`.
  const known =
    isOfObject && (owner?.object.type !== 'ThisExpression' || use.passages.length > 1)
      ? undefined
      : deploymentAtCall(program, deployment, { node: place, passages: use.passages, holders: use.holders });
  if (known?.kind === 'memoized') return undefined;
  // A call that is made again may give another name, and then the request goes elsewhere.
  const isUsable = known?.kind === 'known' && !known.costs.includes('call') && isInReach(known.deployment, place);
  const direct = isUsable ? known : undefined;
  if (direct?.concerns.length === 0) return direct;
  const [node, ...others] = deployment.nodes;
  if (!node || others.length > 0 || !owner) return direct;
  const beside =
    spellThroughOwner(program, node, owner, use, place) ??
    (isOfObject ? spellPrivateField(program, node, owner, use, place) : undefined);
  if (!beside) return direct;
  return direct && beside.concerns.length > 0 ? direct : beside;
}

/** A constant that its module exports already is better named than written out a second time. */
function spellExported(
  program: Program,
  { nodes: [node, ...others] }: Deployment,
  place: TSESTree.Node,
): DeploymentInRequest | undefined {
  const name = node && unwrap(node);
  if (name?.type !== 'Identifier' || others.length > 0) return undefined;
  const home = moduleOf(name);
  const variable = findVariable(home, name);
  if (!variable || !constantInit(variable) || localNameOf(program, home, variable, place) !== undefined)
    return undefined;
  const spelling = variable.scope.type === 'module' ? importName(program, home, variable, place) : undefined;
  if (spelling?.costs.length !== 0) return undefined;
  return { deployment: { text: spelling.text, nodes: [name] }, edits: spelling.edits, concerns: [] };
}

/** Tells whether an expression depends on the object that its function is called on. */
function mentionsThis(node: TSESTree.Node): boolean {
  return [...walk(node)].some(({ type }) => type === 'ThisExpression');
}

/** A constant of the same function has no value before its declaration. */
function isInReach({ text }: Deployment, place: TSESTree.Node): boolean {
  const module = moduleOf(place);
  const names = text.match(/(?<![\w$.'"])[A-Za-z_$][\w$]*/g) ?? [];
  return names.every((name) => {
    const declared = lookUpName(module, place, name)?.identifiers[0];
    if (!declared || closest(declared.parent, isFunction) !== closest(place, isFunction)) return true;
    // Whatever stands at the top of a module is there before a function of it runs.
    return declared.range[0] < place.range[0];
  });
}
