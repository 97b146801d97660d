import { findLegacyOperation, type LegacyOperation } from '@azure-openai-v1/knowledge';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Program } from '../../program/program.ts';
import { hole } from '../url-skeleton.ts';
import type { AzureUrl } from './azure-url-use.ts';
import { knownTexts } from './known-texts.ts';

/** The operations that a URL can ask for. */
export interface RequestedOperations {
  readonly all: readonly (LegacyOperation & { readonly asked: string })[];
  /** The place of the deployment in the URL's text. */
  readonly deployment: { readonly start: number; readonly end: number };
}

/** Finds out what a URL asks for, through a part that constants or the callers of its function give. */
export function readOperations(program: Program, url: AzureUrl): RequestedOperations | undefined {
  const { path, skeleton } = url;
  const { deployment } = path;
  if (!deployment) return undefined;
  if (path.operation !== '' && !path.operation.includes(hole)) {
    const all = operationsOf([path.operation]);
    return all && { all, deployment };
  }
  // In `${deployment}${path}` the slash between the two is in the path.
  const isJoined = path.operation === '';
  const end = isJoined ? deployment.end - 1 : deployment.end;
  const tail = skeleton.text.slice(end, path.queryStart);
  const node = skeleton.holeAt(end + tail.indexOf(hole));
  if (!node || end <= deployment.start || tail.lastIndexOf(hole) !== tail.indexOf(hole)) return undefined;
  const paths = filledIn(program, tail, node);
  const all = paths && operationsOf(paths);
  return all && { all, deployment: { start: deployment.start, end } };
}

/** The paths that begin with the one slash that v1 needs, too. */
function filledIn(program: Program, tail: string, node: TSESTree.Node): readonly string[] | undefined {
  const paths = knownTexts(program, node)?.map((text) => tail.replace(hole, () => text));
  return paths?.every((path) => /^\/[a-z/]+$/.test(path) && !path.includes('//')) === true
    ? paths.map((path) => path.slice(1))
    : undefined;
}

/** The operations of paths; undefined where one of them is none of a deployment. */
export function operationsOf(paths: readonly string[]): RequestedOperations['all'] | undefined {
  const all = paths.flatMap((path) => {
    const operation = findLegacyOperation(path);
    return operation?.scope === 'deployment' ? [{ ...operation, asked: path }] : [];
  });
  return all.length === paths.length ? all : undefined;
}
