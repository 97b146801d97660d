import type { TSESTree } from '@typescript-eslint/utils';
import type { DoublePlace } from './double-place.ts';
import type { LegacyUrl } from './legacy-url.ts';

/** What the other URLs of a file say of one. */
export interface Others {
  /** Paths that the file gives to the code under test. */
  readonly inputs: ReadonlySet<string>;
  /** Answers that would be the same without the deployment. */
  readonly twins: ReadonlyMap<LegacyUrl, LegacyUrl>;
}

/** The path of a URL, in a list that is empty where it is not all known. */
export function pathOf(url: LegacyUrl): readonly string[] {
  return url.kind === 'url' ? [withoutSlash(url.skeleton.text.slice(url.path.pathStart, url.path.queryStart))] : [];
}

/** The path of a URL and the beginnings of it that name a deployment. */
export function beginningsOf(url: LegacyUrl): readonly string[] {
  const segments = pathOf(url).flatMap((path) => path.split('/'));
  return segments.flatMap((_, index) => (index > 1 ? [segments.slice(0, index + 1).join('/')] : []));
}

function withoutSlash(path: string): string {
  return path.endsWith('/') ? path.slice(0, -1) : path;
}

/** Finds the answers that differ from another of the file in nothing but their deployment, each with that other. */
export function twinAnswers(
  used: readonly { readonly url: LegacyUrl; readonly places: readonly (DoublePlace | undefined)[] }[],
): ReadonlyMap<LegacyUrl, LegacyUrl> {
  const groups = new Map<string, { readonly url: LegacyUrl; readonly deployment: string }[]>();
  for (const { url, places } of used) {
    if (url.kind !== 'url' || !url.path.deployment || !places.some((place) => place?.kind === 'answer')) continue;
    const { text } = url.skeleton;
    const { start, end } = url.path.deployment;
    const key = text.slice(0, start) + text.slice(end, url.path.queryStart);
    const group = groups.get(key) ?? [];
    group.push({ url, deployment: deploymentOf(url.skeleton, start, end) });
    groups.set(key, group);
  }
  const twins = new Map<LegacyUrl, LegacyUrl>();
  for (const group of groups.values()) {
    const [first] = group;
    const other = group.find(({ deployment }) => deployment !== first?.deployment);
    if (!first || !other) continue;
    for (const { url, deployment } of group) twins.set(url, deployment === first.deployment ? other.url : first.url);
  }
  return twins;
}

/** Text and the expressions in it; a parameter of the path or a star takes every deployment. */
function deploymentOf(skeleton: Extract<LegacyUrl, { kind: 'url' }>['skeleton'], start: number, end: number): string {
  const names = Array.from({ length: end - start }, (_, offset) => nameOf(skeleton.holeAt(start + offset)));
  const text = skeleton.text.slice(start, end);
  return /^(?::|\*)/.test(text) ? '*' : text + names.join('');
}

function nameOf(hole: TSESTree.Node | undefined): string {
  return hole?.type === 'Identifier' ? hole.name : '';
}
