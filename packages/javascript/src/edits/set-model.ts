import type { TextEdit } from '@azure-openai-v1/core';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Deployment } from '../facts/client/deployment.ts';
import { isDeclaredBefore, portabilityOf } from '../facts/portability.ts';
import { certaintyOf } from '../facts/string-certainty.ts';
import type { SourceModule } from '../source-module.ts';
import { sourceOf } from '../syntax/layout.ts';
import { closest, isFunction, literalText, rangeOf, staticName, unwrap } from '../syntax/nodes.ts';
import { findProperty, resolveObject } from '../syntax/object-literal.ts';
import { constantInit, findVariable, readsOf } from '../syntax/scope.ts';
import { staticString } from '../syntax/static-string.ts';
import { addLastProperty, changeObject, renamedKey } from './object-edits.ts';
import { removeElements } from './list-edits.ts';
import { asOperand, assertion } from './v1-base-url.ts';

/** Where a deployment's name stood before it became the model. */
export type DeploymentOrigin = 'option' | 'url' | 'request';

/**
 * Makes a request's body name a deployment as its `model`, so that the request goes where the deployment's path went. The
 * deployment was used first and the body's model only when it was empty; the new source keeps to that.
 *
 * @param body the argument that holds the request
 * @param origin where the deployment stood: an option could be empty, and then the model counted; a URL could not, so the
 *   deployment always won; a raw request is built from plain values, which no type restricts
 * @returns no edits where the body names the deployment already; undefined where the body cannot be given a model
 */
export function setModel(
  module: SourceModule,
  body: TSESTree.Node,
  deployment: Deployment,
  origin: DeploymentOrigin,
): readonly TextEdit[] | undefined {
  const object = editableObject(module, body, deployment);
  if (!object) return spreadWithModel(module, body, deployment, origin);
  // A computed key may be the model under another name, which an object literal must not have twice.
  if (object.properties.some((other) => other.type === 'Property' && staticName(other) === undefined)) return undefined;
  const property = findProperty(object, 'model');
  if (!property) return addModel(module, object, modelSource(module, deployment, undefined, origin) ?? deployment.text);
  if (property.method || property.kind !== 'init') return undefined;
  if (isOverridden(module, object, property)) {
    return moveLast(module, object, property, modelSource(module, deployment, undefined, origin) ?? deployment.text);
  }
  const source = isSpelledAlike(module, property.value, deployment)
    ? undefined
    : modelSource(module, deployment, property.value, origin);
  if (source === undefined) return [];
  if (property.shorthand) return [{ range: rangeOf(property), text: `model: ${source}` }];
  return [{ range: rangeOf(property.value), text: source }];
}

/** The literal that a body is: in place, or a constant of the same function that serves this call alone. */
function editableObject(
  module: SourceModule,
  body: TSESTree.Node,
  { nodes }: Deployment,
): TSESTree.ObjectExpression | undefined {
  const node = unwrap(body);
  if (node.type === 'ObjectExpression') return node;
  if (node.type !== 'Identifier') return undefined;
  const variable = findVariable(module, node);
  const init = constantInit(variable);
  if (!variable || !init || readsOf(variable).length !== 1) return undefined;
  const value = unwrap(init);
  const isNear = closest(init, isFunction) === closest(body, isFunction);
  const isUsable = nodes.every(
    (name) => portabilityOf(module, name, value) !== 'no' && isDeclaredBefore(module, name, value),
  );
  return value.type === 'ObjectExpression' && isNear && isUsable ? value : undefined;
}

/** JavaScript for the model, or undefined where the old model has the deployment's value already. */
function modelSource(
  module: SourceModule,
  { text, nodes }: Deployment,
  old: TSESTree.Node | undefined,
  origin: DeploymentOrigin,
): string | undefined {
  const [node] = nodes;
  const certainty = node && nodes.length === 1 ? certaintyOf(module, node) : 'non-empty';
  if (old && node && isAlready(module, text, node, old, nodes.length)) return undefined;
  if (origin === 'request' || certainty === 'non-empty' || !node) return text;
  if (origin === 'url' || !old || literalText(old) === '') {
    return certainty === 'unknown' ? asOperand(text, node) + assertion(module) : text;
  }
  return `${isLoose(node) ? `(${text})` : text} || ${isLoose(old) ? `(${sourceOf(module, old)})` : sourceOf(module, old)}`;
}

/** `name`, `name!` and `name as string` are the same at run time. */
function isSpelledAlike(module: SourceModule, value: TSESTree.Node, { text, nodes: [node] }: Deployment): boolean {
  const source = sourceOf(module, unwrap(value));
  return sourceOf(module, value) === text || (node !== undefined && source === sourceOf(module, unwrap(node)));
}

function isAlready(
  module: SourceModule,
  text: string,
  node: TSESTree.Node,
  old: TSESTree.Node,
  count: number,
): boolean {
  if (old.type === 'LogicalExpression' && old.operator !== '&&' && sourceOf(module, old.left) === text) return true;
  const known = count === 1 ? staticString(module, node) : undefined;
  return known !== undefined && known === staticString(module, old);
}

/** Binds less tightly than `||`, or may not stand beside it without parentheses. */
function isLoose(node: TSESTree.Node): boolean {
  if (node.type === 'LogicalExpression') return node.operator !== '||';
  return /^(?:Conditional|Assignment|Sequence|Yield|ArrowFunction)/.test(node.type);
}

function addModel(module: SourceModule, object: TSESTree.ObjectExpression, source: string): readonly TextEdit[] {
  if (object.properties.some((property) => mayNameModel(module, property))) {
    return [addLastProperty(module, object, `model: ${source}`)];
  }
  return changeObject(module, object, { removed: new Set(), replaced: new Map(), added: [`model: ${source}`] });
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
): readonly TextEdit[] | undefined {
  if (body.type === 'SpreadElement') return undefined;
  if (namesAlready(module, body, deployment)) return [];
  const text = sourceOf(module, body);
  const source = modelSource(module, deployment, undefined, origin);
  if (source === undefined) return undefined;
  const operand = asOperand(text, body);
  const isRepeatable = /^(?:Identifier|MemberExpression)$/.test(unwrap(body).type);
  if (source !== deployment.text && origin === 'option' && !isRepeatable) return undefined;
  const fallback =
    source === deployment.text || origin !== 'option' ? source : `${deployment.text} || ${operand}.model`;
  return [{ range: rangeOf(body), text: `{ ...${operand}, model: ${fallback} }` }];
}

/** A constant that names the deployment already, and whose model nothing sets, needs no edit whatever else is set. */
function namesAlready(module: SourceModule, body: TSESTree.Node, deployment: Deployment): boolean {
  const node = unwrap(body);
  const variable = node.type === 'Identifier' ? findVariable(module, node) : undefined;
  const init = constantInit(variable);
  const object = init && unwrap(init);
  const value = object?.type === 'ObjectExpression' ? findProperty(object, 'model')?.value : undefined;
  if (!variable || !value || !isSpelledAlike(module, value, deployment)) return false;
  return readsOf(variable).every(({ identifier }) => {
    if (identifier === node) return true;
    const { parent } = identifier;
    return parent.type === 'MemberExpression' && (staticName(parent) ?? 'model') !== 'model';
  });
}
