import { findLegacyOperation, findV1Operation, retiredBodyProperties } from '@azure-openai-v1/knowledge';
import { boundaryOf } from '../multipart.ts';
import { headerOf, type WireHeader, type WireRequest } from '../traffic.ts';
import { type Address, placeOf, readAddress, writeAddress } from './address.ts';
import { isRecord, readBody } from './read-body.ts';
import { writeJson } from './read-json.ts';
import { headOf, writeMultipart } from './read-multipart.ts';

/** The v1 request that means the same as a request to the dated API, or why there is none. */
export type Mapping =
  | { readonly kind: 'mapped'; readonly request: WireRequest; readonly operation: string; readonly scoped: boolean }
  | { readonly kind: 'no-v1-form'; readonly reason: string }
  /** The request does not go to the dated API. */
  | { readonly kind: 'not-legacy' };

/**
 * Maps a request of the dated API to the v1 request that means the same. Path and `api-version` change; the deployment
 * replaces `model` for the operations that had it in their path, and for no others.
 */
export function mapToV1(request: WireRequest): Mapping {
  const address = readAddress(request.url);
  const place = placeOf(address.path);
  if (place.kind === 'elsewhere' || place.kind === 'v1') return { kind: 'not-legacy' };
  const { base, operation } = place;
  const refusal = refusalOf(request, operation);
  if (refusal !== undefined) return { kind: 'no-v1-form', reason: refusal };
  const scoped = place.kind === 'deployment' && findLegacyOperation(operation)?.scope === 'deployment';
  const target = { ...address, path: `${base}/openai/v1/${operation}`, query: queryOf(address, operation) };
  const moved = { ...request, url: writeAddress(target), headers: headersOf(request, operation) };
  const mapped = scoped ? withModel(moved, place.deployment) : moved;
  return { kind: 'mapped', request: mapped, operation, scoped };
}

function refusalOf(request: WireRequest, operation: string): string | undefined {
  const legacy = findLegacyOperation(operation);
  // A WebSocket is opened with GET, and the table has the operations of plain HTTP.
  const hasForm = operation === 'realtime' || findV1Operation(request.method, `/${operation}`) !== undefined;
  if (!hasForm || legacy?.v1 === 'none') return `the v1 API has no ${request.method} /${operation}`;
  const body = readBody(request);
  if (body.kind !== 'json' || !isRecord(body.value)) return undefined;
  const { value } = body;
  const retired = retiredBodyProperties.find(({ property }) => Object.hasOwn(value, property));
  return retired && `the v1 API does not take ${retired.property}: ${retired.reason}`;
}

/** A realtime session names its model in the query. */
function queryOf({ query }: Address, operation: string): Address['query'] {
  const rest = query.filter(([name]) => name !== 'api-version');
  if (operation !== 'realtime' || !rest.some(([name]) => name === 'deployment')) return rest;
  return rest
    .filter(([name]) => name !== 'model')
    .map(([name, value]) => [name === 'deployment' ? 'model' : name, value] as const);
}

function headersOf(request: WireRequest, operation: string): readonly WireHeader[] {
  const preview = findV1Operation(request.method, `/${operation}`)?.previewHeader;
  if (preview === undefined || headerOf(request, preview[0]) !== undefined) return request.headers;
  return [...request.headers, preview];
}

function withModel(request: WireRequest, model: string): WireRequest {
  const body = readBody(request);
  if (body.kind === 'json' && isRecord(body.value)) {
    return { ...request, body: new TextEncoder().encode(writeJson({ ...body.value, model })) };
  }
  const boundary = boundaryOf(headerOf(request, 'content-type') ?? '');
  if (body.kind !== 'multipart' || boundary === undefined) return request;
  const others = body.parts.filter(({ name }) => name !== 'model');
  const part = { name: 'model', head: headOf('model'), content: new TextEncoder().encode(model) };
  return { ...request, body: writeMultipart([...others, part], boundary) };
}
