import type { Scenario } from '../scenario.ts';
import type { WireAnswer, WireRequest } from '../traffic.ts';
import { type Answer, wholeBody } from './answer.ts';
import { control } from './control.ts';
import { decide, type Decision } from './decide.ts';
import { destinationOf } from './destination.ts';
import { logLine } from './log-line.ts';
import { cutAtOddPlaces } from './pieces.ts';
import { type Connection, connect } from './realtime.ts';
import { badRequest } from './refusals.ts';
import { seedOf } from './seed.ts';
import { type RecordedExchange, ServiceState } from './service-state.ts';
import type { ServiceSettings } from './settings.ts';

/** Azure OpenAI without a network: what it answers, and what it was asked. */
export interface Service {
  /** Answers a request and records both. */
  respond(request: WireRequest): Promise<Answer>;
  /** Answers a request for a realtime connection; what is said over it later is recorded with it. */
  connect(request: WireRequest): Connection;
  /** What was asked and answered since the last reset, in order. */
  readonly exchanges: readonly RecordedExchange[];
  /** One readable line for each exchange, without credentials. */
  readonly log: readonly string[];
  /** Begins a scenario, also the one that is on, with its counters at zero. */
  setScenario(scenario: Scenario): void;
  /** Forgets all exchanges and sets the counters to zero; the scenario stays. */
  reset(): void;
}

/** Makes a service that has been asked nothing yet. */
export function createService(settings: ServiceSettings = {}): Service {
  const state = new ServiceState(settings);
  return {
    respond: (request) => Promise.resolve(respond(request, state)),
    connect: (request) => open(request, state),
    get exchanges() {
      return state.exchanges;
    },
    get log() {
      return state.log;
    },
    setScenario: (scenario) => {
      state.setScenario(scenario);
    },
    reset: () => {
      state.reset();
    },
  };
}

function respond(request: WireRequest, state: ServiceState): Answer {
  if (!URL.canParse(request.url)) return invalidUrl();
  const url = new URL(request.url);
  const destination = destinationOf(url);
  if (destination.kind === 'control') return control(request.method, destination.path, state);
  const decision = decide(request, url, state);
  const answer = finish(decision.answer, state.scenario);
  record(request, url, answer, decision, state);
  return answer;
}

function open(request: WireRequest, state: ServiceState): Connection {
  if (!URL.canParse(request.url)) return { kind: 'refused', answer: invalidUrl() };
  const messages: string[] = [];
  const url = new URL(request.url);
  const { connection, ...decision } = connect(request, url, state, messages);
  const answer = connection.kind === 'refused' ? connection.answer : { status: 101 };
  record({ ...request, messages }, url, answer, decision, state);
  return connection;
}

function invalidUrl(): Answer {
  return badRequest('BadRequest', 'The URL of the request is not valid.');
}

function record(
  request: WireRequest,
  url: URL,
  answer: WireAnswer,
  decision: Omit<Decision, 'answer'>,
  state: ServiceState,
) {
  const { status, error } = answer;
  const { refusedBesides } = decision;
  const shown = {
    status,
    ...(error === undefined ? {} : { error }),
    ...(refusedBesides === undefined ? {} : { refusedBesides }),
  };
  state.exchanges.push({ request, answer: shown, scenario: state.scenario });
  const line = logLine(request.method, url, shown, decision);
  state.log.push(line);
  state.settings.tell?.(line);
}

/** Adds the identifier that equal answers share, and cuts an answer up where the scenario wants it so. */
function finish(answer: Answer, scenario: Scenario): Answer {
  const body = wholeBody(answer);
  const seed = seedOf(`${String(answer.status)} ${Buffer.from(body).toString('latin1')}`);
  const headers = [...answer.headers, ['x-request-id', seed.slice(0, 32)] as const];
  return { ...answer, headers, ...(scenario === 'stream' ? { body: cutAtOddPlaces(body) } : {}) };
}
