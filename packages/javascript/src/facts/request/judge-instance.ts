import type { Program } from '../../program/program.ts';
import type { SourceModule } from '../../source-module.ts';
import { moduleOf } from '../../syntax/module-of.ts';
import { readUrlSkeleton } from '../url-skeleton.ts';
import type { Deployment } from '../client/deployment.ts';
import { trackInstance } from './axios-instance.ts';
import type { AzureUrl } from './azure-url-use.ts';
import { dropFromOption, dropFromUrl } from './drop-version.ts';
import { giveModels } from './give-model.ts';
import { knownTexts } from './known-texts.ts';
import { requestConcern } from './request-concern.ts';
import { joinParts, onlyConcern, type RequestPart } from './request-part.ts';
import type { RequestUse } from './request-use.ts';
import { operationsOf } from './requested-operations.ts';
import type { UrlFlow } from './track-url.ts';

/** Judges a URL that is the base of an instance of axios. */
export function judgeInstance(
  program: Program,
  module: SourceModule,
  { url, deployment }: { readonly url: AzureUrl; readonly deployment: Deployment },
  { instances: [instance, ...others], escapes, doubts, shared: other }: UrlFlow,
): RequestPart {
  const { path, skeleton } = url;
  const isOnlyBase = escapes.length + doubts.length + others.length === 0 && path.queryStart === skeleton.text.length;
  if (!instance || !isOnlyBase || other) return onlyConcern(requestConcern('operation'));
  const { uses: made, concerns, query } = trackInstance(program, instance.node);
  const uses = made.map(({ call, passages, holders }) => ({
    call,
    passages: [...instance.passages, ...passages],
    holders: [...instance.holders, ...holders],
  }));
  if (uses.length === 0) return onlyConcern(requestConcern('operation'));
  const shared = dropFromOption(query);
  return joinParts([
    { edits: [], concerns, removed: [] },
    ...(shared ? [shared] : []),
    ...uses.map((use) => judgeUse(program, use, shared !== undefined)),
    giveModels(program, module, uses, deployment),
  ]);
}

/** axios joins base and path with one slash, whatever the two end and begin with. */
function judgeUse(program: Program, { call }: RequestUse, isVersionKnown: boolean): RequestPart {
  const skeleton = readUrlSkeleton(moduleOf(call.url), call.url);
  const question = skeleton?.text.indexOf('?') ?? -1;
  const paths = skeleton && question !== -1 ? [skeleton.text.slice(0, question)] : knownTexts(program, call.url);
  const asked = paths && operationsOf(paths.map((text) => text.replace(/^\//, '')));
  if (!asked) return onlyConcern(requestConcern('operation'));
  const inUrl = skeleton && question !== -1 ? dropFromUrl(skeleton, question) : undefined;
  const parts = [inUrl, dropFromOption(call.query)].filter((part) => part !== undefined);
  const concerns = asked.flatMap(({ v1, asked: name }) =>
    v1 === 'ga' ? [] : [requestConcern(v1 === 'none' ? 'no-v1-form' : 'preview-on-v1', name)],
  );
  const missing = isVersionKnown || parts.length > 0 ? [] : [requestConcern('version-elsewhere')];
  return joinParts([{ edits: [], concerns: [...concerns, ...missing], removed: [] }, ...parts]);
}
