import { findSdkMethod } from '@azure-openai-v1/knowledge';
import type { CallPlan } from './call-plan.ts';
import type { ClientPlan, Plumbing } from './client-plan.ts';
import { deploymentFrames } from './deployment-frames.ts';
import { operations } from './operations.ts';
import type { PartPlan } from './plan.ts';
import type { SdkVersion } from '../sdk-majors.ts';

/** Takes away what makes no client that works. */
export function settleClient(part: ClientPlan, trims: boolean, sdk: SdkVersion): ClientPlan {
  const calls = part.calls.map((call) => settleCall(part, call));
  const plumbing = settlePlumbing(part, sdk);
  // Behind these the codemod does not see that a client is of the older pattern.
  const isHidden = part.client === 'older' && (part.options === 'accessor' || part.options === 'frozen');
  const options = isHidden ? 'inline' : part.options;
  return { ...part, calls, plumbing, options, ...(!(trims && isEndpointOption(part)) && { endpointEnd: '' }) };
}

/** Release 4 copies no clients, and a client on the v1 API has no deployment to vary. */
function settlePlumbing({ plumbing, client }: ClientPlan, sdk: SdkVersion): Plumbing {
  if (plumbing === 'with-options' && sdk.startsWith('4.')) return 'constant';
  return client === 'v1' && Object.hasOwn(deploymentFrames, plumbing) ? 'constant' : plumbing;
}

function settleCall(part: ClientPlan, call: CallPlan): CallPlan {
  const readsProcess = call.model === 'text' || call.model === 'same' || madeInCall.has(part.plumbing);
  return {
    ...call,
    // A URL with a deployment serves nothing else.
    operation: part.client === 'older' && !isScoped(call.operation) ? 'chat' : call.operation,
    // The v1 API refuses a version.
    options: part.client === 'v1' && call.options === 'version' ? 'none' : call.options,
    model: hasDeployment(part) ? call.model : named(call.model),
    // The function would read its own variables from a parameter that has none.
    parameter: call.parameter === 'process' && readsProcess ? 'question' : call.parameter,
  };
}

function isScoped(name: string): boolean {
  const operation = operations[name];
  return operation !== undefined && findSdkMethod([...operation.path, operation.method])?.deploymentScoped === true;
}

/** The client is made inside the function that calls it. */
const madeInCall: ReadonlySet<Plumbing> = new Set(['inline', 'local']);

/** A request without a model needs a deployment. */
export function named(model: CallPlan['model']): CallPlan['model'] {
  return model === 'absent' || model === 'empty' ? 'other' : model;
}

function hasDeployment({ client, url, deployment }: ClientPlan): boolean {
  return client === 'older' || (client === 'azure' && (url === 'base-deployment' || deployment !== undefined));
}

/** Whether the SDK itself makes a URL of the endpoint, be it an option or the variable that it reads. */
export function isEndpointOption(part: PartPlan): boolean {
  return part.kind === 'client' && part.client === 'azure' && (part.url === 'endpoint' || part.url === 'absent');
}
