import type { ServiceError } from '../traffic.ts';
import { type Answer, jsonAnswer } from './answer.ts';
import type { JsonObject } from './json.ts';

/** A request that the service turns down, in words that are the same on both surfaces. */
function refuse(status: number, error: ServiceError, more: JsonObject = {}): Answer {
  return { ...jsonAnswer({ error: { ...error, ...more } }, status), error };
}

/** No such path, or no such `api-version`: the legacy surface does not tell them apart. */
export function resourceNotFound(): Answer {
  return refuse(404, { code: '404', message: 'Resource not found' });
}

/** A credential is absent, empty or unknown. */
export function accessDenied(): Answer {
  const message =
    'Access denied due to invalid subscription key or wrong API endpoint. Make sure to provide a valid key for an ' +
    'active subscription and use a correct regional API endpoint for your resource.';
  return refuse(401, { code: '401', message });
}

/** The deployment of the path, or the model of the body, is none of the resource's. */
export function deploymentNotFound(): Answer {
  const message =
    'The API deployment for this resource does not exist. If you created the deployment within the last 5 minutes, ' +
    'please wait a moment and try again.';
  return refuse(404, { code: 'DeploymentNotFound', message });
}

/** A dated version on the v1 surface. */
export function versionNotAllowed(): Answer {
  const message = 'api-version query parameter is not allowed when using /v1 path';
  return refuse(400, { code: 'BadRequest', message });
}

/** A version on the v1 surface that is neither dated nor known. */
export function versionNotSupported(): Answer {
  return refuse(400, { code: 'BadRequest', message: 'API version not supported' });
}

/** An operation asked for without the header that opens it. */
export function headerRequired(name: string, value: string): Answer {
  return refuse(400, {
    code: 'BadRequest',
    message: `This operation is in preview and needs the header ${name}: ${value}`,
  });
}

/** A deployment runs a model that does not serve the operation. */
export function operationNotSupported(operation: string, model: string): Answer {
  const message =
    `The ${operation} operation does not work with the specified model, ${model}. ` +
    'Please choose different model and try again.';
  return refuse(400, { code: 'OperationNotSupported', message });
}

/** A request beyond the quota; the client is asked to come again at once. */
export function rateLimited(operation: string): Answer {
  const message =
    `Requests to the ${operation} Operation under Azure OpenAI API have exceeded call rate limit of your current ` +
    'OpenAI S0 pricing tier. Please retry after 1 second.';
  const answer = refuse(429, { code: '429', message });
  return { ...answer, headers: [...answer.headers, ['retry-after', '1'], ['retry-after-ms', '1']] };
}

/** A body that is not what its operation takes. */
export function badRequest(code: string, message: string, param?: string): Answer {
  const about = param === undefined ? {} : { param };
  return refuse(400, { code, message, ...about, type: 'invalid_request_error' });
}

/** A prompt that the content filter stops. */
export function contentFiltered(filters: JsonObject): Answer {
  const message =
    "The response was filtered due to the prompt triggering Azure OpenAI's content management policy. " +
    'Please modify your prompt and retry.';
  const innererror = { code: 'ResponsibleAIPolicyViolation', content_filter_result: filters };
  return refuse(400, { code: 'content_filter', message, param: 'prompt' }, { status: 400, innererror });
}
