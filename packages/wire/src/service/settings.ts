import { findModel, hintedReasoningModel } from '@azure-openai-v1/knowledge';
import type { Scenario } from '../scenario.ts';

/** How a service is set up. */
export interface ServiceSettings {
  /** Models by deployment; absent: every name is a deployment, and runs the model that its name is or hints at. */
  readonly deployments?: Readonly<Record<string, string>>;
  /** The credentials that are accepted; absent: every one that is not empty. */
  readonly keys?: readonly string[];
  /** How the service behaves at first; absent: `ok`. */
  readonly scenario?: Scenario;
  /** Told each line of the log when it is written. */
  readonly tell?: (line: string) => void;
}

/** The model that a deployment runs; undefined when there is no such deployment. */
export function modelOfDeployment({ deployments }: ServiceSettings, name: string): string | undefined {
  if (name === '') return undefined;
  if (deployments === undefined) return findModel(name)?.id ?? hintedReasoningModel(name) ?? name;
  return Object.hasOwn(deployments, name) ? deployments[name] : undefined;
}
