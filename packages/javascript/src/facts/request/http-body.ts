import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../../source-module.ts';
import { staticName, unwrap } from '../../syntax/nodes.ts';
import { constantInit, findVariable, readsOf } from '../../syntax/scope.ts';

/** What a request is told to send. */
export interface GivenBody {
  readonly node: TSESTree.Node;
  /** The client makes JSON of a plain object by itself. */
  readonly isObject: boolean;
}

/** The body of a request. */
export type HttpBody =
  | { readonly kind: 'json'; readonly value: TSESTree.Node }
  | { readonly kind: 'form'; readonly form: TSESTree.VariableDeclarator };

/**
 * Reads an expression as a body.
 *
 * @param isObject set where the client makes JSON of a plain object by itself
 */
export function readBody(module: SourceModule, expression: TSESTree.Node, isObject: boolean): HttpBody | undefined {
  const node = unwrap(expression);
  if (node.type === 'CallExpression') return readStringify(module, node);
  if (node.type === 'Identifier') {
    const variable = findVariable(module, node);
    const declarator = variable?.defs[0]?.node;
    const init = constantInit(variable);
    const made = init && unwrap(init);
    if (
      made?.type === 'NewExpression' &&
      nameOf(made.callee) === 'FormData' &&
      declarator?.type === 'VariableDeclarator'
    ) {
      return isSentOnce(module, node) ? { kind: 'form', form: declarator } : undefined;
    }
    if (made?.type === 'CallExpression') return isOwn(module, node) ? readStringify(module, made) : undefined;
    // What is not known to be an object may be a string or a form, which a spread would take apart.
    return isObject && made?.type === 'ObjectExpression' ? { kind: 'json', value: expression } : undefined;
  }
  return isObject && node.type === 'ObjectExpression' ? { kind: 'json', value: expression } : undefined;
}

/** `JSON.stringify(value)`; a replacer could drop what is added. */
function readStringify(
  module: SourceModule,
  { callee, arguments: [value, replacer] }: TSESTree.CallExpression,
): HttpBody | undefined {
  const method = unwrap(callee);
  const isStringify =
    method.type === 'MemberExpression' &&
    nameOf(method.object) === 'JSON' &&
    !findVariable(module, method.object) &&
    staticName(method) === 'stringify';
  if (!isStringify || !value || value.type === 'SpreadElement') return undefined;
  const isPlain =
    !replacer || (replacer.type === 'Literal' && replacer.value === null) || nameOf(replacer) === 'undefined';
  return isPlain ? { kind: 'json', value } : undefined;
}

/** Besides being filled, the form is used in one place only. */
function isSentOnce(module: SourceModule, form: TSESTree.Node): boolean {
  const variable = findVariable(module, form);
  return (
    variable !== undefined &&
    readsOf(variable).filter(({ identifier }) => identifier.parent.type !== 'MemberExpression').length === 1
  );
}

/** Tells whether what an expression stands for is read here alone. */
export function isOwn(module: SourceModule, expression: TSESTree.Node): boolean {
  const node = unwrap(expression);
  const variable = node.type === 'Identifier' ? findVariable(module, node) : undefined;
  return !variable || readsOf(variable).length === 1;
}

/** The name that an identifier is; empty for everything else. */
export function nameOf(node: TSESTree.Node): string {
  return node.type === 'Identifier' ? node.name : '';
}
