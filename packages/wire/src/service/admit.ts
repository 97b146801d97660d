import { isDatedApiVersion, looksDated } from '@azure-openai-v1/knowledge';
import { headerOf, type WireRequest } from '../traffic.ts';
import type { Answer } from './answer.ts';
import { checkBody, missingParameter, type Surface, takesModel, unreadable } from './check-body.ts';
import { checkModel, checkOutputLimit } from './check-model.ts';
import { isStopped, stoppedPrompt } from './content-filter.ts';
import { findOnLegacy, findOnV1, type FoundOperation } from './find-operation.ts';
import { type JsonObject, textOf } from './json.ts';
import type { LogicalRequest } from './logical-request.ts';
import {
  contentFiltered,
  deploymentNotFound,
  headerRequired,
  resourceNotFound,
  versionNotAllowed,
  versionNotSupported,
} from './refusals.ts';
import { readContent, type RequestContent } from './request-content.ts';
import { modelOfDeployment, type ServiceSettings } from './settings.ts';

/** Whether a request is answered, or turned down. */
export type Admission =
  | { readonly kind: 'admitted'; readonly logical: LogicalRequest }
  | { readonly kind: 'refused'; readonly answer: Answer; readonly operation?: string };

/** Checks a request in the service's order: path, version, header, deployment, body, model, content. */
export function admit(
  request: WireRequest,
  url: URL,
  surface: Surface,
  path: string,
  settings: ServiceSettings,
): Admission {
  const found = surface === 'v1' ? findOnV1(request.method, path) : findOnLegacy(request.method, path);
  if (found === undefined) return refused(resourceNotFound());
  const { operation } = found;
  const content = readContent(request);
  const early = checkVersion(surface, versionOf(url)) ?? checkHeader(request, found);
  if (early !== undefined) return refused(early, operation);
  const target = findTarget(surface, found, content, settings);
  if (target.kind === 'refused') return { ...target, operation };
  const body = bodyOf(content);
  const late =
    checkBody(surface, operation, content) ??
    checkOutputLimit(operation, versionOf(url) ?? 'v1', body) ??
    checkModel(operation, target.model, body) ??
    (isStopped(body) ? contentFiltered(stoppedPrompt) : undefined);
  if (late !== undefined) return refused(late, operation);
  const { parameters } = found;
  const { deployment, model } = target;
  const query = queryOf(url);
  return { kind: 'admitted', logical: { operation, parameters, deployment, model, body, query, origin: url.origin } };
}

/** What a version has against a surface; undefined when nothing. */
export function checkVersion(surface: Surface, version: string | undefined): Answer | undefined {
  if (surface === 'legacy') return isDatedApiVersion(version ?? '') ? undefined : resourceNotFound();
  if (version === undefined || version === 'v1' || version === 'preview') return undefined;
  return looksDated(version) ? versionNotAllowed() : versionNotSupported();
}

/** The version that a query names. */
export function versionOf(url: URL): string | undefined {
  return url.searchParams.get('api-version') ?? undefined;
}

function refused(answer: Answer, operation?: string): Admission {
  return { kind: 'refused', answer, ...(operation === undefined ? {} : { operation }) };
}

function checkHeader(request: WireRequest, { previewHeader }: FoundOperation): Answer | undefined {
  if (previewHeader === undefined) return undefined;
  const [name, value] = previewHeader;
  return headerOf(request, name) === value ? undefined : headerRequired(name, value);
}

type Target =
  | { readonly kind: 'found'; readonly deployment: string | undefined; readonly model: string }
  | { readonly kind: 'refused'; readonly answer: Answer };

/** The deployment that answers: named by the path or by the body, depending on the surface and the operation. */
function findTarget(
  surface: Surface,
  found: FoundOperation,
  content: RequestContent,
  settings: ServiceSettings,
): Target {
  const takes = takesModel(found.operation);
  if (found.deployment === undefined && !takes) return { kind: 'found', deployment: undefined, model: '' };
  if (takes && content.kind === 'other') return { kind: 'refused', answer: unreadable() };
  const named = surface === 'legacy' ? found.deployment : undefined;
  const model = named ?? bodyOf(content)['model'];
  if (model === undefined || model === null) return { kind: 'refused', answer: missingParameter('model') };
  const runs = modelOfDeployment(settings, textOf(model));
  if (runs === undefined) return { kind: 'refused', answer: deploymentNotFound() };
  const isAnswerer = takes || found.operation.endsWith('/chat/completions');
  return { kind: 'found', deployment: isAnswerer ? textOf(model) : undefined, model: isAnswerer ? runs : '' };
}

function bodyOf(content: RequestContent): JsonObject {
  return content.kind === 'json' || content.kind === 'multipart' ? content.value : {};
}

function queryOf(url: URL): JsonObject {
  const names = [...new Set(url.searchParams.keys())].filter((name) => name !== 'api-version');
  return Object.fromEntries(
    names.map((name) => {
      const values = url.searchParams.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? '') : values];
    }),
  );
}
