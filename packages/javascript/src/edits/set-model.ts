import type { TextEdit } from '@azure-openai-v1/core';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Deployment } from '../facts/client/deployment.ts';
import { isDeclaredBefore, portabilityOf } from '../facts/portability.ts';
import type { SourceModule } from '../source-module.ts';
import { sourceOf } from '../syntax/layout.ts';
import { moduleOf } from '../syntax/module-of.ts';
import { closest, isFunction, rangeOf, staticName, unwrap } from '../syntax/nodes.ts';
import { findProperty, resolveObject } from '../syntax/object-literal.ts';
import { constantInit, findVariable, lookUpName, readsOf } from '../syntax/scope.ts';
import { addLastProperty, changeObject, renamedKey } from './object-edits.ts';
import { removeElements } from './list-edits.ts';
import { makesCall } from './makes-call.ts';
import { type DeploymentOrigin, isSpelledAlike, mayBeEmpty, modelSource, withFallback } from './model-source.ts';
import { asOperand } from './v1-base-url.ts';

/** What goes with the old model: what counted where the deployment is empty, or a call that was made for it. */
export type ModelLoss = 'fallback' | 'call';

/** How a request comes to name a deployment; no edits where it does already. */
export interface ModelChange {
  readonly edits: readonly TextEdit[];
  readonly losses: readonly ModelLoss[];
}

const unchanged: ModelChange = { edits: [], losses: [] };

/**
 * Makes a request's body name a deployment as its `model`, so that the request goes where the deployment's path went. The
 * deployment was used first and the body's model only when it was empty; the new source keeps to that.
 *
 * @param body the argument that holds the request
 * @param origin where the deployment stood: an option could be empty, and then the model counted; a URL could not, so the
 *   deployment always won; a raw request is built from plain values, which no type restricts
 * @returns undefined where the body cannot be given a model
 */
export function setModel(
  module: SourceModule,
  body: TSESTree.Node,
  deployment: Deployment,
  origin: DeploymentOrigin,
): ModelChange | undefined {
  const object = editableObject(module, body, deployment);
  if (!object) return spreadWithModel(module, body, deployment, origin);
  // A computed key may be the model under another name, which must not stand twice, and `toJSON` decides what is sent.
  if (object.properties.some((other) => other.type === 'Property' && (staticName(other) ?? 'toJSON') === 'toJSON'))
    return undefined;
  const property = findProperty(object, 'model');
  if (!property) return addModel(module, object, deployment, origin);
  if (property.method || property.kind !== 'init') return undefined;
  const calls: readonly ModelLoss[] = makesCall(module, property.value) ? ['call'] : [];
  if (isOverridden(module, object, property)) {
    const source = modelSource(module, deployment, undefined, origin) ?? deployment.text;
    const fallback: readonly ModelLoss[] = mayBeEmpty(deployment, origin) ? ['fallback'] : [];
    return { edits: moveLast(module, object, property, source), losses: [...calls, ...fallback] };
  }
  const source = isSpelledAlike(module, property.value, deployment)
    ? undefined
    : modelSource(module, deployment, property.value, origin);
  if (source === undefined) return unchanged;
  const edit = property.shorthand
    ? { range: rangeOf(property), text: `model: ${source}` }
    : { range: rangeOf(property.value), text: source };
  return { edits: [edit], losses: calls };
}

/** The literal that a body is: in place, or a constant of the same function that serves this call alone. */
function editableObject(
  module: SourceModule,
  body: TSESTree.Node,
  deployment: Deployment,
): TSESTree.ObjectExpression | undefined {
  const node = unwrap(body);
  if (node.type === 'ObjectExpression') return node;
  if (node.type !== 'Identifier') return undefined;
  const variable = findVariable(module, node);
  const init = constantInit(variable);
  if (!variable || !init || readsOf(variable).length !== 1) return undefined;
  const value = unwrap(init);
  const isNear = closest(init, isFunction) === closest(body, isFunction);
  const isUsable = meansTheSameAt(module, deployment, body, value);
  return value.type === 'ObjectExpression' && isNear && isUsable ? value : undefined;
}

/** Tells whether a deployment that a call can spell has the same value at an earlier place of the file. */
function meansTheSameAt(
  module: SourceModule,
  { text, nodes }: Deployment,
  call: TSESTree.Node,
  place: TSESTree.Node,
): boolean {
  return nodes.every((node) => {
    if (moduleOf(node) === module)
      return portabilityOf(module, node, place) !== 'no' && isDeclaredBefore(module, node, place);
    const names = text.match(/(?<![\w$.])[A-Za-z_$][\w$]*/g) ?? [];
    return names.every((name) => lookUpName(module, place, name) === lookUpName(module, call, name));
  });
}

