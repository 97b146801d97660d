import { findModel, knowsMaxCompletionTokens, outputLimit, toleratedValues } from '@azure-openai-v1/knowledge';
import type { Answer } from './answer.ts';
import type { JsonObject } from './json.ts';
import { badRequest, operationNotSupported } from './refusals.ts';

/** What a model has against a request; undefined when nothing. */
export function checkModel(operation: string, model: string, body: JsonObject): Answer | undefined {
  const row = findModel(model);
  if (row === undefined) return undefined;
  if (operation.endsWith('/chat/completions')) {
    if (row.chat === false) return operationNotSupported('chatCompletion', model);
    return refuseParameters(row.unsupported, body, outputLimit.chat);
  }
  if (operation !== 'POST /responses') return undefined;
  if (row.responses === false) return operationNotSupported('responses', model);
  return refuseParameters(row.unsupported, body, outputLimit.responses);
}

/** A dated version that came before `max_completion_tokens` does not know it. */
export function checkOutputLimit(operation: string, version: string, body: JsonObject): Answer | undefined {
  const isAsked = operation === 'POST /chat/completions' && body[outputLimit.chat] !== undefined;
  return isAsked && !knowsMaxCompletionTokens(version) ? unrecognized(outputLimit.chat) : undefined;
}

/** A property that the operation does not have. */
export function unrecognized(property: string): Answer {
  return badRequest('unknown_parameter', `Unrecognized request argument supplied: ${property}`, property);
}

function refuseParameters(unsupported: readonly string[], body: JsonObject, limit: string): Answer | undefined {
  const refused = unsupported.find((name) => isRefused(name, body));
  if (refused === undefined) return undefined;
  const tolerated = toleratedValues.find((row) => row.parameter === refused);
  if (tolerated !== undefined && refused === 'temperature') return unsupportedValue(refused, body, tolerated.value);
  const advice = refused === outputLimit.legacy ? ` Use '${limit}' instead.` : '';
  const message = `Unsupported parameter: '${refused}' is not supported with this model.${advice}`;
  return badRequest('unsupported_parameter', message, refused);
}

function isRefused(parameter: string, body: JsonObject): boolean {
  const value = body[parameter];
  if (value === undefined || value === null) return false;
  return !toleratedValues.some((row) => row.parameter === parameter && row.value === value);
}

function unsupportedValue(parameter: string, body: JsonObject, value: number): Answer {
  const message =
    `Unsupported value: '${parameter}' does not support ${JSON.stringify(body[parameter])} with this model. ` +
    `Only the default (${String(value)}) value is supported.`;
  return badRequest('unsupported_value', message, parameter);
}
