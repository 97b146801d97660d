import type { TextEdit } from '@azure-openai-v1/core';
import { type azureClientOptions, classifyHost } from '@azure-openai-v1/knowledge';
import type { TSESTree } from '@typescript-eslint/utils';
import { changeObject } from '../../edits/object-edits.ts';
import type { SourceModule } from '../../source-module.ts';
import { preferredQuote } from '../../syntax/layout.ts';
import { nodesOfType } from '../../syntax/node-index.ts';
import { literalText, staticName, unwrap } from '../../syntax/nodes.ts';
import { findProperty } from '../../syntax/object-literal.ts';
import { trimSlashes } from '../azure-url.ts';
import { gradeOf, type Concern } from '../client/concern.ts';
import { readAssertion, type Assertion } from './assertion.ts';
import type { ConstructorSpies } from './constructor-spy.ts';
import { doubleConcern } from './double-concern.ts';
import { originOf } from './origin.ts';
import type { TestDouble } from './test-double.ts';

/** The options that tell the old client from the new one, and what an assertion must say in their place. */
const legacyOptions = {
  endpoint: 'the endpoint with `/openai/v1/` behind it as `baseURL`',
  apiVersion: 'no `apiVersion`',
  deployment: 'no `deployment`, which is the `model` of each request instead',
  azureADTokenProvider: 'the token provider as `apiKey`',
} as const satisfies Partial<Record<keyof typeof azureClientOptions, string>>;

const legacyNames = new Map<string, string>(Object.entries(legacyOptions));

/** Finds the assertions on the options that a mocked client was built with, where they name those of the old client. */
export function judgeConstructorArguments(module: SourceModule, spies: ConstructorSpies): readonly TestDouble[] {
  const assertions = nodesOfType(module, 'CallExpression').flatMap((call) => {
    const assertion = readAssertion(module, call);
    return assertion && !assertion.isNegated ? [assertion] : [];
  });
  return assertions.flatMap((assertion) => [
    ...expectedOptions(assertion, spies).flatMap((options) => judgeOptions(module, options, assertion)),
    ...judgeRead(assertion, spies),
  ]);
}

/** The expressions that say which options are expected. */
function expectedOptions({ subject, expected, name }: Assertion, spies: ConstructorSpies): readonly TSESTree.Node[] {
  if (/called\w*with/i.test(name)) return spies.isSpy(subject) ? expected : [];
  return spies.isOptions(subject) ? expected : [];
}

function judgeOptions(module: SourceModule, argument: TSESTree.Node, { name: how }: Assertion): readonly TestDouble[] {
  const { object, isPartial } = readOptions(module, argument, how);
  const named = object?.properties.flatMap((property) => {
    const name = property.type === 'Property' ? (staticName(property) ?? '') : '';
    return property.type === 'Property' && legacyNames.has(name) ? [{ name, property }] : [];
  });
  if (!object || !named || named.length === 0) return [];
  const concerns = [doubleConcern('together'), ...concernsOf(object, isPartial, named.length)];
  return [
    {
      kind: 'constructor-arguments',
      node: object,
      concerns,
      edits: gradeOf(concerns) === 'manual' ? [] : editsOf(module, object, named),
      expected: named.map(({ name }) => legacyNames.get(name) ?? '').join(', '),
      editsByName: [],
    },
  ];
}

/** `{ … }` or `expect.objectContaining({ … })` */
function readOptions(
  module: SourceModule,
  argument: TSESTree.Node,
  how: string,
): { object: TSESTree.ObjectExpression | undefined; isPartial: boolean } {
  const node = unwrap(argument);
  if (node.type === 'ObjectExpression') return { object: node, isPartial: how.includes('Match') };
  const isPartial =
    node.type === 'CallExpression' &&
    /(?:^|\.)(?:objectContaining|match)$/.test(originOf(module, node.callee)?.name ?? '');
  const inner = isPartial && node.arguments[0] ? unwrap(node.arguments[0]) : undefined;
  return { object: inner?.type === 'ObjectExpression' ? inner : undefined, isPartial };
}

function* concernsOf(object: TSESTree.ObjectExpression, isPartial: boolean, legacy: number): Generator<Concern> {
  if (object.properties.some((property) => property.type !== 'Property' || staticName(property) === undefined))
    yield doubleConcern('options-open');
  if (findProperty(object, 'azureADTokenProvider')) yield doubleConcern('token-provider');
  const endpoint = findProperty(object, 'endpoint');
  if (endpoint && baseUrlOf(endpoint.value) === undefined) yield doubleConcern('endpoint-unknown');
  if (findProperty(object, 'baseURL')) yield doubleConcern('endpoint-unknown');
  if (!endpoint && legacy === object.properties.length) yield doubleConcern('nothing-left');
  if (!isPartial && !(endpoint && findProperty(object, 'apiKey'))) yield doubleConcern('implied-options');
}

/** The base URL that the migrated client is built with for an endpoint that is written out. */
function baseUrlOf(value: TSESTree.Node): string | undefined {
  const endpoint = literalText(unwrap(value));
  if (endpoint === undefined || endpoint === '') return undefined;
  const host = endpoint.replace(/^https:\/\//, '');
  const bare = trimSlashes(host);
  // A word that is no URL stands for one, and says nothing against it.
  const isWord = host === endpoint && /^[\w.-]+$/.test(endpoint);
  const isAzure = host !== endpoint && classifyHost(bare) === 'azure';
  return isWord || isAzure ? `${trimSlashes(endpoint)}/openai/v1/` : undefined;
}

function editsOf(
  module: SourceModule,
  object: TSESTree.ObjectExpression,
  named: readonly { readonly name: string; readonly property: TSESTree.Property }[],
): readonly TextEdit[] {
  const quote = preferredQuote(module);
  const replaced = new Map<TSESTree.Node, string>();
  const removed = new Set<TSESTree.Node>();
  for (const { name, property } of named) {
    const url = name === 'endpoint' ? baseUrlOf(property.value) : undefined;
    if (url === undefined) removed.add(property);
    else replaced.set(property, `baseURL: ${quote}${url}${quote}`);
  }
  return changeObject(module, object, { removed, replaced, added: [] });
}

/** `expect(spy.mock.calls[0][0].apiVersion)`, `toHaveProperty('apiVersion')` */
function judgeRead({ subject, expected: [first], name }: Assertion, spies: ConstructorSpies): readonly TestDouble[] {
  const node = unwrap(subject);
  const option = node.type === 'MemberExpression' && spies.isOptions(node.object) ? staticName(node) : undefined;
  const property = first && name === 'toHaveProperty' && spies.isOptions(node) ? literalText(first) : undefined;
  const expected = legacyNames.get(option ?? property ?? '');
  if (expected === undefined) return [];
  const place = node.type === 'MemberExpression' && option !== undefined ? node.property : (first ?? node);
  const concerns = [doubleConcern('together'), doubleConcern('option-read')];
  return [{ kind: 'constructor-arguments', node: place, concerns, edits: [], expected, editsByName: [] }];
}
