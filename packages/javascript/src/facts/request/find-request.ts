import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../../source-module.ts';
import { literalText, staticName, unwrap } from '../../syntax/nodes.ts';
import { findVariable, isNeverReassigned, readsOf } from '../../syntax/scope.ts';
import { readHttpCall, type HttpCall } from './http-call.ts';

/** What becomes of a URL: the requests that use it, and statements that add to its query. */
export interface UrlUse {
  readonly calls: readonly HttpCall[];
  /** `url.searchParams.set('api-version', …)`, with what is set. */
  readonly queryCalls: readonly { readonly statement: TSESTree.ExpressionStatement; readonly value: TSESTree.Node }[];
  /** False where the URL goes somewhere that is not seen. */
  readonly isWhole: boolean;
}

/** Follows a URL to the requests that it is used in, directly or through one variable. */
export function findUrlUse(module: SourceModule, outer: TSESTree.Node): UrlUse {
  const direct = callWith(module, outer);
  if (direct) return { calls: [direct], queryCalls: [], isWhole: true };
  const { parent } = outer;
  if (parent?.type !== 'VariableDeclarator' || parent.init !== outer || parent.id.type !== 'Identifier') return nowhere;
  const variable = findVariable(module, parent.id);
  if (!variable || !isNeverReassigned(variable) || parent.parent.parent.type.startsWith('Export')) return nowhere;
  const calls: HttpCall[] = [];
  const queryCalls: { statement: TSESTree.ExpressionStatement; value: TSESTree.Node }[] = [];
  let isWhole = true;
  for (const { identifier } of readsOf(variable)) {
    const call = callWith(module, spelledOut(identifier));
    const query = call ? undefined : queryCall(identifier);
    if (call) calls.push(call);
    else if (query?.value) queryCalls.push({ statement: query.statement, value: query.value });
    else if (!query && !isLogged(identifier)) isWhole = false;
  }
  return { calls, queryCalls, isWhole };
}

const nowhere: UrlUse = { calls: [], queryCalls: [], isWhole: false };

/** The request that has an expression as its URL. */
export function callWith(module: SourceModule, url: TSESTree.Node): HttpCall | undefined {
  const { parent } = url;
  const owner = parent?.type === 'Property' && parent.value === url ? callOfOption(parent) : parent;
  const call = owner && readHttpCall(module, owner);
  return call && unwrap(call.url) === unwrap(url) ? call : undefined;
}

/** `axios({ url })`, or the same with the options in a constant above the call. */
function callOfOption(property: TSESTree.Property): TSESTree.Node | undefined {
  return property.parent.parent;
}

/** `url.toString()` and `url.href` stand for `url`. */
function spelledOut(identifier: TSESTree.Node): TSESTree.Node {
  const { parent } = identifier;
  if (parent?.type !== 'MemberExpression' || parent.object !== identifier) return identifier;
  const name = staticName(parent);
  if (name === 'href') return parent;
  return name === 'toString' && parent.parent.type === 'CallExpression' ? parent.parent : identifier;
}

/** `url.searchParams.set(name, value);` with the value where the name is `api-version`. */
export function queryCall(
  identifier: TSESTree.Node,
): { statement: TSESTree.ExpressionStatement; value: TSESTree.Node | undefined } | undefined {
  const params = identifier.parent;
  const method = params?.parent;
  const call = method?.parent;
  if (
    params?.type !== 'MemberExpression' ||
    staticName(params) !== 'searchParams' ||
    method?.type !== 'MemberExpression'
  )
    return undefined;
  if (
    call?.type !== 'CallExpression' ||
    call.parent.type !== 'ExpressionStatement' ||
    !/^(?:Program|BlockStatement)$/.test(call.parent.parent.type) ||
    !/^(?:set|append)$/.test(staticName(method) ?? '')
  )
    return undefined;
  const [name, value] = call.arguments;
  const isVersion = name !== undefined && literalText(name)?.toLowerCase() === 'api-version';
  return { statement: call.parent, value: isVersion ? value : undefined };
}

/** What is only printed changes with the URL and harms nobody. */
export function isLogged(node: TSESTree.Node): boolean {
  let use: TSESTree.Node | undefined = node.parent;
  while (use && printed.has(use.type)) use = use.parent;
  return (
    use?.type === 'CallExpression' &&
    use.callee.type === 'MemberExpression' &&
    use.callee.object.type === 'Identifier' &&
    use.callee.object.name === 'console'
  );
}

const printed: ReadonlySet<string> = new Set([
  'TemplateLiteral',
  'Property',
  'ObjectExpression',
  'ArrayExpression',
  'BinaryExpression',
]);
