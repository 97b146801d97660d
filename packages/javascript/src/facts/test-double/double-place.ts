import { findRequestDouble } from '@azure-openai-v1/knowledge';
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../../source-module.ts';
import { literalText, staticName, unwrap } from '../../syntax/nodes.ts';
import { findVariable, isNeverReassigned, readsOf } from '../../syntax/scope.ts';
import { readAssertion, type Assertion, type Comparison } from './assertion.ts';
import { fakeAround } from './fake-function.ts';
import { originOf } from './origin.ts';

/** What a test does with a URL. */
export type DoublePlace = {
  readonly call: TSESTree.CallExpression;
  /** It is a part of a longer text there, which is put together in that place. */
  readonly isComposed: boolean;
} & (
  | /** It answers requests to it. */ { readonly kind: 'answer'; readonly library: string }
    /** A function that takes the place of another decides by it. */
  | { readonly kind: 'fake' }
  /** It compares the URL of a request with it. */
  | {
      readonly kind: 'assertion';
      readonly assertion: Assertion;
      readonly comparison: Comparison;
      /** It stands for a URL as far as the names around it say. */
      readonly isUrl: boolean;
    }
);

/** What a test does with a URL, in each place where it is used; undefined for a use that is no test double's. */
export function findPlaces(module: SourceModule, node: TSESTree.Node): readonly (DoublePlace | undefined)[] {
  const place = findPlace(module, node, start, 0) ?? fakeAround(module, node);
  return place ? [place] : placesOfConstant(module, node);
}

/** The URL may have a name: `const PATH = '/openai/deployments/…'`. */
function placesOfConstant(module: SourceModule, node: TSESTree.Node): readonly (DoublePlace | undefined)[] {
  const { parent } = node;
  if (parent?.type !== 'VariableDeclarator' || parent.init !== node || parent.id.type !== 'Identifier')
    return [undefined];
  const variable = findVariable(module, parent.id);
  if (!variable || !isNeverReassigned(variable) || parent.parent.parent.type.startsWith('Export')) return [undefined];
  return readsOf(variable).map(
    ({ identifier }) => findPlace(module, identifier, start, 0) ?? fakeAround(module, identifier),
  );
}

/** What the way from a URL to the call around it says. */
interface Way {
  readonly comparison: Comparison | undefined;
  readonly names: readonly string[];
  readonly isComposed: boolean;
}

const start: Way = { comparison: undefined, names: [], isComposed: false };

function findPlace(module: SourceModule, node: TSESTree.Node, way: Way, depth: number): DoublePlace | undefined {
  const { parent } = node;
  if (!parent || depth > 20) return undefined;
  const goOn = (next: TSESTree.Node, more: Partial<Way> = {}) =>
    findPlace(module, next, { ...way, ...more }, depth + 1);
  switch (parent.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'ArrayExpression':
    case 'ObjectExpression':
      return goOn(parent);
    case 'Property':
      return parent.value === node ? goOn(parent, { names: [...way.names, staticName(parent) ?? '?'] }) : undefined;
    case 'TemplateLiteral':
      return goOn(parent, { isComposed: true });
    case 'BinaryExpression':
      return parent.operator === '+' ? goOn(parent, { isComposed: true }) : undefined;
    case 'NewExpression':
      return isUrlClass(module, parent, node) ? goOn(parent) : undefined;
    case 'CallExpression':
      return parent.callee === node ? undefined : ofArgument(module, parent, node, way, goOn);
    default:
      return undefined;
  }
}

function isUrlClass(module: SourceModule, { callee, arguments: [first] }: TSESTree.NewExpression, node: TSESTree.Node) {
  return first === node && callee.type === 'Identifier' && callee.name === 'URL' && !findVariable(module, callee);
}

/** Functions that make a matcher for a part of what is expected. */
const matchers: ReadonlyMap<string, Comparison | undefined> = new Map([
  ['expect.stringContaining', 'part'],
  ['expect.stringMatching', 'pattern'],
  ['expect.objectContaining', undefined],
  ['expect.arrayContaining', undefined],
  ['match', 'part'],
]);

function ofArgument(
  module: SourceModule,
  call: TSESTree.CallExpression,
  node: TSESTree.Node,
  way: Way,
  goOn: (next: TSESTree.Node, more?: Partial<Way>) => DoublePlace | undefined,
): DoublePlace | undefined {
  const origin = originOf(module, call.callee);
  const matcher = origin?.name.replace(/\.not(?=\.)/, '') ?? '';
  if (matchers.has(matcher) && !origin?.name.includes('.not.')) {
    const comparison = node.type === 'ObjectExpression' ? undefined : matchers.get(matcher);
    return goOn(call, comparison && { comparison });
  }
  const { isComposed } = way;
  const library = origin && findRequestDouble(origin.module);
  if (origin && library && call.arguments[0] === node) {
    const method = /(?:^|\.)(\w+)$/.exec(origin.name)?.[1] ?? '';
    const isMethod = library.methods.length === 0 ? method !== '' : library.methods.includes(method);
    const isPlace = library.url === 'argument' ? way.names.length <= 1 : way.names.join('.') === 'path';
    return isMethod && isPlace ? { kind: 'answer', call, isComposed, library: library.module } : undefined;
  }
  const assertion = readAssertion(module, call);
  if (!assertion?.expected.some((expected) => expected === node)) return undefined;
  const comparison = way.comparison ?? ofText(assertion, node);
  return { kind: 'assertion', call, isComposed, assertion, comparison, isUrl: isUrlPlace(way, assertion) };
}

/** `toMatch` takes a text for a part of the whole. */
function ofText({ name, comparison }: Assertion, node: TSESTree.Node): Comparison {
  return name === 'toMatch' && literalText(unwrap(node)) !== undefined ? 'part' : comparison;
}

/** An argument or an element says nothing against a URL; the name of a property may. */
function isUrlPlace({ names }: Way, { name, expected }: Assertion): boolean {
  const [property] = name === 'toHaveProperty' ? expected : [];
  const all = property ? [...names, literalText(property) ?? ''] : names;
  return all.every((one) => /^(?:url|uri|href|path|pathname|requestUrl)$/i.test(one));
}
