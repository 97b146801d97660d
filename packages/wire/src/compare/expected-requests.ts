import { outputLimit, unsupportedReasoningParameters } from '@azure-openai-v1/knowledge';
import type { Exchange, WireRequest } from '../traffic.ts';
import { placeOf, readAddress } from './address.ts';
import type { Mapping } from './map-to-v1.ts';
import { isRecord, readBody } from './read-body.ts';
import { writeJson } from './read-json.ts';

/** A request that would mean what the request before meant. */
export interface Expectation {
  readonly request: WireRequest;
  /** Whether the deployment of the path became its `model`, did not, or nothing was mapped. */
  readonly model: 'as it was' | 'from the deployment' | 'of its own';
  /** Whether the limit of the output has the name that the model takes, so that a refusal ends. */
  readonly limitRenamed: boolean;
}

/** Every request that may stand in the place of this one: as it was, mapped to v1, each with the limit mended if it was refused. */
export function expectedRequests(before: Exchange, mapping: Mapping): readonly Expectation[] {
  const asItWas: Expectation = { request: before.request, model: 'as it was', limitRenamed: false };
  const model = mapping.kind === 'mapped' && mapping.scoped ? 'from the deployment' : 'of its own';
  const mapped: readonly Expectation[] =
    mapping.kind === 'mapped' ? [{ request: mapping.request, model, limitRenamed: false }] : [];
  const plain = [...mapped, asItWas];
  return mayRenameLimit(before) ? [...plain, ...plain.flatMap(withRenamedLimit)] : plain;
}

/** Whether the model refuses the limit by its old name, or would have, had the service got as far as asking it. */
function mayRenameLimit({ answer }: Exchange): boolean {
  const refusal = answer.status === 401 ? answer.refusedBesides : answer.status === 400 ? answer.error : undefined;
  return unsupportedReasoningParameters.some((parameter) => parameter === refusal?.param);
}

function withRenamedLimit(expectation: Expectation): readonly Expectation[] {
  const { request } = expectation;
  const body = readBody(request);
  if (body.kind !== 'json' || !isRecord(body.value) || !Object.hasOwn(body.value, outputLimit.legacy)) return [];
  const { [outputLimit.legacy]: limit, ...others } = body.value;
  const name = placeOf(readAddress(request.url).path).operation === 'responses' ? 'responses' : 'chat';
  const text = writeJson({ ...others, [outputLimit[name]]: limit });
  return [{ ...expectation, request: { ...request, body: new TextEncoder().encode(text) }, limitRenamed: true }];
}
