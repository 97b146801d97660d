import type { TextEdit } from '@azure-openai-v1/core';
import { legacyOperations } from '@azure-openai-v1/knowledge';
import type { TSESTree } from '@typescript-eslint/utils';
import { isMentioned, unique, withoutInner } from '../../edits/combine.ts';
import { removeUnused } from '../../edits/remove-unused.ts';
import type { SourceModule } from '../../source-module.ts';
import { walk } from '../../syntax/walk.ts';
import { gradeOf, type Concern } from '../client/concern.ts';
import { doubleConcern } from './double-concern.ts';
import { findPlaces, type DoublePlace } from './double-place.ts';
import { judgeUrl, type UrlJudgement } from './judge-url.ts';
import { collectLegacyUrls, type LegacyUrl } from './legacy-url.ts';
import { mentionsAzureOpenAI } from './mentions-azure-openai.ts';
import { beginningsOf, pathOf, twinAnswers, type Others } from './other-urls.ts';
import type { TestDouble } from './test-double.ts';
import { testAround } from './test-around.ts';
import { collectVersionAssertions, type VersionAssertion } from './version-assertion.ts';

/** The test doubles of a file that answer or assert requests. */
export interface RequestDoubles {
  readonly doubles: readonly TestDouble[];
  /** The URLs that are a matter of the test, not of code that makes requests. */
  readonly claimed: ReadonlySet<TSESTree.Node>;
}

/** Judges the URLs that a file answers or asserts. What stands in one test moves together. */
export function judgeRequestDoubles(module: SourceModule): RequestDoubles {
  const urls = collectLegacyUrls(module).map((url) => ({ url, places: findPlaces(module, url.node) }));
  const used = urls.filter(({ places }) => places.some((place) => place !== undefined));
  const inputs = new Set(urls.flatMap(({ url, places }) => (places.includes(undefined) ? pathOf(url) : [])));
  const twins = twinAnswers(used);
  const judged = used.flatMap(({ url, places }) => judge(module, url, places, { inputs, twins }) ?? []);
  const versions = judged.length > 0 ? collectVersionAssertions(module) : [];
  const groups = groupByTest(judged);
  const editsOf = editsByTest(module, judged, versions);
  const doubles = judged.map((one): TestDouble => {
    const { node, concerns, expected, tests } = one;
    // No person writes so many into one test; apart, they cost less to look at.
    const isCrowd = [...tests].some((test) => (groups.get(test)?.length ?? 0) > 100);
    const together = isCrowd ? one.edits : unique([...tests].flatMap(editsOf));
    const edits = gradeOf(concerns) === 'manual' ? [] : together;
    return { kind: 'request', node, concerns, edits, expected, editsByName: [] };
  });
  return {
    doubles: [...doubles, ...versions.flatMap((version) => judgeVersion(version, groups, editsOf) ?? [])],
    claimed: new Set(used.map(({ url }) => url.node)),
  };
}

interface Judged extends UrlJudgement {
  readonly node: TSESTree.Node;
  /** The tests that use it. */
  readonly tests: Tests;
}

type Tests = ReadonlySet<TSESTree.Node | undefined>;

function judge(
  module: SourceModule,
  url: LegacyUrl,
  all: readonly (DoublePlace | undefined)[],
  { inputs, twins }: Others,
): Judged | undefined {
  const places = all.filter((place) => place !== undefined);
  if (places.every((place) => place.kind === 'assertion' && place.assertion.isNegated)) return undefined;
  const own = { node: url.node, tests: new Set(places.map(({ call }) => testAround(call))) };
  const isInput = all.includes(undefined) || beginningsOf(url).some((path) => inputs.has(path));
  const twin = twins.get(url);
  const common: readonly Concern[] = [
    doubleConcern('together'),
    ...(twin ? [doubleConcern('same-path', String(twin.node.loc.start.line))] : []),
    ...(isInput ? [doubleConcern('test-input')] : []),
    ...([...own.tests].some(mentionsKeyHeader) ? [doubleConcern('key-header')] : []),
  ];
  if (url.kind !== 'url') {
    if (!isTelling(module, url)) return undefined;
    const concern = doubleConcern(url.kind);
    return { ...own, concerns: [...common, concern], edits: [], removed: [], expected: expectedPath(module, url) };
  }
  const judgement = judgeUrl(module, url, places);
  return judgement && { ...own, ...judgement, concerns: [...common, ...judgement.concerns] };
}

