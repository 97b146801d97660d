import { headerOf, type WireRequest } from '../traffic.ts';
import type { Answer } from './answer.ts';
import { answerMessage, openSession } from './answers/realtime-session.ts';
import { checkVersion, versionOf } from './admit.ts';
import { missingParameter } from './check-body.ts';
import { checkCredentials, type Decision, leakRemark, limit, notModelledRemark } from './decide.ts';
import { destinationOf } from './destination.ts';
import { accessDenied, deploymentNotFound, resourceNotFound } from './refusals.ts';
import type { ServiceState } from './service-state.ts';
import { modelOfDeployment } from './settings.ts';

/** A connection that was asked for. */
export type Connection =
  | { readonly kind: 'refused'; readonly answer: Answer }
  | {
      readonly kind: 'open';
      /** What the service says first. */
      readonly greeting: readonly string[];
      /** What the service says to a message of the client. */
      readonly receive: (message: string) => readonly string[];
    };

/** Decides on a realtime connection; what the client says later is added to the messages. */
export function connect(
  request: WireRequest,
  url: URL,
  state: ServiceState,
  messages: string[],
): Omit<Decision, 'answer'> & { readonly connection: Connection } {
  const destination = destinationOf(url);
  if (!('path' in destination) || destination.path !== '/realtime' || !isSurface(destination.kind)) {
    return { connection: refused(resourceNotFound()), remark: notModelledRemark };
  }
  const remark = destination.kind === 'public' ? { remark: leakRemark } : {};
  const isLegacy = destination.kind === 'legacy';
  const name = url.searchParams.get(isLegacy ? 'deployment' : 'model');
  const answer = check(request, url, state, destination.kind, name);
  if (answer !== undefined) return { connection: refused(answer), ...remark };
  const session = {
    deployment: name ?? '',
    model: modelOfDeployment({ deployments: state.settings.deployments ?? {} }, name ?? '') ?? name ?? '',
    // The protocol of the previews names some events differently.
    isBeta: isLegacy || headerOf(request, 'openai-beta')?.includes('realtime=v1') === true,
  };
  const connection: Connection = {
    kind: 'open',
    greeting: openSession(session),
    receive: (message) => {
      messages.push(message);
      return answerMessage(session, messages);
    },
  };
  return { connection, operation: 'GET /realtime', deployment: name ?? '', ...remark };
}

function refused(answer: Answer): Connection {
  return { kind: 'refused', answer };
}

type RealtimeSurface = 'legacy' | 'public' | 'v1';

function isSurface(kind: string): kind is RealtimeSurface {
  return ['legacy', 'public', 'v1'].includes(kind);
}

function check(
  request: WireRequest,
  url: URL,
  state: ServiceState,
  surface: RealtimeSurface,
  name: string | null,
): Answer | undefined {
  const denied = checkCredentials(request, url, state);
  if (denied !== undefined) return denied;
  const version = versionOf(url);
  // The v1 surface answers any version on this path as if the credential were wrong.
  if (surface === 'v1' && version !== undefined) return accessDenied();
  const unversioned = surface === 'legacy' ? checkVersion('legacy', version) : undefined;
  if (unversioned !== undefined) return unversioned;
  if (name === null) return missingParameter(surface === 'legacy' ? 'deployment' : 'model');
  const settings = surface === 'public' ? {} : state.settings;
  if (modelOfDeployment(settings, name) === undefined) return deploymentNotFound();
  return limit(state, 'GET /realtime');
}
