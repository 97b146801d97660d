import type { TextEdit } from '@azure-openai-v1/core';
import type { TSESTree } from '@typescript-eslint/utils';
import { inFile } from '../../edits/combine.ts';
import type { Program } from '../../program/program.ts';
import type { SourceModule } from '../../source-module.ts';
import { changedFileConcerns } from '../client/changed-files.ts';
import { concern, type Concern } from '../client/concern.ts';
import { deploymentInUrl, type Deployment } from '../client/deployment.ts';
import type { AzureUrl } from './azure-url-use.ts';
import { dropFromOption, dropFromUrl, dropStatement } from './drop-version.ts';
import { isLogged } from './find-request.ts';
import { giveModels, lineOf } from './give-model.ts';
import { judgeInstance } from './judge-instance.ts';
import { requestConcern } from './request-concern.ts';
import { joinParts, onlyConcern, type RequestPart } from './request-part.ts';
import { readOperations, type RequestedOperations } from './requested-operations.ts';
import { trackUrl, type UrlFlow } from './track-url.ts';

/** A raw request to a deployment's URL and everything that its migration takes. */
export interface LegacyRequest {
  readonly url: AzureUrl;
  readonly concerns: readonly Concern[];
  /** Each with the path of its file. */
  readonly edits: readonly TextEdit[];
  /** Expressions that go. */
  readonly removed: readonly TSESTree.Node[];
}

/** Judges a URL that names a deployment; undefined for any other URL. */
export function judgeRequest(program: Program, module: SourceModule, url: AzureUrl): LegacyRequest | undefined {
  const { path, base } = url;
  if (!path.deployment || isLogged(url.outer)) return undefined;
  const part = base.kind === 'other' ? onlyConcern(requestConcern('host', base.name)) : judge(program, module, url);
  const elsewhere = new Set(part.edits.map((edit) => edit.path ?? module.path));
  elsewhere.delete(module.path);
  const ofFiles = part.edits.length > 0 ? changedFileConcerns(program, module.path, [...elsewhere]) : [];
  return { url, ...part, concerns: [...part.concerns, ...ofFiles] };
}

function judge(program: Program, module: SourceModule, url: AzureUrl): RequestPart {
  const { skeleton, path } = url;
  const asked = readOperations(program, url);
  if (!asked && path.operation !== '') return onlyConcern(requestConcern('operation'));
  const without = asked?.all.find(({ v1 }) => v1 === 'none');
  if (without) return onlyConcern(requestConcern('no-v1-form', without.asked));
  const place = asked?.deployment ?? path.deployment;
  const deployment = place && deploymentInUrl(module, skeleton, place.start, place.end);
  if (!place || !deployment) return onlyConcern(asked ? concern('deployment-name') : requestConcern('operation'));
  const flow = trackUrl(program, url.outer);
  const served = [flow.uses, flow.instances].filter(({ length }) => length > 0).length;
  const part =
    asked && flow.instances.length === 0
      ? judgeUses(program, module, { url, asked, deployment }, flow)
      : !asked && served === 1
        ? judgeInstance(program, module, { url, deployment }, flow)
        : onlyConcern(requestConcern('operation'));
  return joinParts([moveUrl(module, url, place.end), part, { edits: [], concerns: [], removed: deployment.nodes }]);
}

interface Judged {
  readonly url: AzureUrl;
  readonly asked: RequestedOperations;
  readonly deployment: Deployment;
}

function judgeUses(
  program: Program,
  module: SourceModule,
  { url: { skeleton, path }, asked, deployment }: Judged,
  { uses, queryCalls, escapes, doubts, shared }: UrlFlow,
): RequestPart {
  if (uses.length === 0 || escapes.length > 0) {
    const isKnown = program.importersOf(module) !== undefined && escapes.length > 0;
    return onlyConcern(
      isKnown ? requestConcern('request-unseen', escapes.join(', ')) : requestConcern('request-elsewhere'),
    );
  }
  const versions = [
    dropFromUrl(skeleton, path.queryStart),
    ...queryCalls.map(dropStatement),
    ...uses.map(({ call }) => dropFromOption(call.query)),
  ].filter((part) => part !== undefined);
  const concerns = [
    ...asked.all.flatMap(({ v1, asked: name }) => (v1 === 'preview' ? [requestConcern('preview-on-v1', name)] : [])),
    ...(doubts.length > 0 ? [requestConcern('request-doubt', doubts.join(', '))] : []),
    ...(shared ? [requestConcern('several-urls', lineOf(module, shared))] : []),
    ...(versions.length === 0 ? [requestConcern('version-elsewhere')] : []),
  ];
  return joinParts([{ edits: [], concerns, removed: [] }, ...versions, giveModels(program, module, uses, deployment)]);
}

/** @param end where the deployment ends in the URL's text */
function moveUrl(module: SourceModule, { skeleton, path }: AzureUrl, end: number): RequestPart {
  const start = path.pathStart + 'openai/'.length;
  // The slash behind the deployment joins what stands before and after it into one literal.
  const joined = skeleton.text.charAt(end) === '/' ? skeleton.replace(start, end + 1, 'v1/') : undefined;
  const edit = joined ?? skeleton.replace(start, end, 'v1');
  return edit ? { edits: inFile(module, [edit]), concerns: [], removed: [] } : onlyConcern(requestConcern('operation'));
}