/** The path of the operation that a part of a URL, or a pattern for one, names. */
function expectedPath(module: SourceModule, { node }: LegacyUrl): string {
  const text = module.text.slice(...node.range).replaceAll('\\/', '/');
  const named = legacyOperations.filter(({ path, scope }) => scope === 'deployment' && text.includes(`/${path}`));
  const [longest] = named.toSorted((a, b) => b.path.length - a.path.length);
  return `\`/openai/v1/${longest?.path ?? ''}\` without \`api-version\`, with the deployment as \`model\``;
}

/** Part of a path says little by itself: other services have deployments as well. */
function isTelling(module: SourceModule, { kind, node }: LegacyUrl): boolean {
  const text = module.text.slice(...node.range);
  if (kind === 'pattern' && !text.includes('deployments')) return false;
  return text.includes('openai') || mentionsAzureOpenAI(module);
}

const keyHeaders = new WeakMap<TSESTree.Node, boolean>();

function mentionsKeyHeader(test: TSESTree.Node | undefined): boolean {
  if (!test) return false;
  let isMentioned = keyHeaders.get(test);
  if (isMentioned === undefined) {
    isMentioned = [...walk(test)].some(
      (node) => node.type === 'Literal' && typeof node.value === 'string' && /^api-key$/i.test(node.value),
    );
    keyHeaders.set(test, isMentioned);
  }
  return isMentioned;
}

function groupByTest(judged: readonly Judged[]): ReadonlyMap<TSESTree.Node | undefined, readonly Judged[]> {
  const groups = new Map<TSESTree.Node | undefined, Judged[]>();
  for (const one of judged) {
    for (const test of one.tests) {
      const group = groups.get(test) ?? [];
      group.push(one);
      groups.set(test, group);
    }
  }
  return groups;
}

type EditsOfTest = (test: TSESTree.Node | undefined) => readonly TextEdit[];

/** What changes in one test: its URLs, and the assertions of a version that they no longer have. */
function editsByTest(
  module: SourceModule,
  judged: readonly Judged[],
  versions: readonly VersionAssertion[],
): EditsOfTest {
  const known = new Map<TSESTree.Node | undefined, readonly TextEdit[]>();
  const byTest = groupByTest(judged.filter(({ concerns }) => gradeOf(concerns) !== 'manual'));
  const work = (test: TSESTree.Node | undefined): readonly TextEdit[] => {
    const own = byTest.get(test) ?? [];
    const turned = versions.filter(({ call }) => testAround(call) === test).flatMap(({ edits }) => edits ?? []);
    const edits = [...own.flatMap((one) => one.edits), ...turned];
    const removed = own.flatMap((one) => one.removed);
    const unused = removeUnused(module, removed, ({ name }) => isMentioned(edits, name));
    return withoutInner(unique([...edits, ...unused]));
  };
  return (test) => {
    const edits = known.get(test) ?? work(test);
    known.set(test, edits);
    return edits;
  };
}

function judgeVersion(
  { call, node, edits }: VersionAssertion,
  groups: ReadonlyMap<TSESTree.Node | undefined, readonly Judged[]>,
  editsOf: EditsOfTest,
): TestDouble | undefined {
  const test = testAround(call);
  const urls = groups.get(test) ?? [];
  if (urls.length === 0) return undefined;
  const concerns = [
    doubleConcern('together'),
    ...(urls.length > 100 || urls.every((url) => gradeOf(url.concerns) === 'manual')
      ? [doubleConcern('version-alone')]
      : []),
    ...(edits ? [] : [doubleConcern('version-unclear')]),
  ];
  return {
    kind: 'version',
    node,
    concerns,
    edits: gradeOf(concerns) === 'manual' ? [] : editsOf(test),
    expected: '',
    editsByName: [],
  };
}
