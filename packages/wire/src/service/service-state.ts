import type { Scenario } from '../scenario.ts';
import type { Exchange } from '../traffic.ts';
import type { ServiceSettings } from './settings.ts';

/** An exchange, and what the client was living through. */
export interface RecordedExchange extends Exchange {
  readonly scenario: Scenario;
}

/** What a service remembers. */
export class ServiceState {
  readonly settings: ServiceSettings;
  scenario: Scenario;
  /** Whether the one refusal of `limited-once` is behind. */
  hasLimited = false;
  exchanges: RecordedExchange[] = [];
  log: string[] = [];
  /** What was issued since the counters began. */
  tokens: string[] = [];

  constructor(settings: ServiceSettings) {
    this.settings = settings;
    this.scenario = settings.scenario ?? 'ok';
  }

  /** A token that no other has: numbered from 1. */
  issueToken(): string {
    const token = `wire-token-${String(this.tokens.length + 1)}`;
    this.tokens.push(token);
    return token;
  }

  /** Begins a scenario anew. */
  setScenario(scenario: Scenario): void {
    this.scenario = scenario;
    this.hasLimited = false;
    this.tokens = [];
  }

  /** Forgets every request; the scenario stays and begins anew. */
  reset(): void {
    this.exchanges = [];
    this.log = [];
    this.setScenario(this.scenario);
  }
}