function addModel(
  module: SourceModule,
  object: TSESTree.ObjectExpression,
  deployment: Deployment,
  origin: DeploymentOrigin,
): ModelChange {
  const source = modelSource(module, deployment, undefined, origin) ?? deployment.text;
  const carriers = object.properties.filter((property) => mayNameModel(module, property));
  if (carriers.length === 0) {
    const added = [`model: ${source}`];
    const edits = changeObject(module, object, { removed: new Set(), replaced: new Map(), added });
    return { edits, losses: [] };
  }
  const old = mayBeEmpty(deployment, origin) ? modelOfSpread(module, carriers) : undefined;
  const model = old === undefined ? source : withFallback(deployment, old);
  const losses: readonly ModelLoss[] = old === undefined && mayBeEmpty(deployment, origin) ? ['fallback'] : [];
  return { edits: [addLastProperty(module, object, `model: ${model}`)], losses };
}

/** JavaScript for the model that the only spread with one brings in; a request without a model would not compile. */
function modelOfSpread(
  module: SourceModule,
  [carrier, ...others]: readonly TSESTree.ObjectLiteralElement[],
): string | undefined {
  if (carrier?.type !== 'SpreadElement' || others.length > 0) return undefined;
  return isRepeatable(carrier.argument) ? `${sourceOf(module, carrier.argument)}.model` : undefined;
}

/** Reads what it reads as often as one likes. */
function isRepeatable(node: TSESTree.Node): boolean {
  if (node.type === 'MemberExpression') return !node.computed && !node.optional && isRepeatable(node.object);
  return node.type === 'Identifier' || node.type === 'ThisExpression';
}

function mayNameModel(module: SourceModule, property: TSESTree.ObjectLiteralElement): boolean {
  return property.type === 'SpreadElement' && mayHoldModel(module, property.argument);
}

/** Tells whether something behind the model in a body may set it again. */
export function isOverridden(
  module: SourceModule,
  object: TSESTree.ObjectExpression,
  property: TSESTree.Property,
): boolean {
  return object.properties.slice(object.properties.indexOf(property) + 1).some((other) => mayNameModel(module, other));
}

function mayHoldModel(module: SourceModule, spread: TSESTree.Node): boolean {
  const object = resolveObject(module, spread);
  if (!object) return true;
  return object.properties.some(
    (property) => property.type === 'SpreadElement' || (staticName(property) ?? 'model') === 'model',
  );
}

function moveLast(
  module: SourceModule,
  object: TSESTree.ObjectExpression,
  property: TSESTree.Property,
  source: string,
): readonly TextEdit[] {
  const removal = removeElements(module, object.properties, new Set([property]));
  return [...removal, addLastProperty(module, object, `${renamedKey(module, property, 'model')}: ${source}`)];
}

/** `create(params)` becomes `create({ ...params, model })`: whatever the parameters are, the model is set last. */
function spreadWithModel(
  module: SourceModule,
  body: TSESTree.Node,
  deployment: Deployment,
  origin: DeploymentOrigin,
): ModelChange | undefined {
  if (body.type === 'SpreadElement') return undefined;
  if (namesAlready(module, body, deployment)) return unchanged;
  const source = modelSource(module, deployment, undefined, origin);
  if (source === undefined) return undefined;
  const operand = asOperand(sourceOf(module, body), body);
  const isUncertain = mayBeEmpty(deployment, origin);
  if (isUncertain && !isRepeatable(unwrap(body))) return undefined;
  const model = isUncertain ? withFallback(deployment, `${operand}.model`) : source;
  return { edits: [{ range: rangeOf(body), text: `{ ...${operand}, model: ${model} }` }], losses: [] };
}

/** A constant that names the deployment already, and whose model nothing sets, needs no edit whatever else is set. */
function namesAlready(module: SourceModule, body: TSESTree.Node, deployment: Deployment): boolean {
  const node = unwrap(body);
  const variable = node.type === 'Identifier' ? findVariable(module, node) : undefined;
  const init = constantInit(variable);
  const object = init && unwrap(init);
  const value = object?.type === 'ObjectExpression' ? findProperty(object, 'model')?.value : undefined;
  if (!variable || !value || !isSpelledAlike(module, value, deployment)) return false;
  // The same name may be another binding where the constant is made.
  if (!meansTheSameAt(module, deployment, body, value)) return false;
  return readsOf(variable).every(({ identifier }) => {
    if (identifier === node) return true;
    const { parent } = identifier;
    return parent.type === 'MemberExpression' && (staticName(parent) ?? 'model') !== 'model';
  });
}
