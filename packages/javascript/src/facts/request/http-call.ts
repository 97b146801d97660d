import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../../source-module.ts';
import { staticName, unwrap } from '../../syntax/nodes.ts';
import { findProperty, resolveObject } from '../../syntax/object-literal.ts';
import { findVariable } from '../../syntax/scope.ts';
import { isOwn, nameOf, readBody, type GivenBody, type HttpBody } from './http-body.ts';

/** A request that the file makes with an HTTP client it knows by its import (or the global `fetch`). */
export interface HttpCall {
  readonly node: TSESTree.CallExpression | TSESTree.NewExpression;
  readonly url: TSESTree.Node;
  /** What is sent: an expression whose value becomes JSON, or a form. */
  readonly body: HttpBody | undefined;
  /** The expression that gives the body, whatever it is. */
  readonly given: GivenBody | undefined;
  /** The option that holds query parameters, as a property of an object literal. */
  readonly query: TSESTree.Property | undefined;
}

type Library = 'fetch' | 'axios' | 'got';

const libraries: ReadonlyMap<string, Library> = new Map([
  ['axios', 'axios'],
  ['got', 'got'],
  ['ky', 'got'],
  ['ky-universal', 'got'],
  ['node-fetch', 'fetch'],
  ['cross-fetch', 'fetch'],
  ['isomorphic-fetch', 'fetch'],
  ['undici', 'fetch'],
]);

/** Reads a call as an HTTP request; undefined where it is none that is known. */
export function readHttpCall(module: SourceModule, node: TSESTree.Node): HttpCall | undefined {
  if (node.type === 'NewExpression')
    return isGlobal(module, node.callee, 'Request') ? fetchCall(module, node) : undefined;
  if (node.type !== 'CallExpression') return undefined;
  const callee = unwrap(node.callee);
  const method = callee.type === 'MemberExpression' ? staticName(callee) : undefined;
  const root = callee.type === 'MemberExpression' ? unwrap(callee.object) : callee;
  if (isGlobal(module, callee, 'fetch') || (method === 'fetch' && /^(?:globalThis|window|self)$/.test(nameOf(root))))
    return fetchCall(module, node);
  switch (libraryOf(module, root)) {
    case 'fetch':
      return fetchCall(module, node);
    case 'axios':
      return readAxiosCall(module, node, method);
    case 'got':
      return gotCall(module, node);
    case undefined:
      return undefined;
  }
}

function isGlobal(module: SourceModule, node: TSESTree.Node, name: string): boolean {
  return node.type === 'Identifier' && node.name === name && !findVariable(module, node);
}

/** Tells whether a name stands for axios. */
export function isAxios(module: SourceModule, root: TSESTree.Node): boolean {
  return libraryOf(module, unwrap(root)) === 'axios';
}

function libraryOf(module: SourceModule, root: TSESTree.Node): Library | undefined {
  const definition = root.type === 'Identifier' ? findVariable(module, root)?.defs[0] : undefined;
  if (definition?.type === 'ImportBinding' && definition.parent.type === 'ImportDeclaration')
    return libraries.get(definition.parent.source.value);
  if (definition?.type !== 'Variable' || !definition.node.init) return undefined;
  return libraries.get(requiredModule(definition.node.init) ?? '');
}

/** `require('axios')`, `require('axios').default`, `await import('axios')` */
function requiredModule(expression: TSESTree.Node): string | undefined {
  const node = unwrap(expression);
  if (node.type === 'MemberExpression') return requiredModule(node.object);
  if (node.type === 'AwaitExpression') return requiredModule(node.argument);
  const source =
    node.type === 'ImportExpression'
      ? node.source
      : node.type === 'CallExpression' && nameOf(node.callee) === 'require'
        ? node.arguments[0]
        : undefined;
  return source?.type === 'Literal' && typeof source.value === 'string' ? source.value : undefined;
}

function fetchCall(module: SourceModule, node: HttpCall['node']): HttpCall | undefined {
  const [url, init] = node.arguments;
  if (!url) return undefined;
  const options = init && ownObject(module, init);
  const body = options && findProperty(options, 'body')?.value;
  return { node, url, ...sent(module, body, false), query: undefined };
}

/**
 * Reads a call of axios or of an instance of it.
 *
 * @param method `post` for `axios.post(…)`; undefined for `axios(…)`
 */
export function readAxiosCall(
  module: SourceModule,
  node: TSESTree.CallExpression,
  method: string | undefined,
): HttpCall | undefined {
  const [first, second, third] = node.arguments;
  if (!first) return undefined;
  if (method === 'post' || method === 'put' || method === 'patch') {
    const config = third && ownObject(module, third);
    return {
      node,
      url: first,
      ...sent(module, second, true),
      query: config && findProperty(config, 'params'),
    };
  }
  if (method !== undefined && method !== 'request') return undefined;
  const config = ownObject(module, method === undefined && second ? second : first);
  const url = second ? first : config && findProperty(config, 'url')?.value;
  const data = config && findProperty(config, 'data')?.value;
  return config && url && { node, url, ...sent(module, data, true), query: findProperty(config, 'params') };
}

function gotCall(module: SourceModule, node: TSESTree.CallExpression): HttpCall | undefined {
  const [url, init] = node.arguments;
  const options = init && ownObject(module, init);
  if (!url || !options) return undefined;
  const json = findProperty(options, 'json')?.value;
  const body = findProperty(options, 'body')?.value;
  return {
    node,
    url,
    ...(json ? { body: { kind: 'json', value: json }, given: undefined } : sent(module, body, false)),
    query: findProperty(options, 'searchParams') ?? findProperty(options, 'query'),
  };
}

function sent(
  module: SourceModule,
  node: TSESTree.Node | undefined,
  isObject: boolean,
): Pick<HttpCall, 'body' | 'given'> {
  return { body: node && readBody(module, node, isObject), given: node && { node, isObject } };
}

/** An object literal that serves this request alone; one that others read too must not be edited for it. */
function ownObject(module: SourceModule, expression: TSESTree.Node): TSESTree.ObjectExpression | undefined {
  return isOwn(module, expression) ? resolveObject(module, expression) : undefined;
}
