import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction, staticName, unwrap } from '../../syntax/nodes.ts';
import { walk } from '../../syntax/walk.ts';
import type { DoublePlace } from './double-place.ts';

/** What a test double says of a request beside its URL. */
export interface ExpectedParts {
  /** Objects of query parameters, with what goes where the `api-version` is all they hold. */
  readonly queries: readonly ExpectedQuery[];
  /** A query that is given in another way: a function, a variable. */
  readonly hasOpenQuery: boolean;
  /** Expressions that say what the body is. */
  readonly bodies: readonly TSESTree.Node[];
}

/** Parameters of a query as an object literal. */
export interface ExpectedQuery {
  readonly object: TSESTree.ObjectExpression;
  /** The property that holds it, or the call `.query(…)` that it is the argument of. */
  readonly owner: TSESTree.Property | TSESTree.CallExpression;
}

/** Reads the parts around the URL of a test double. */
export function readExpectedParts(place: DoublePlace): ExpectedParts {
  const calls = place.kind === 'answer' ? chainFrom(place.call) : place.kind === 'assertion' ? [place.call] : [];
  // What a function does with the request is not compared with it.
  const values = calls.flatMap((call) => call.arguments).flatMap((argument) => [...walk(argument, isFunction)]);
  const queryCalls = calls.filter((call) => place.kind === 'answer' && methodOf(call) === 'query');
  const fromCalls = queryCalls.flatMap((owner) => queryOf(owner.arguments[0], owner));
  const fromProperties = propertiesOf(values, /^(?:query|params|searchParams)$/).flatMap((owner) =>
    queryOf(owner.value, owner),
  );
  return {
    queries: [...fromCalls, ...fromProperties],
    hasOpenQuery: queryCalls.some(({ arguments: [query] }) => query !== undefined && isOpen(query)),
    bodies: bodiesOf(place, values),
  };
}

/** A call and those on its result that say more of the same request: `.post(…).query(…).matchHeader(…)`. */
function chainFrom(call: TSESTree.CallExpression): readonly TSESTree.CallExpression[] {
  const chain = [call];
  for (let last = call; ;) {
    const { parent } = last;
    const next = parent.type === 'MemberExpression' && parent.object === last ? parent.parent : undefined;
    if (next?.type !== 'CallExpression' || next.callee !== parent) return chain;
    if (!/^(?:query|matchHeader|basicAuth|times|once|twice|thrice)$/.test(methodOf(next) ?? '')) return chain;
    chain.push(next);
    last = next;
  }
}

function methodOf({ callee }: TSESTree.CallExpression): string | undefined {
  return callee.type === 'MemberExpression' ? staticName(callee) : undefined;
}

function propertiesOf(values: readonly TSESTree.Node[], name: RegExp): readonly TSESTree.Property[] {
  return values.filter(
    (node): node is TSESTree.Property =>
      node.type === 'Property' && node.parent.type === 'ObjectExpression' && name.test(staticName(node) ?? ''),
  );
}

function queryOf(value: TSESTree.Node | undefined, owner: ExpectedQuery['owner']): readonly ExpectedQuery[] {
  const object = value && unwrap(value);
  return object?.type === 'ObjectExpression' ? [{ object, owner }] : [];
}

/** `true` takes any query and none. */
function isOpen(query: TSESTree.Node): boolean {
  const node = unwrap(query);
  return node.type !== 'ObjectExpression' && !(node.type === 'Literal' && node.value === true);
}

function bodiesOf(place: DoublePlace, values: readonly TSESTree.Node[]): readonly TSESTree.Node[] {
  const named = propertiesOf(values, /^(?:body|data|json)$/).map(({ value }) => value);
  const second = place.kind === 'assertion' ? place.assertion.expected[1] : place.call.arguments[1];
  if (place.kind === 'answer')
    return second && /^(?:nock|axios-mock-adapter)$/.test(place.library) ? [second, ...named] : named;
  const object = second && unwrap(second);
  const names = object?.type === 'ObjectExpression' ? object.properties.map((property) => keyOf(property)) : [];
  // What axios and its like are called with: the URL, the body, the configuration.
  const isBody = names.some((name) => /^(?:messages|input|prompt)$/.test(name));
  return object && isBody ? [object, ...named] : named;
}

function keyOf(property: TSESTree.ObjectLiteralElement): string {
  return property.type === 'Property' ? (staticName(property) ?? '') : '';
}
