import type { DeploymentMap } from '@azure-openai-v1/deployments';

/** Models by deployment as the settings of the plugin say them, so that its messages can be compared. */
export function knownDeployments(deployments: Readonly<Record<string, string>>): DeploymentMap {
  const source = "settings['azure-openai-v1']";
  return new Map(Object.entries(deployments).map(([name, model]) => [name, { kind: 'known', model, source } as const]));
}
