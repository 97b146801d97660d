import type { ServiceError, WireRequest } from '../traffic.ts';
import { admit } from './admit.ts';
import { answerRequest } from './answers/answer-request.ts';
import type { Answer } from './answer.ts';
import { credentialsOf } from './credentials.ts';
import { type Destination, destinationOf } from './destination.ts';
import { answerIdentity } from './identity.ts';
import { accessDenied, rateLimited, resourceNotFound } from './refusals.ts';
import type { ServiceState } from './service-state.ts';

/** What is answered to a request, and what the log says of it. */
export interface Decision {
  readonly answer: Answer;
  readonly operation?: string;
  readonly deployment?: string;
  readonly remark?: string;
  /** What the service would have refused besides the credential. */
  readonly refusedBesides?: ServiceError;
}

/** What stands in the log beside a request that went to OpenAI instead of Azure. */
export const leakRemark = 'LEAK: this request has left Azure';

/** What stands in the log beside a request to what the server knows nothing of. */
export const notModelledRemark = 'not modelled';

/** Decides on a request by where it goes. */
export function decide(request: WireRequest, url: URL, state: ServiceState): Decision {
  const destination = destinationOf(url);
  return deciders[destination.kind](request, url, state, 'path' in destination ? destination.path : '');
}

/** What speaks against the credentials of a request; undefined when nothing. */
export function checkCredentials(request: WireRequest, url: URL, state: ServiceState): Answer | undefined {
  if (state.scenario === 'unauthorized') return accessDenied();
  const { keys } = state.settings;
  const isAccepted = credentialsOf(request, url.searchParams).some(
    (credential) => keys === undefined || keys.includes(credential) || state.tokens.includes(credential),
  );
  return isAccepted ? undefined : accessDenied();
}

/** The refusal that a scenario has for a request that is about to be answered; undefined when none. */
export function limit(state: ServiceState, operation: string): Answer | undefined {
  const isLimited = state.scenario === 'limited' || (state.scenario === 'limited-once' && !state.hasLimited);
  if (!isLimited) return undefined;
  state.hasLimited = true;
  return rateLimited(operation);
}

type Decider = (request: WireRequest, url: URL, state: ServiceState, path: string) => Decision;

const deciders: Readonly<Record<Destination['kind'], Decider>> = {
  control: () => ({ answer: resourceNotFound() }),
  legacy: (request, url, state, path) => serve(request, url, state, 'legacy', path),
  v1: (request, url, state, path) => serve(request, url, state, 'v1', path),
  public: (request, url, state, path) => ({ ...servePublic(request, url, state, path), remark: leakRemark }),
  identity: (request, url, state) => {
    const answer = answerIdentity(request.method, url, () => state.issueToken());
    return answer === undefined ? { answer: resourceNotFound(), remark: notModelledRemark } : { answer };
  },
  nowhere: (request, url, state) => ({ answer: checkCredentials(request, url, state) ?? resourceNotFound() }),
  foreign: () => ({ answer: resourceNotFound(), remark: notModelledRemark }),
};

function serve(
  request: WireRequest,
  url: URL,
  state: ServiceState,
  surface: 'legacy' | 'v1',
  path: string,
  settings = state.settings,
): Decision {
  const denied = checkCredentials(request, url, state);
  const admission = admit(request, url, surface, path, settings);
  if (denied !== undefined) {
    const error = admission.kind === 'refused' ? admission.answer.error : undefined;
    return { answer: denied, ...(error === undefined ? {} : { refusedBesides: error }) };
  }
  if (admission.kind === 'refused') return admission;
  const { logical } = admission;
  const { operation, deployment } = logical;
  const named = deployment === undefined ? {} : { deployment };
  return { answer: limit(state, operation) ?? answerRequest(logical), operation, ...named };
}

/** OpenAI itself has neither versions nor deployments. */
function servePublic(request: WireRequest, url: URL, state: ServiceState, path: string): Decision {
  const plain = new URL(url);
  plain.searchParams.delete('api-version');
  return serve(request, plain, state, 'v1', path, {});
}
