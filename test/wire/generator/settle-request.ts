import { classifyHost } from '@azure-openai-v1/knowledge';
import type { RequestPlan } from './request-plan.ts';
import type { TextForm } from './text-plan.ts';

/** Takes away what makes no request by hand that works, and what the codemod is known not to see. */
export function settleRequest(part: RequestPlan): RequestPlan {
  return settleUnseen(settleSender({ ...part, endpointEnd: '', parameter: parameterOf(part), model: modelOf(part) }));
}

/** The function would read its own variables from a parameter that has none. */
function parameterOf({ parameter }: RequestPlan): RequestPlan['parameter'] {
  return parameter === 'process' ? 'question' : parameter;
}

function modelOf({ operation, model }: RequestPlan): RequestPlan['model'] {
  return operation === 'responses' && model === 'absent' ? 'other' : model;
}

/** Only axios has parameters, and it makes JSON of a payload by itself. */
function settleSender(part: RequestPlan): RequestPlan {
  if (!part.sender.startsWith('axios')) return { ...part, versionPlace: 'url' };
  return part.payload === 'stringified' || part.payload === 'form' ? { ...part, payload: 'constant' } : part;
}

/** A URL without a deployment is known as Azure OpenAI's by a version in its text on a host of Azure alone (docs/limits.md). */
function settleUnseen(part: RequestPlan): RequestPlan {
  const isTold = part.versionPlace === 'url' && !apart.has(part.address) && !composed.has(part.endpoint.form);
  const isAzure = classifyHost(new URL(part.endpoint.value).host) === 'azure';
  return part.operation === 'responses' && !(isTold && isAzure) ? { ...part, operation: 'chat/completions' } : part;
}

/** Addresses to which the version is added by another statement. */
const apart: ReadonlySet<RequestPlan['address']> = new Set(['url-object', 'url-with-base', 'search-append']);

/** Endpoints whose host is put together in the expression. */
const composed: ReadonlySet<TextForm> = new Set(['concatenated', 'conditional', 'joined']);
