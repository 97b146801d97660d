import type { SourceModule } from '../source-module.ts';
import { readUrlBase, trimSlashes, type UrlBase } from './azure-url.ts';
import { hole, type UrlSkeleton } from './url-skeleton.ts';

/** A URL of the Azure OpenAI API, cut where its meaning changes; all numbers are indexes of the skeleton's text. */
export interface AzurePath {
  readonly base: UrlBase;
  /** Where the base ends, before the slash (if any) that joins it to `openai`. */
  readonly baseEnd: number;
  /** Where the word `openai` of the path begins. */
  readonly pathStart: number;
  /** What follows `openai`, up to the query, without slashes at its end. */
  readonly rest: string;
  /** Where the query's `?` is, or the end of the text. */
  readonly queryStart: number;
  /** The deployment's segment, where the path has one. */
  readonly deployment: { readonly start: number; readonly end: number } | undefined;
  /** The operation: what follows the deployment, or `openai`; without slashes around it. */
  readonly operation: string;
}

/** Cuts a URL that has `openai` as a segment of its path; undefined for any other text. */
export function readAzurePath(module: SourceModule, skeleton: UrlSkeleton): AzurePath | undefined {
  const { text } = skeleton;
  const pathStart = findPathStart(text);
  if (pathStart === undefined) return undefined;
  const question = text.indexOf('?', pathStart);
  const queryStart = question === -1 ? text.length : question;
  const baseEnd = trimSlashes(text.slice(0, pathStart)).length;
  const rest = trimSlashes(text.slice(pathStart + 'openai'.length, queryStart));
  const prefix = '/deployments/';
  const start = pathStart + 'openai'.length + prefix.length;
  const hasDeployment = rest.startsWith(prefix) && rest.length > prefix.length;
  const slash = text.indexOf('/', start);
  const end = slash === -1 || slash > queryStart ? queryStart : slash;
  const operation = hasDeployment ? text.slice(end, queryStart) : rest;
  return {
    base: readUrlBase(module, skeleton, baseEnd),
    baseEnd,
    pathStart,
    rest,
    queryStart,
    deployment: hasDeployment ? { start, end } : undefined,
    operation: trimSlashes(operation).replace(/^\//, ''),
  };
}

/** The first `openai` that is a whole segment, joined by a slash or directly to an expression, and not the host. */
function findPathStart(text: string): number | undefined {
  for (let index = text.indexOf('openai'); index !== -1; index = text.indexOf('openai', index + 1)) {
    const before = text.charAt(index - 1);
    const after = text.charAt(index + 'openai'.length);
    const isHost = text.slice(0, index).endsWith('://');
    if (
      !isHost &&
      (index === 0 || before === '/' || before === hole) &&
      (after === '' || after === '/' || after === '?')
    )
      return index;
  }
  return undefined;
}
