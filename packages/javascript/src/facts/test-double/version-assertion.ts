import type { TextEdit } from '@azure-openai-v1/core';
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../../source-module.ts';
import { nodesOfType } from '../../syntax/node-index.ts';
import { literalText, rangeOf, staticName, unwrap } from '../../syntax/nodes.ts';
import { readAssertion, type Assertion } from './assertion.ts';
import { findPlaces } from './double-place.ts';
import { originOf } from './origin.ts';

/** An assertion that a URL has an `api-version`. */
export interface VersionAssertion {
  readonly node: TSESTree.Node;
  readonly call: TSESTree.CallExpression;
  /** Turns it into the assertion that there is none; undefined where that is not one splice or two. */
  readonly edits: readonly TextEdit[] | undefined;
}

/** Finds the assertions of a file that a URL has an `api-version`, apart from those that compare the whole URL. */
export function collectVersionAssertions(module: SourceModule): readonly VersionAssertion[] {
  if (!module.text.includes('api-version')) return [];
  return nodesOfType(module, 'CallExpression').flatMap((call) => {
    const assertion = readAssertion(module, call);
    if (!assertion) return ofMatcher(module, call) ?? [];
    return assertion.isNegated ? [] : (ofText(assertion) ?? ofParameter(assertion) ?? []);
  });
}

const mentionsVersion = /^(?:\\?[?&]|\[\?&\])?api-version=/;

/** `expect(fetch).toHaveBeenCalledWith(expect.stringContaining('api-version=…'))` */
function ofMatcher(module: SourceModule, call: TSESTree.CallExpression): VersionAssertion | undefined {
  const [node] = call.arguments;
  const { callee } = call;
  if (callee.type !== 'MemberExpression' || !node || !mentionsVersion.test(literalText(node) ?? '')) return undefined;
  if (originOf(module, callee)?.name !== 'expect.stringContaining') return undefined;
  const [place] = findPlaces(module, node);
  if (place?.kind !== 'assertion' || place.assertion.isNegated) return undefined;
  const edits = [{ range: rangeOf(callee.property), text: 'not.stringContaining' }, shorten(node, false)];
  return { node, call, edits };
}

/** How each comparison says the opposite. */
const opposites: ReadonlyMap<string, string> = new Map([
  ['contain', 'not.contain'],
  ['contains', 'not.contains'],
  ['include', 'not.include'],
  ['includes', 'not.includes'],
  ['match', 'not.match'],
  ['toContain', 'not.toContain'],
  ['toMatch', 'not.toMatch'],
]);

/** `expect(url).toContain('api-version=…')`, `expect(url).toMatch(/api-version=…/)` */
function ofText({ call, expected: [value], comparison, subject }: Assertion): VersionAssertion | undefined {
  const node = value && unwrap(value);
  if (!node || comparison === 'whole') return undefined;
  const isPattern = node.type === 'Literal' && 'regex' in node;
  const text = isPattern ? node.regex.pattern : literalText(node);
  if (text === undefined || !mentionsVersion.test(text)) return undefined;
  const { callee } = call;
  const property = callee.type === 'MemberExpression' && !callee.computed ? callee.property : undefined;
  const opposite = property?.type === 'Identifier' ? opposites.get(property.name) : undefined;
  // `assert.include(url, …)` has the subject among its arguments, and other names.
  const isChain = !call.arguments.includes(subject as TSESTree.CallExpressionArgument);
  const edits =
    property && opposite !== undefined && isChain
      ? [{ range: rangeOf(property), text: opposite }, shorten(node, isPattern)]
      : undefined;
  return { node, call, edits };
}

/** Without the value, the text is in no URL that has a version. */
function shorten(node: TSESTree.Node, isPattern: boolean): TextEdit {
  const range = rangeOf(node);
  if (isPattern) return { range, text: '/api-version=/' };
  // The quotes stay as they are.
  return { range: { start: range.start + 1, end: range.end - 1 }, text: 'api-version=' };
}

/** `expect(url.searchParams.get('api-version')).toBe('…')` */
function ofParameter({ call, subject, expected: [value], comparison }: Assertion): VersionAssertion | undefined {
  const read = unwrap(subject);
  if (!value || comparison !== 'whole' || read.type !== 'CallExpression' || read.callee.type !== 'MemberExpression')
    return undefined;
  const [name] = read.arguments;
  const method = staticName(read.callee) ?? '';
  if (!name || literalText(name)?.toLowerCase() !== 'api-version' || !/^(?:get|has)$/.test(method)) return undefined;
  const isTrue = value.type === 'Literal' && value.value === true;
  if (method === 'has' && !isTrue) return undefined;
  if (value.type === 'Literal' && value.value === null) return undefined;
  return {
    node: value,
    call,
    edits: [{ range: rangeOf(value), text: method === 'has' ? 'false' : 'null' }],
  };
}
